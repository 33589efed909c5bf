import type { Catalogue } from "../memory/items/catalogue.ts";
import type { NoteStore } from "../memory/items/notes.ts";
import type { UserStore } from "../memory/users/user-store.ts";
import type { Answer } from "./answer.ts";
import type { Conversation } from "./conversation.ts";
import type { AgentEvent } from "./events.ts";
import { withFallback } from "./minds/fallback.ts";
import type { Mind } from "./minds/mind.ts";
import { type MindUse, Patience } from "./minds/patience.ts";
import { makePlan } from "./nodes/plan.ts";
import { recall } from "./nodes/recall.ts";
import { reflect } from "./nodes/reflect.ts";
import { answerOf, remember } from "./nodes/remember.ts";
import { respond } from "./nodes/respond.ts";
import type { ToolName } from "./plan.ts";
import { planProblems } from "./plan-check.ts";
import { createTitleGuard, itemsSpokenOf } from "./titles-said.ts";
import type { StepNode, Turn, TurnUpdate, Utterance } from "./turn.ts";

export interface NarrationDependencies {
  readonly catalogue: Catalogue;
  readonly users: UserStore;
  readonly notes?: Pick<NoteStore, "add">;
  readonly mind: Mind;
  readonly grammar: Mind;
  readonly clock: () => number;
  readonly stopwatch: () => number;
  readonly mindTimeoutMs: number;
}

/** What a node is told besides the turn. */
export interface Telling {
  readonly signal: AbortSignal;
  readonly tell: (event: AgentEvent) => void;
  /** How long the whole turn may take, where that is limited. */
  readonly budgetMs?: number | undefined;
}

/** What the last node is told besides: whom to tell how what it writes can be taken back. */
export interface Writing extends Telling {
  readonly written: (takeBack: () => void) => void;
}

export interface Narration {
  recall(said: Utterance, before: Conversation, telling: Telling): Turn;
  plan(turn: Turn, telling: Telling): Promise<TurnUpdate>;
  step<Tool extends ToolName>(
    name: Tool,
    run: StepNode<Tool>,
    turn: Turn,
    telling: Telling,
  ): Promise<TurnUpdate>;
  reflect(turn: Turn, telling: Telling): Promise<TurnUpdate>;
  respond(turn: Turn, telling: Telling): Promise<TurnUpdate>;
  remember(turn: Turn, telling: Writing): { conversation: Conversation; answer: Answer };
}

/** However long a model may take, it gets no more than this part of the turn's budget: the rest is for the grammar and the tools. */
const MOST_OF_BUDGET = 0.5;

/** The nodes as the graph runs them: each tells the world what it did and how long it took. */
export function narrate(dependencies: NarrationDependencies): Narration {
  const { catalogue, users, notes, clock, stopwatch } = dependencies;
  const dataset = catalogue.name;
  const strangers = createTitleGuard(catalogue);
  const since = (start: number): number => Math.max(0, stopwatch() - start);
  const mindFor = (turn: Turn, { budgetMs = Number.POSITIVE_INFINITY }: Telling): StepMind => {
    const reasons: string[] = [];
    const totalMs = Math.min(dependencies.mindTimeoutMs, budgetMs * MOST_OF_BUDGET);
    const patience = new Patience(totalMs, stopwatch, turn.mindUse);
    const mind = withFallback(dependencies.mind, dependencies.grammar, {
      timeoutMs: totalMs,
      patience,
      objection: (plan) => planProblems(plan, catalogue).join("; ") || undefined,
      objectionToReply: (reply, situation, findings) => {
        const strange = strangers(reply, itemsSpokenOf(situation, findings));
        return strange.length === 0 ? undefined : `nobody found ${strange.join(", ")}`;
      },
      onFallback: (step, why) => {
        reasons.push(`${step}: ${why}`);
      },
    });
    return {
      mind,
      kind: () => (reasons.length === 0 ? dependencies.mind.kind : dependencies.grammar.kind),
      fallback: () => told(reasons),
      use: () => patience.use,
    };
  };
  return {
    recall: (said, before, { tell }) => {
      const start = stopwatch();
      const turn = recall(said, before, { users, catalogue, clock, stopwatch });
      const { user, thread, text, number } = turn;
      tell({ type: "turn-started", turn: number, thread, user, text });
      tell({
        type: "memory-recalled",
        turn: number,
        facts: turn.recalled.facts.length,
        events: turn.recalled.history.length,
        shortlist: turn.before.shortlist.candidates.length,
        milliseconds: since(start),
      });
      return turn;
    },
    plan: async (turn, telling) => {
      const { tell, signal } = telling;
      const start = stopwatch();
      const { mind, kind, fallback, use } = mindFor(turn, telling);
      const update = await makePlan(turn, { mind, catalogue }, signal);
      tell({
        type: "plan-made",
        turn: turn.number,
        plan: update.plan,
        mind: kind(),
        attempt: update.attempts,
        ...fallback(),
        milliseconds: since(start),
      });
      return { ...update, mind: kind(), mindUse: use() };
    },
    step: async (name, run, turn, { tell, signal }) => {
      const start = stopwatch();
      const step = turn.plan.steps[turn.step];
      if (!isStepOf(step, name)) return { step: turn.step + 1 };
      tell({ type: "tool-started", turn: turn.number, tool: name, step: turn.step });
      const { update, summary } = await run(turn, step, signal);
      tell({
        type: "tool-finished",
        turn: turn.number,
        tool: name,
        step: turn.step,
        summary,
        milliseconds: since(start),
      });
      return { ...update, step: turn.step + 1 };
    },
    reflect: async (turn, telling) => {
      const { tell, signal } = telling;
      const start = stopwatch();
      const { mind, fallback, use } = mindFor(turn, telling);
      const update = await reflect(turn, { mind, catalogue }, signal);
      tell({
        type: "critique-made",
        turn: turn.number,
        critique: update.critique,
        attempt: turn.attempts,
        ...fallback(),
        milliseconds: since(start),
      });
      return { ...update, mindUse: use() };
    },
    respond: async (turn, telling) => {
      const { tell, signal } = telling;
      const { mind, kind, use } = mindFor(turn, telling);
      const update = await respond(turn, { mind, catalogue }, signal, (text) =>
        tell({ type: "answer-delta", turn: turn.number, text }),
      );
      return { ...update, mind: turn.mind === "model" ? kind() : turn.mind, mindUse: use() };
    },
    remember: (turn, { tell, signal, written }) => {
      signal.throwIfAborted();
      const { user, thread, number } = turn;
      written(() => users.undo({ user, dataset, thread, turn: number }));
      const conversation = remember(turn, { users, notes, dataset });
      const answer = answerOf(turn);
      tell({
        type: "turn-finished",
        turn: turn.number,
        ...answer,
        mind: turn.mind,
        ...told(turn.mindUse.fallbacks),
        milliseconds: since(turn.openedAt),
      });
      return { conversation, answer };
    },
  };
}

/** One step's mind, and what the fallback has to say about it. */
interface StepMind {
  readonly mind: Mind;
  readonly kind: () => Mind["kind"];
  readonly fallback: () => { readonly fallback?: string };
  readonly use: () => MindUse;
}

function told(reasons: readonly string[]): { readonly fallback?: string } {
  return reasons.length === 0 ? {} : { fallback: reasons.join("; ") };
}

function isStepOf<Tool extends ToolName>(
  step: Turn["plan"]["steps"][number] | undefined,
  name: Tool,
): step is Extract<Turn["plan"]["steps"][number], { tool: Tool }> {
  return step?.tool === name;
}
