import type { RatingMatrix, RatingRows } from "./rating-matrix.ts";
import { Ridge } from "./ridge.ts";

export interface Penalties {
  /** On a user's and on an item's offset: as if that many ratings had been average. */
  readonly userEffect: number;
  readonly itemEffect: number;
  /** On factors: a constant part, and a part for each rating of the row (ALS-WR). */
  readonly factor: number;
  readonly factorPerRating: number;
}

/** A fitted model: rating = mean + user₀ + item₀ + Σₖ userₖ · itemₖ, rows of `width` = 1 + factors. */
export interface Factorisation {
  readonly mean: number;
  readonly width: number;
  readonly users: Float32Array;
  readonly items: Float32Array;
}

/**
 * A start for `improve`: item effects from damped means, item factors small and random.
 *
 * @param mean of all ratings, which effects are deviations from
 * @param random uniform in [0, 1)
 */
export function startFactorisation(
  matrix: RatingMatrix,
  mean: number,
  factors: number,
  random: () => number,
): Factorisation {
  const width = factors + 1;
  const { start, value } = matrix.byItem;
  const items = new Float32Array(matrix.items * width);
  for (let item = 0; item < matrix.items; item++) {
    const from = start[item] ?? 0;
    const to = start[item + 1] ?? 0;
    if (from === to) continue;
    let offset = 0;
    for (let at = from; at < to; at++) offset += (value[at] ?? 0) - mean;
    items[item * width] = offset / (to - from + START_DAMPING);
    for (let k = 1; k < width; k++) items[item * width + k] = (random() - 0.5) * START_SPREAD;
  }
  return { mean, width, users: new Float32Array(matrix.users * width), items };
}

const START_DAMPING = 10;
const START_SPREAD = 0.6;

/**
 * One round of alternating least squares, in place: users given items, then items given users (Koren, Bell & Volinsky
 * 2009, "Matrix Factorization Techniques for Recommender Systems"; penalties that grow with the count as in Zhou et al.
 * 2008, "Large-Scale Parallel Collaborative Filtering for the Netflix Prize"). Effects and factors of a row are solved
 * together. User rows are centred in between, so that the zero row stands for the average user: somebody unknown gets
 * mean + item effect. The matrix may be another than the one the model was started on, as long as users and items are the same.
 *
 * @param breathe called now and then; rejects to stop, which leaves the model half improved
 */
export async function improve(
  matrix: RatingMatrix,
  model: Factorisation,
  penalties: Penalties,
  breathe: () => Promise<void>,
): Promise<void> {
  const ridge = new Ridge(model.width);
  const { userEffect, itemEffect, factor, factorPerRating } = penalties;
  const slope = (count: number): number => factor + factorPerRating * count;
  await solveRows(matrix.byUser, model.items, model.users, model.mean, ridge, userEffect, slope, breathe);
  centre(model.users, matrix.byUser, model.width);
  await solveRows(matrix.byItem, model.users, model.items, model.mean, ridge, itemEffect, slope, breathe);
}

/** Ratings between two breaths: some hundredths of a second. */
const BREATH = 100_000;

/** Solves every row of one side, given the other side. A row without ratings is zero. */
async function solveRows(
  rows: RatingRows,
  given: Float32Array,
  solved: Float32Array,
  mean: number,
  ridge: Ridge,
  intercept: number,
  slope: (count: number) => number,
  breathe: () => Promise<void>,
): Promise<void> {
  const { start, other, value } = rows;
  const { width } = ridge;
  let breath = BREATH;
  for (let row = 0; row + 1 < start.length; row++) {
    const from = start[row] ?? 0;
    const to = start[row + 1] ?? 0;
    if (to > breath) {
      await breathe();
      breath = to + BREATH;
    }
    if (from === to) {
      solved.fill(0, row * width, (row + 1) * width);
      continue;
    }
    ridge.reset();
    for (let at = from; at < to; at++) {
      const offset = (other[at] ?? 0) * width;
      ridge.add(given, offset, (value[at] ?? 0) - mean - (given[offset] ?? 0));
    }
    ridge.solve(intercept, slope(to - from), solved, row * width);
  }
}

/** Subtracts the mean row of those who rated; the item step that follows takes up what was removed. */
function centre(rows: Float32Array, ratings: RatingRows, width: number): void {
  const count = ratings.start.length - 1;
  const mean = new Float64Array(width);
  let rated = 0;
  for (let row = 0; row < count; row++) {
    if (ratings.start[row] === ratings.start[row + 1]) continue;
    rated++;
    for (let k = 0; k < width; k++) mean[k] = (mean[k] ?? 0) + (rows[row * width + k] ?? 0);
  }
  if (rated === 0) return;
  for (let row = 0; row < count; row++) {
    if (ratings.start[row] === ratings.start[row + 1]) continue;
    for (let k = 0; k < width; k++) {
      rows[row * width + k] = (rows[row * width + k] ?? 0) - (mean[k] ?? 0) / rated;
    }
  }
}
