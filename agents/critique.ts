import { z } from "zod";
import { ItemId } from "../memory/ids.ts";

/** One thing wrong with an answer before it is given. */
export const Problem = z.strictObject({
  check: z.enum([
    "constraint",
    "seen",
    "rejected",
    "duplicate",
    "too-few",
    "diversity",
    "unknown-item",
    "mind",
  ]),
  message: z.string(),
  items: z.array(ItemId).default([]),
});
export type Problem = z.infer<typeof Problem>;

/** The reflector's verdict. `revise` sends the turn back to the planner, at most twice. */
export const Critique = z.strictObject({ verdict: z.enum(["accept", "revise"]), problems: z.array(Problem) });
export type Critique = z.infer<typeof Critique>;
