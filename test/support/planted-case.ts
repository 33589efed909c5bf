import type { GivenRating } from "../../tools/rating/rater.ts";
import type { RaterCase } from "../contract/rater.ts";
import { plantedRatings } from "./planted-ratings.ts";

export const planted = plantedRatings();

const ratings = [...planted.known.users].map((user, row) => ({
  user,
  item: planted.known.items[row] ?? 0,
  value: planted.known.values?.[row] ?? 0,
}));
const byUser = Map.groupBy(ratings, ({ user }) => user);

/** The known ratings of a planted user. */
export function givenBy(user: number): GivenRating[] {
  return (byUser.get(user) ?? []).map(({ item, value }) => ({ item, value }));
}

/** The plain mean of an item's known ratings. */
export function itemMean(item: number): number {
  const { items, values } = planted.known;
  const rows = [...items.keys()].filter((row) => items[row] === item);
  return rows.reduce((sum, row) => sum + (values?.[row] ?? 0), 0) / rows.length;
}

/** What the rater contract asks, of a rater that was fitted on the planted ratings. */
export const plantedCase: Omit<RaterCase, "rater"> = {
  scale: planted.scale,
  given: [0, 2, 4, 1, 3, 5].map((item) => ({ item, value: planted.block(item) === 0 ? 5 : 1 })),
  liked: [10, 12, 14, 16],
  disliked: [11, 13, 15, 17],
  itemMean,
  heldOut: planted.withheld.map(({ user, item, value }) => ({ given: givenBy(user), item, value })),
};
