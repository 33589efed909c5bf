import type { ItemId } from "../../memory/ids.ts";
import type { Constraint } from "../../memory/items/constraint.ts";
import type { Shortlist } from "../../memory/items/shortlist.ts";
import type { HistoryEvent, NewHistoryEvent } from "../../memory/users/history.ts";
import type { Fact, NewFact } from "../../memory/users/profile.ts";
import type { ForgetSelection } from "../../memory/users/user-store.ts";
import type { Comparison } from "../../tools/compare.ts";
import type { Claim } from "../../tools/explaining/claim.ts";
import type { Unlisted } from "../../tools/explaining/objections.ts";
import type { LookUp } from "../../tools/look-up.ts";
import type { Opinion } from "../../tools/rate.ts";
import type { Request } from "../../tools/retrieval/request.ts";
import type { AnswerItem } from "../answer.ts";
import type { Critique } from "../critique.ts";
import type { Plan, Question } from "../plan.ts";

/** What a mind knows when a turn begins. */
export interface Situation {
  readonly text: string;
  readonly thread: string;
  readonly turn: number;
  /** Milliseconds since the epoch, for provenance. */
  readonly now: number;
  /** The request as the last turn left it. */
  readonly request: Request;
  readonly shortlist: Shortlist;
  /** The item last spoken of ("it"), best guess. */
  readonly focus: ItemId | undefined;
  /** The clarifying question the agent asked last turn, if it did. */
  readonly question: Question | undefined;
  readonly facts: readonly Fact[];
  readonly history: readonly HistoryEvent[];
  /** What the last turns said, oldest first, at most ten. */
  readonly said: readonly { readonly user: string; readonly agent: string }[];
  /** The plan of the last turn; undefined before there was one. */
  readonly last?: Plan | undefined;
  /** What was wanted before the last turn, where that turn changed it and can be taken back. */
  readonly earlier?: Request | undefined;
}

/** What a turn asks memory to keep or drop. */
export interface Extraction {
  readonly facts: readonly NewFact[];
  readonly events: readonly NewHistoryEvent[];
  readonly forget: ForgetSelection | undefined;
}

/** Everything the tools found, for the mind to put into words. Nothing outside it may be stated as fact. */
export interface Findings {
  readonly plan: Plan;
  /** The items of the answer, best first; empty when nothing is recommended this turn. */
  readonly items: readonly AnswerItem[];
  readonly relaxed: readonly Constraint[];
  readonly considered: number;
  /** Items that satisfy everything asked for, those the person knows already among them; undefined where nothing was retrieved. */
  readonly matching?: number | undefined;
  readonly lookUps: readonly LookUp[];
  /** What this person said about items looked up, oldest first. */
  readonly notes?: readonly { readonly item: ItemId; readonly text: string }[];
  readonly comparison: Comparison | undefined;
  /** Rating predictions asked for ("would I like Fargo?"), with their claims. */
  readonly opinions: readonly Opinion[];
  /** Claims per item asked about ("why?"). */
  readonly claims: readonly { readonly item: ItemId; readonly claims: readonly Claim[] }[];
  /** What keeps items off the list that were asked for ("why not Heat?"). */
  readonly unlisted?: readonly Unlisted[];
  readonly question: Question | undefined;
  readonly remembered: Extraction;
  readonly forgotten:
    | { readonly facts: readonly Fact[]; readonly events: readonly HistoryEvent[] }
    | undefined;
  /** How many versions undo went back; 0 when there was nothing to undo, undefined when not asked. */
  readonly undone: number | undefined;
  /** Problems the critic could not get rid of: said, not hidden. */
  readonly unresolved: Critique | undefined;
}

/**
 * How the agent understands and speaks. Contract (one suite, every mind):
 * - `plan` never throws on any text; what it cannot understand becomes an out-of-scope act. Every item id is of the catalogue.
 * - `extract` keeps only what the person said this turn; provenance carries the sentence word for word.
 * - `critique` sees an answer that already passed the checks in code.
 * - `respond` calls `onDelta` with pieces that join to exactly the text it returns, and prints no title outside the findings.
 * - every method rejects with the signal's reason when it aborts.
 */
export interface Mind {
  readonly kind: "grammar" | "model";
  readonly name: string;
  plan(situation: Situation, previous: Critique | undefined, signal: AbortSignal): Promise<Plan>;
  extract(situation: Situation, plan: Plan, signal: AbortSignal): Promise<Extraction>;
  critique(situation: Situation, findings: Findings, signal: AbortSignal): Promise<Critique>;
  respond(
    situation: Situation,
    findings: Findings,
    signal: AbortSignal,
    onDelta: (text: string) => void,
  ): Promise<string>;
}
