import { StateSchema, UntrackedValue } from "@langchain/langgraph";
import type { Answer } from "./answer.ts";
import { Conversation, NEW_CONVERSATION } from "./conversation.ts";
import type { Turn } from "./turn.ts";

/** Lives as long as the turn. */
function untracked<Value>(): UntrackedValue<Value> {
  return new UntrackedValue<Value>(undefined, { guard: false });
}

/**
 * The graph's channels. `user`, `thread` and `text` go in, `answer` comes out; of all of them only `conversation` is checkpointed,
 * and only `remember` writes it, so a turn that fails leaves the thread as it was.
 */
export const AgentState = new StateSchema({
  user: untracked<string>(),
  thread: untracked<string>(),
  text: untracked<string>(),
  turn: untracked<Turn>(),
  answer: untracked<Answer>(),
  conversation: Conversation.default(() => structuredClone(NEW_CONVERSATION)),
});
