/** Ratings as columns: each row's user, item and rating less the mean. */
export interface CentredRatings {
  readonly users: Int32Array;
  readonly items: Int32Array;
  readonly targets: Float64Array;
}

export interface DampedEffects {
  /** How far above the mean an item is rated; 0 for one nobody rated. */
  ofItem(item: number): number;
  /** How far above what items say somebody rates, from ratings they gave (less the mean). */
  ofRatings(ratings: readonly { readonly item: number; readonly target: number }[]): number;
  /** Item and user effect together of a training row, as if that row had never been. */
  without(row: number): number;
}

/** Item effects, then what they leave to users, each a damped mean (Koren 2010, "Factor in the Neighbors", eqs. 3 and 4). */
export function dampedEffects(
  { users, items, targets }: CentredRatings,
  { userCount, itemCount }: { readonly userCount: number; readonly itemCount: number },
  damping: { readonly item: number; readonly user: number },
): DampedEffects {
  const sums = new Float64Array(itemCount);
  const counts = new Float64Array(itemCount);
  for (const [row, item] of items.entries()) {
    sums[item] = (sums[item] ?? 0) + (targets[row] ?? 0);
    counts[item] = (counts[item] ?? 0) + 1;
  }
  const ofItem = (item: number): number => (sums[item] ?? 0) / ((counts[item] ?? 0) + damping.item);
  const left = targets.map((target, row) => target - ofItem(items[row] ?? 0));
  const leftSums = new Float64Array(userCount);
  const given = new Float64Array(userCount);
  for (const [row, user] of users.entries()) {
    leftSums[user] = (leftSums[user] ?? 0) + (left[row] ?? 0);
    given[user] = (given[user] ?? 0) + 1;
  }
  return {
    ofItem,
    ofRatings: (ratings) =>
      ratings.reduce((sum, { item, target }) => sum + target - ofItem(item), 0) /
      (ratings.length + damping.user),
    without(row) {
      const [user, item] = [users[row] ?? 0, items[row] ?? 0];
      const itemEffect = ((sums[item] ?? 0) - (targets[row] ?? 0)) / ((counts[item] ?? 0) - 1 + damping.item);
      const userEffect = ((leftSums[user] ?? 0) - (left[row] ?? 0)) / ((given[user] ?? 0) - 1 + damping.user);
      return itemEffect + userEffect;
    },
  };
}
