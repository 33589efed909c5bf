import type { StepNode } from "../turn.ts";

/** Puts a clarifying question beside the answer. */
export const askNode: StepNode<"ask"> = async (_turn, { question }) => ({
  update: { question },
  summary: question.text,
});
