import type { AnswerItem } from "../../agents/answer.ts";
import type { AgentEvent } from "../../agents/events.ts";
import type { Exchange } from "../../agents/session.ts";
import type { TurnView } from "./turn.ts";
import type { Welcome } from "./welcome.ts";

/** What comes back from one line typed: the events of a turn, or an answer that needed no agent. */
export type Shown =
  | { readonly kind: "event"; readonly event: AgentEvent; readonly turn: TurnView }
  | { readonly kind: "notice"; readonly lines: readonly string[] }
  | { readonly kind: "mistake"; readonly message: string; readonly hint: string | undefined }
  /** The chat has moved to another person or dataset. */
  | { readonly kind: "moved"; readonly lines: readonly string[]; readonly arrival: Arrival | undefined }
  | { readonly kind: "quit" };

/** What is seen first in a thread: a new one welcomes, an old one shows how it was left. */
export type Arrival =
  | { readonly kind: "welcome"; readonly welcome: Welcome }
  | { readonly kind: "resumed"; readonly before: Resumption };

/** What "number 2" means now, and the answers to the agent's own question while it is open. */
export interface Table {
  readonly items: readonly AnswerItem[];
  readonly options: readonly string[];
}

/** How a thread was left: what was said, and what lay on the table then. */
export interface Resumption extends Table {
  /** Oldest first, at least one. */
  readonly said: readonly Exchange[];
  /** The last of them. */
  readonly exchange: Exchange;
}
