import { z } from "zod";
import { ItemId } from "../../memory/ids.ts";
import type { HistoryEvent } from "../../memory/users/history.ts";
import type { Scale } from "./model.ts";
import type { GivenRating } from "./rater.ts";

/** Where on the scale (0 = its lowest, 1 = its highest) a verdict without a number counts: 4.6 and 1.8 of 1 to 5. */
const LIKED = 0.9;
const DISLIKED = 0.2;

/** A rating by item id, on the catalogue's scale. `from` tells a number the user gave (the default) from a verdict in words. */
export const RatedItem = z.strictObject({
  item: ItemId,
  value: z.number(),
  from: z.enum(["rated", "liked", "disliked"]).optional(),
});
export type RatedItem = z.infer<typeof RatedItem>;

/**
 * What a history says as ratings: `rated` with its value, `liked` at 0.9 and `disliked` at 0.2 of the scale. `seen` says
 * nothing about quality, and `rejected` items were not tried: neither counts. Of an item with several such events the
 * latest wins, except that a like or dislike does not replace a rating that agrees with it (on the same side of the
 * middle): the number says more.
 *
 * @param events oldest first
 * @returns in the order in which the items were first judged
 */
export function givenRatings(events: readonly HistoryEvent[], scale: Scale): RatedItem[] {
  const at = (share: number): number => scale.min + share * (scale.max - scale.min);
  const middle = at(0.5);
  const given = new Map<ItemId, RatedItem>();
  for (const { item, verdict, value } of events) {
    if (verdict === "rated" && value !== undefined) given.set(item, { item, value, from: verdict });
    if (verdict !== "liked" && verdict !== "disliked") continue;
    const before = given.get(item);
    const agrees = before?.from === "rated" && before.value > middle === (verdict === "liked");
    if (!agrees) given.set(item, { item, value: at(verdict === "liked" ? LIKED : DISLIKED), from: verdict });
  }
  return [...given.values()];
}

/** Ratings by id → by catalogue index; what the catalogue does not have is left out. */
export function indexRatings(
  ratings: readonly RatedItem[],
  indexOf: (item: ItemId) => number | undefined,
): GivenRating[] {
  return ratings.flatMap(({ item, value }) => {
    const index = indexOf(item);
    return index === undefined ? [] : [{ item: index, value }];
  });
}
