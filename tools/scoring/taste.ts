import type { ItemId } from "../../memory/ids.ts";
import type { HistoryEvent } from "../../memory/users/history.ts";

/** One item's weight as tools exchange it: by id. `Taste` is the same by catalogue index. */
export interface ItemTaste {
  readonly item: ItemId;
  /** −1 (hated) to 1 (loved). */
  readonly weight: number;
}

/** What a verdict without a number is worth. Seen: it was chosen once. Rejected: not wanted, but nobody knows how it would have been. Wanted: it drew somebody, untried. */
const WORTH = { liked: 1, disliked: -1, rejected: -0.5, seen: 0.3, wanted: 0.2 } as const;

/**
 * What a history says about somebody's taste, oldest first: the convention that every scorer is given.
 *
 * | verdict | weight |
 * | --- | --- |
 * | liked | 1 |
 * | rated v | (v − middle) / (max − middle) of the scale: 5 of 1..5 is 1, 3 is 0, 1 is −1 |
 * | seen | 0.3, unless the item was judged as well |
 * | wanted | 0.2, unless there is any other event on the item |
 * | rejected | −0.5 |
 * | disliked | −1 |
 *
 * Of several events on one item the latest counts, and gives it its place in the order, except that `seen` never overrides a
 * like, dislike or rating. What weighs nothing is left out.
 */
export function tasteOf(
  history: readonly Pick<HistoryEvent, "item" | "verdict" | "value">[],
  scale: { readonly min: number; readonly max: number } | undefined,
): ItemTaste[] {
  const latest = new Map<ItemId, { weight: number; judged: boolean }>();
  for (const { item, verdict, value } of history) {
    const judged = verdict !== "seen" && verdict !== "rejected" && verdict !== "wanted";
    if (verdict === "seen" && latest.get(item)?.judged === true) continue;
    if (verdict === "wanted" && latest.has(item)) continue;
    const weight = verdict === "rated" ? rated(value, scale) : WORTH[verdict];
    // A map keeps the place of a key's first insertion: deleting first moves it to the end.
    latest.delete(item);
    latest.set(item, { weight, judged });
  }
  return [...latest].map(([item, { weight }]) => ({ item, weight })).filter(({ weight }) => weight !== 0);
}

function rated(value: number | undefined, scale: { min: number; max: number } | undefined): number {
  if (value === undefined || scale === undefined) return 0;
  const middle = (scale.min + scale.max) / 2;
  return Math.max(-1, Math.min(1, (value - middle) / (scale.max - middle)));
}
