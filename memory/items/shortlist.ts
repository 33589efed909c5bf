import { z } from "zod";
import { ItemId } from "../ids.ts";

/** Why an item is on the shortlist, where it stands, or why it left: one line of the trail. */
export const TrailEntry = z.strictObject({
  /** The tool or node that acted: "retrieve", "score", "reflect", "feedback". */
  by: z.string(),
  action: z.enum(["added", "dropped", "scored"]),
  item: ItemId,
  /** A short, displayable reason: "full-text rank 3", "liked by you: Heat", "you have seen it". */
  reason: z.string(),
  score: z.number().optional(),
});
export type TrailEntry = z.infer<typeof TrailEntry>;

export const Candidate = z.strictObject({
  item: ItemId,
  /** Final score: larger is better, comparable only within one shortlist version. */
  score: z.number(),
  /** Retriever name → rank (1 = best) among what that retriever returned. */
  ranks: z.record(z.string(), z.number()),
});
export type Candidate = z.infer<typeof Candidate>;

/**
 * The candidate bus: immutable and versioned. `candidates` is ordered best first; the first `shown` of them are what the
 * person sees, and "the second one" means candidates[1]. Every change makes a new version and extends the trail.
 */
export const Shortlist = z.strictObject({
  version: z.int().min(0),
  candidates: z.array(Candidate),
  shown: z.int().min(0),
  /** Number of items that were considered before cutting. */
  considered: z.int().min(0),
  trail: z.array(TrailEntry),
});
export type Shortlist = z.infer<typeof Shortlist>;

export const EMPTY_SHORTLIST: Shortlist = { version: 0, candidates: [], shown: 0, considered: 0, trail: [] };

/** The items the person sees, best first. */
export function shownItems(shortlist: Shortlist): ItemId[] {
  return shortlist.candidates.slice(0, shortlist.shown).map((candidate) => candidate.item);
}
