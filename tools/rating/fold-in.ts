import type { Penalties } from "./factorise.ts";
import { Ridge } from "./ridge.ts";

/** The items' side of a factorisation: what folding in and predicting needs. All in quarters of the scale. */
export interface ItemSide {
  readonly mean: number;
  readonly width: number;
  readonly items: Float32Array;
  readonly penalties: Penalties;
}

/**
 * The user row that the last step of alternating least squares would have solved: ridge regression of the given ratings
 * on the item factors. Nobody is retrained, and without ratings the row is zero, the average user.
 *
 * @param items catalogue indices
 * @param values in quarters, one for each item
 */
export function foldIn(side: ItemSide, items: ArrayLike<number>, values: ArrayLike<number>): Float32Array {
  const row = new Float32Array(side.width);
  const count = items.length;
  if (count === 0) return row;
  const ridge = new Ridge(side.width);
  for (let k = 0; k < count; k++) {
    const offset = (items[k] ?? 0) * side.width;
    ridge.add(side.items, offset, (values[k] ?? 0) - side.mean - (side.items[offset] ?? 0));
  }
  const { userEffect, factor, factorPerRating } = side.penalties;
  ridge.solve(userEffect, factor + factorPerRating * count, row, 0);
  return row;
}

/** A user row and an item → the expected rating in quarters, clipped to 0..4. */
export function predict(side: ItemSide, row: Float32Array, item: number): number {
  const offset = item * side.width;
  let sum = side.mean + (row[0] ?? 0) + (side.items[offset] ?? 0);
  for (let k = 1; k < side.width; k++) sum += (row[k] ?? 0) * (side.items[offset + k] ?? 0);
  return Math.min(4, Math.max(0, sum));
}
