import type { ItemId, UserId } from "../memory/ids.ts";
import type { Constraint } from "../memory/items/constraint.ts";
import type { Shortlist } from "../memory/items/shortlist.ts";
import type { HistoryEvent } from "../memory/users/history.ts";
import type { Fact } from "../memory/users/profile.ts";
import type { Comparison } from "../tools/compare.ts";
import type { Claim } from "../tools/explaining/claim.ts";
import type { Unlisted } from "../tools/explaining/objections.ts";
import type { LookUp } from "../tools/look-up.ts";
import type { Opinion } from "../tools/rate.ts";
import type { Request } from "../tools/retrieval/request.ts";
import type { AnswerItem } from "./answer.ts";
import type { Conversation } from "./conversation.ts";
import type { Critique } from "./critique.ts";
import type { Extraction, Findings, Mind } from "./minds/mind.ts";
import type { MindUse } from "./minds/patience.ts";
import type { Plan, Question, Step } from "./plan.ts";

/** What somebody said, and who said it where. */
export interface Utterance {
  readonly user: UserId;
  readonly thread: string;
  readonly text: string;
}

/** Memory as a tool sees it: what was known before the turn, with what this turn said already laid over it. */
export interface Known {
  readonly facts: readonly Fact[];
  readonly history: readonly HistoryEvent[];
}

/** What one turn is working on. It lives as long as the turn; `remember` turns it into the next Conversation. */
export interface Turn extends Utterance {
  readonly number: number;
  /** Whether what was said was longer than what is read. */
  readonly cut: boolean;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  /** What the stopwatch showed then. */
  readonly openedAt: number;
  /** The thread as the turn found it. */
  readonly before: Conversation;
  /** Memory as the turn found it. */
  readonly recalled: Known;
  readonly known: Known;

  /** Plans made so far; the first is 1. */
  readonly attempts: number;
  readonly plan: Plan;
  readonly mind: Mind["kind"];
  readonly mindUse: MindUse;
  /** Position in plan.steps of what runs next. */
  readonly step: number;
  readonly extraction: Extraction;
  readonly critique: Critique | undefined;
  /** Items the critic threw out of this turn's answer. */
  readonly barred: readonly ItemId[];

  readonly request: Request;
  readonly shortlist: Shortlist;
  readonly offered: readonly ItemId[];
  readonly relaxed: readonly Constraint[];
  /** Items that satisfy everything asked for, known ones among them; undefined where nothing was retrieved. */
  readonly matching: number | undefined;
  readonly lookUps: readonly LookUp[];
  /** What this person once said of the items looked up, oldest first. */
  readonly notes: readonly { readonly item: ItemId; readonly text: string }[];
  readonly comparison: Comparison | undefined;
  readonly opinions: readonly Opinion[];
  /** Rating predictions and claims for the shown items' cards. */
  readonly ratings: readonly Opinion[];
  readonly reasons: readonly ItemClaims[];
  /** Claims asked for by item ("why the second?"). */
  readonly claims: readonly ItemClaims[];
  /** What keeps items off the list that were asked for ("why not Heat?"). */
  readonly unlisted: readonly Unlisted[];
  readonly question: Question | undefined;
  readonly forgotten: Findings["forgotten"];
  /** How many versions undo went back; undefined when not asked. */
  readonly undone: number | undefined;
  /** The answer's cards. */
  readonly items: readonly AnswerItem[];
  readonly reply: string;
}

export interface ItemClaims {
  readonly item: ItemId;
  readonly claims: readonly Claim[];
}

/** What a node changes of the turn; everything else stays. */
export type TurnUpdate = Partial<Turn>;

/** A tool node: runs one step of the plan and says in a line what came of it. Reads the turn, changes nothing outside it. */
export type StepNode<Tool extends Step["tool"]> = (
  turn: Turn,
  step: Extract<Step, { tool: Tool }>,
  signal: AbortSignal,
) => Promise<{ readonly update: TurnUpdate; readonly summary: string }>;
