import { RunnableLambda } from "@langchain/core/runnables";
import type { Answer } from "../agents/answer.ts";
import type { AgentEvent } from "../agents/events.ts";
import type { Session } from "../agents/session.ts";
import { CiceroneError } from "../memory/errors.ts";

/** What the node reads of the outer graph's state; user "you" and thread "main" where the state has none. */
export interface GraphNodeInput {
  readonly text: string;
  readonly user?: string | undefined;
  readonly thread?: string | undefined;
}

export interface GraphNodeOutput {
  readonly answer: Answer;
}

/** LangGraph hands a running node a writer to the custom stream; elsewhere there is none. */
interface Streaming {
  readonly writer?: (event: AgentEvent) => void;
}

/**
 * A turn as a node for another LangGraph graph, or alone: reads `text`, `user` and `thread`, writes `answer`. Its events go to the outer
 * graph's custom stream. Threads are those of the recommender's sessions, whether or not the outer graph has a checkpointer, and
 * belong to their user.
 */
export function graphNode(
  open: (who: { user?: string; thread?: string }) => Session,
): RunnableLambda<GraphNodeInput, GraphNodeOutput> {
  return RunnableLambda.from(async ({ text, user, thread }: GraphNodeInput, config) => {
    const session = open({ ...(user !== undefined && { user }), ...(thread !== undefined && { thread }) });
    const { writer } = config as Streaming;
    const { signal } = config;
    for await (const event of session.say(text, signal && { signal })) {
      writer?.(event);
      if (event.type === "turn-finished") {
        const { type: _type, turn: _turn, mind: _mind, milliseconds: _milliseconds, ...answer } = event;
        return { answer };
      }
      if (event.type === "turn-failed") {
        throw new CiceroneError(event.code, event.message, { ...(event.hint && { hint: event.hint }) });
      }
    }
    throw new CiceroneError("turn-lost", "The turn ended without an answer.", { hint: "Say it again." });
  });
}
