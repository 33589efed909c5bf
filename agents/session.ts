import type { Answer } from "./answer.ts";
import type { AgentEvent, TurnFinished } from "./events.ts";
import type { Plan } from "./plan.ts";

/** What was said in one turn, by both. */
export interface Exchange {
  readonly user: string;
  readonly agent: string;
}

export interface Resumed {
  /** Oldest first, at most ten; empty in a new thread. */
  readonly said: readonly Exchange[];
  /** The last turn's plan and answer. */
  readonly last?: { readonly plan: Plan; readonly answer: Answer } | undefined;
}

/** One person's thread with the agent. Turns of a session run one after another; threads resume after a restart. */
export interface Session {
  readonly user: string;
  readonly thread: string;
  /** Runs a turn. The stream ends with `turn-finished` or `turn-failed`; aborting ends it with code "cancelled" and keeps nothing of the turn. */
  say(text: string, options?: { signal?: AbortSignal }): AsyncIterable<AgentEvent>;
  /** `say` without the stream. Rejects with a CiceroneError when the turn fails. */
  ask(text: string, options?: { signal?: AbortSignal }): Promise<TurnFinished>;
  /** The thread as earlier turns left it, also from before a restart; a session that keeps none lacks it. */
  resume?(): Promise<Resumed>;
}
