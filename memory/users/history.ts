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

/** The items that are wanted still, the latest first: nothing else was said of them. */
export function wantedItems(history: readonly Pick<HistoryEvent, "item" | "verdict">[]): ItemId[] {
  const met = new Set(metItems(history));
  const wanted = history.flatMap(({ item, verdict }) => (verdict === "wanted" ? [item] : []));
  return [...new Set(wanted.reverse())].filter((item) => !met.has(item));
}

/** The word that holds of each item, in order of time: the latest, except that `seen` never hides a judgement, and `wanted` nothing. */
export function lastWords<Event extends Pick<HistoryEvent, "item" | "verdict">>(
  history: readonly Event[],
): Event[] {
  const holding = new Map<ItemId, Event>();
  for (const event of history) {
    const before = holding.get(event.item)?.verdict;
    const weak = event.verdict === "wanted" || (event.verdict === "seen" && before !== "rejected");
    if (weak && before !== undefined && before !== "wanted") continue;
    holding.delete(event.item);
    holding.set(event.item, event);
  }
  return [...holding.values()];
}
