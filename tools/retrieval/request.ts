import { z } from "zod";
import { ItemId } from "../../memory/ids.ts";
import { Constraint } from "../../memory/items/constraint.ts";

/** What somebody wants right now, complete: each turn's request already contains what earlier turns of the talk asked for. */
export const Request = z.strictObject({
  constraints: z.array(Constraint).default([]),
  /** Items named as examples of what is wanted ("like Alien"). They are never recommended themselves. */
  like: z.array(ItemId).default([]),
  /** Items named as examples of what is not wanted. */
  unlike: z.array(ItemId).default([]),
  /** Items that are not to come, though nothing speaks against them: "what else did he direct?". */
  besides: z.array(ItemId).optional(),
  /** What no facet could express, for full-text and semantic search ("slow burn about robots"). */
  text: z.string().optional(),
  /** How many to show. */
  count: z.int().min(1).max(50).default(5),
  /** An explicit order ("newest first", "the shortest"); absent: by relevance and taste. */
  sort: z.strictObject({ facet: z.string(), direction: z.enum(["ascending", "descending"]) }).optional(),
  /** "surprise me": further from the usual, still within the constraints. */
  surprise: z.boolean().default(false),
  /** "popular" or "hidden gems". */
  renown: z.enum(["popular", "obscure"]).optional(),
  /** "something from my watchlist". */
  only: z.literal("wanted").optional(),
});
export type Request = z.infer<typeof Request>;

export const EMPTY_REQUEST: Request = { constraints: [], like: [], unlike: [], count: 5, surprise: false };
