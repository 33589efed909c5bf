import { z } from "zod";
import { ItemId } from "../memory/ids.ts";
import { Request } from "../tools/retrieval/request.ts";
import { Act } from "./acts.ts";

/** A clarifying question with the answers one can tap. */
export const Question = z.strictObject({
  text: z.string(),
  facet: z.string(),
  options: z.array(z.string()).min(2).max(6),
});
export type Question = z.infer<typeof Question>;

/**
 * One step over a tool name. A step says what is wanted; who the user is and what is on the table comes from the turn's state.
 * Absent `items` mean the items shown now (after the steps before).
 */
export const Step = z.discriminatedUnion("tool", [
  z.strictObject({ tool: z.literal("retrieve") }),
  z.strictObject({ tool: z.literal("score"), diversity: z.number().min(0).max(1).optional() }),
  z.strictObject({ tool: z.literal("rate"), items: z.array(ItemId).optional() }),
  z.strictObject({ tool: z.literal("explain"), items: z.array(ItemId).optional() }),
  z.strictObject({ tool: z.literal("look-up"), items: z.array(ItemId).min(1), facets: z.array(z.string()) }),
  z.strictObject({ tool: z.literal("compare"), items: z.array(ItemId).min(2) }),
  /** Finds what keeps items off the list. */
  z.strictObject({ tool: z.literal("why-not"), items: z.array(ItemId).min(1) }),
  z.strictObject({ tool: z.literal("ask"), question: Question }),
  /** Deletes memories before anything else is said. */
  z.strictObject({ tool: z.literal("forget") }),
  /**
   * Goes back so many versions: request, shortlist and what those turns made us remember. With `onward` the plan's own request holds
   * afterwards: what the last turn misunderstood is taken back, and what was meant is done in its place.
   */
  z.strictObject({
    tool: z.literal("undo"),
    steps: z.int().min(1).optional(),
    onward: z.literal(true).optional(),
  }),
]);
export type Step = z.infer<typeof Step>;
export type ToolName = Step["tool"];

/** What was understood and what will be done about it. */
export const Plan = z.strictObject({
  acts: z.array(Act).min(1),
  /** The whole request after this utterance: what earlier turns asked for is merged in or dropped already. */
  request: Request,
  steps: z.array(Step).max(12),
  /** What was understood, in a line a person can check: "Sci-Fi · 1990–1999 · under 120 min · not Horror". Empty if nothing to say. */
  understood: z.string(),
});
export type Plan = z.infer<typeof Plan>;
