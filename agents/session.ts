import type { AgentEvent, TurnFinished } from "./events.ts";

/** One person's thread with the agent. Turns of a session run one after another; threads resume after a restart. */
export interface Session {
  readonly user: string;
  readonly thread: string;
  /** Runs a turn. The stream ends with `turn-finished` or `turn-failed`; aborting ends it with code "cancelled" and keeps nothing of the turn. */
  say(text: string, options?: { signal?: AbortSignal }): AsyncIterable<AgentEvent>;
  /** `say` without the stream. Rejects with a CiceroneError when the turn fails. */
  ask(text: string, options?: { signal?: AbortSignal }): Promise<TurnFinished>;
}
