import { z } from "zod";
import { ItemId, UserId } from "../ids.ts";
import { Provenance, Scope } from "./profile.ts";

export const VERDICTS = ["seen", "liked", "disliked", "rejected", "rated", "wanted"] as const;

/**
 * One thing that happened between a user and an item. The latest event of a (user, item) wins where two say different things,
 * except that `seen` never weakens a like, dislike or rating. `rejected` means "not interested" without having seen it. `wanted` means
 * "to be seen one day": it holds only while nothing else is said of the item.
 */
export const HistoryEvent = z.strictObject({
  id: z.int(),
  user: UserId,
  dataset: z.string(),
  item: ItemId,
  verdict: z.enum(VERDICTS),
  /** On the catalogue's scale; present exactly when the verdict is `rated`. */
  value: z.number().optional(),
  scope: Scope,
  provenance: Provenance,
});
export type HistoryEvent = z.infer<typeof HistoryEvent>;

/** Before the thread of what came from an export of another service, instead of a talk. */
export const IMPORT_THREAD = "import/";

/** Whether it came from such an export, here or in the memory that was brought here. */
export function isFromExport({ thread }: Pick<Provenance, "thread">): boolean {
  return thread.replace(/^imported\//, "").startsWith(IMPORT_THREAD);
}

export type NewHistoryEvent = Omit<HistoryEvent, "id" | "user" | "dataset">;

/** The items a person has met or turned down, in the order they came up: never recommended again. What is only wanted is not among them. */
export function metItems(history: readonly Pick<HistoryEvent, "item" | "verdict">[]): ItemId[] {
  return [...new Set(history.flatMap(({ item, verdict }) => (verdict === "wanted" ? [] : [item])))];
}
