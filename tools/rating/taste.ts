import { GaussianRow, type GaussianRows } from "./gaussian-row.ts";
import { SUPPORT_DAMPING } from "./traits.ts";

/** The items' side of a fitted model: what folding in and predicting needs. All in quarters of the scale. */
export interface TasteSide {
  readonly mean: number;
  readonly width: number;
  /** items × width: expected rows. */
  readonly items: Float32Array;
  /** Covariances of `items`, see GaussianRows. */
  readonly covariances: Float32Array;
  /** items × width: what having rated an item, whatever the rating, says of a user's row. */
  readonly implied: Float32Array;
  /** Damped mean deviation of each item's ratings from the mean: what somebody unknown is told. */
  readonly plain: Float32Array;
  /** Variances of user rows around what is implied, one for each column. */
  readonly variances: readonly number[];
  /** Variance of an average user's ratings around what is expected. */
  readonly noise: number;
}

/** As many average ratings as a user's own scatter is weighed against. */
const SCATTER_DAMPING = 20;

/**
 * Solves a user's row from the ratings that were added to `row`: once as if their ratings scattered as everybody's do, and
 * again with the scatter that leaves.
 *
 * @returns the scatter: how many times noisier than average their ratings are, drawn towards 1
 */
export function solveUser(
  row: GaussianRow,
  count: number,
  noise: number,
  prior: ArrayLike<number>,
  offset: number,
  variances: ArrayLike<number>,
): number {
  row.solve(noise, prior, offset, variances);
  const scatter = (row.expectedSquares() / noise + SCATTER_DAMPING) / (count + SCATTER_DAMPING);
  row.solve(noise * scatter, prior, offset, variances);
  return scatter;
}

/**
 * The user row that the last round of fitting would have solved: the posterior mean of Bayesian linear regression on the item rows,
 * around what the set of rated items implies. Nobody is retrained, and without ratings the row is zero, the average user.
 *
 * @param items catalogue indices
 * @param values in quarters, one for each item
 */
export function tasteOf(side: TasteSide, items: ArrayLike<number>, values: ArrayLike<number>): Float64Array {
  const { width } = side;
  const count = items.length;
  if (count === 0) return new Float64Array(width);
  const rows: GaussianRows = { width, means: side.items, covariances: side.covariances };
  const row = new GaussianRow(width);
  const prior = new Float64Array(width);
  const share = 1 / Math.sqrt(count + SUPPORT_DAMPING);
  for (let at = 0; at < count; at++) {
    const item = items[at] ?? 0;
    row.add(rows, item, (values[at] ?? 0) - side.mean, 1);
    for (let k = 0; k < width; k++)
      prior[k] = (prior[k] ?? 0) + share * (side.implied[item * width + k] ?? 0);
  }
  solveUser(row, count, side.noise, prior, 0, side.variances);
  return row.mean;
}

/** As many ratings as the plain item effects count for in what a user is told. */
const PLAIN_DAMPING = 2;

/**
 * A user row and an item → the expected rating in quarters, clipped to 0..4. For users with few ratings the item's effect, which is
 * what it has beyond who rates it, gives way to its plain mean: they may be anybody.
 *
 * @param count ratings that the row was solved from
 */
export function expectedRating(side: TasteSide, row: ArrayLike<number>, item: number, count: number): number {
  const offset = item * side.width;
  const unknown = PLAIN_DAMPING / (count + PLAIN_DAMPING);
  let sum = side.mean + (row[0] ?? 0);
  sum += (1 - unknown) * (side.items[offset] ?? 0) + unknown * (side.plain[item] ?? 0);
  for (let k = 1; k < side.width; k++) sum += (row[k] ?? 0) * (side.items[offset + k] ?? 0);
  return Math.min(4, Math.max(0, sum));
}
