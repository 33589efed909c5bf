import { type Algebra, type Matrix, zeros } from "../scoring/algebra.ts";
import type { RatingMatrix, RatingRows } from "./rating-matrix.ts";

/** As many ratings as that count for nothing, where who rated what is weighed. */
export const SUPPORT_DAMPING = 5;

/** What one side's rows are like by which of the other side they meet, and how a row's prior is regressed on it. */
export interface Traits {
  /** rows × traits; zero where a row has no ratings. */
  readonly features: Matrix;
  /** (F'F + λI)⁻¹ over the rows that have ratings. */
  readonly inverse: Matrix;
}

export interface BothTraits {
  readonly users: Traits;
  readonly items: Traits;
  /** items × traits: a user's traits are the sum of this over what they rated, divided by √(n + SUPPORT_DAMPING). */
  readonly loadings: Matrix;
}

/** Ridge penalties of the regressions, in rows of average traits. Tuned as DEFAULT_PARAMETERS are. */
const USER_RIDGE = 90;
const ITEM_RIDGE = 50;

/**
 * Implicit feedback in closed form: which items somebody rated says what they like, and who rated an item what it is like, whatever the
 * ratings are (Koren 2008, "Factorization Meets the Neighborhood", there learned by gradient). The leading singular vectors
 * of the matrix of who rated what, divided by the roots of both counts, are found by orthogonal iteration (Golub & Van Loan
 * 2013, 8.2); a row's traits are the sum of the vectors it met, about their mean. Items also have the logarithm of their count.
 *
 * @param count of singular vectors
 */
export async function implicitTraits(
  matrix: RatingMatrix,
  count: number,
  algebra: Algebra,
  random: () => number,
  breathe: () => Promise<void>,
): Promise<BothTraits> {
  const { byUser, byItem } = matrix;
  let vectors = zeros(matrix.items, count);
  for (let cell = 0; cell < vectors.data.length; cell++) vectors.data[cell] = random() - 0.5;
  orthonormalise(vectors);
  const rounds = matrix.count > MANY_RATINGS ? FEW_ROUNDS : ROUNDS;
  for (let round = 0; round < rounds; round++) {
    await breathe();
    vectors = through(byItem, byUser, through(byUser, byItem, vectors));
    orthonormalise(vectors);
  }
  await breathe();
  const userVectors = through(byUser, byItem, vectors);
  const users = featuresOf(byUser, byItem, vectors, 0);
  await breathe();
  const items = featuresOf(byItem, byUser, userVectors, 1);
  appendLogCounts(items.features, byItem);
  return {
    users: { features: users.features, inverse: await ridgeInverse(users.features, USER_RIDGE, algebra) },
    items: { features: items.features, inverse: await ridgeInverse(items.features, ITEM_RIDGE, algebra) },
    loadings: users.loadings,
  };
}

const ROUNDS = 8;
const FEW_ROUNDS = 4;
const MANY_RATINGS = 2_000_000;

/** Ridge regression of rows on their traits: the weights (traits × width). */
export async function regress(traits: Traits, rows: Matrix, algebra: Algebra): Promise<Matrix> {
  return algebra.multiply(traits.inverse, await algebra.multiplyTransposed(traits.features, rows));
}

async function ridgeInverse(features: Matrix, ridge: number, algebra: Algebra): Promise<Matrix> {
  const gram = await algebra.multiplyTransposed(features, features);
  for (let k = 0; k < gram.rows; k++)
    gram.data[k * gram.columns + k] = (gram.data[k * gram.columns + k] ?? 0) + ridge;
  return algebra.invert(gram);
}

function countAt({ start }: RatingRows, row: number): number {
  return (start[row + 1] ?? 0) - (start[row] ?? 0);
}

/** The matrix of who rated what, each cell divided by √(row count · column count), times `factors` (columns × k). */
function through(rows: RatingRows, columns: RatingRows, factors: Matrix): Matrix {
  const k = factors.columns;
  const out = zeros(rows.start.length - 1, k);
  for (let row = 0; row < out.rows; row++) {
    for (let at = rows.start[row] ?? 0; at < (rows.start[row + 1] ?? 0); at++) {
      const other = rows.other[at] ?? 0;
      accumulate(out, row, factors, other, 1 / Math.sqrt(countAt(rows, row) * countAt(columns, other)));
    }
  }
  return out;
}

function accumulate(out: Matrix, row: number, from: Matrix, other: number, weight: number): void {
  const to = row * out.columns;
  const offset = other * from.columns;
  for (let c = 0; c < from.columns; c++) {
    out.data[to + c] = (out.data[to + c] ?? 0) + weight * (from.data[offset + c] ?? 0);
  }
}

/** Modified Gram–Schmidt on the columns, in place; a column that adds nothing becomes zero. */
function orthonormalise({ data, rows, columns }: Matrix): void {
  const column = new Float64Array(rows);
  for (let c = 0; c < columns; c++) {
    for (let row = 0; row < rows; row++) column[row] = data[row * columns + c] ?? 0;
    const before = Math.sqrt(dot(column, column));
    for (let b = 0; b < c; b++) {
      let share = 0;
      for (let row = 0; row < rows; row++) share += (column[row] ?? 0) * (data[row * columns + b] ?? 0);
      for (let row = 0; row < rows; row++) {
        column[row] = (column[row] ?? 0) - share * (data[row * columns + b] ?? 0);
      }
    }
    const norm = Math.sqrt(dot(column, column));
    const scale = norm > 1e-5 * before ? 1 / norm : 0;
    for (let row = 0; row < rows; row++) data[row * columns + c] = (column[row] ?? 0) * scale;
  }
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += (a[k] ?? 0) * (b[k] ?? 0);
  return sum;
}

/** Traits of every row, scaled to unit mean square over the rows with ratings; the loadings are centred and scaled alike. */
function featuresOf(
  rows: RatingRows,
  columns: RatingRows,
  vectors: Matrix,
  spare: number,
): { readonly features: Matrix; readonly loadings: Matrix } {
  const k = vectors.columns;
  const loadings = { ...vectors, data: vectors.data.slice() };
  centre(loadings, columns);
  const features = zeros(rows.start.length - 1, k + spare);
  let rated = 0;
  for (let row = 0; row < features.rows; row++) {
    const n = countAt(rows, row);
    if (n > 0) rated++;
    for (let at = rows.start[row] ?? 0; at < (rows.start[row + 1] ?? 0); at++) {
      accumulate(features, row, loadings, rows.other[at] ?? 0, 1 / Math.sqrt(n + SUPPORT_DAMPING));
    }
  }
  for (let c = 0; c < k; c++) {
    let squares = 0;
    for (let row = 0; row < features.rows; row++)
      squares += (features.data[row * features.columns + c] ?? 0) ** 2;
    const scale = squares > 0 ? Math.sqrt(rated / squares) : 0;
    scaleColumn(features, c, scale);
    scaleColumn(loadings, c, scale);
  }
  return { features, loadings };
}

/** Subtracts the mean over ratings; rows without ratings become zero. */
function centre(matrix: Matrix, ratings: RatingRows): void {
  const { rows, columns, data } = matrix;
  const mean = new Float64Array(columns);
  for (let row = 0; row < rows; row++) {
    const share = countAt(ratings, row) / Math.max(1, ratings.other.length);
    for (let c = 0; c < columns; c++) mean[c] = (mean[c] ?? 0) + share * (data[row * columns + c] ?? 0);
  }
  for (let row = 0; row < rows; row++) {
    const rated = countAt(ratings, row) > 0;
    for (let c = 0; c < columns; c++) {
      data[row * columns + c] = rated ? (data[row * columns + c] ?? 0) - (mean[c] ?? 0) : 0;
    }
  }
}

function scaleColumn({ rows, columns, data }: Matrix, column: number, scale: number): void {
  for (let row = 0; row < rows; row++)
    data[row * columns + column] = scale * (data[row * columns + column] ?? 0);
}

/** Into the last column: log(1 + count) about its mean over the rows with ratings. */
function appendLogCounts(features: Matrix, ratings: RatingRows): void {
  let sum = 0;
  let rated = 0;
  for (let row = 0; row < features.rows; row++) {
    const n = countAt(ratings, row);
    if (n > 0) rated++;
    sum += Math.log1p(n);
  }
  for (let row = 0; row < features.rows; row++) {
    const n = countAt(ratings, row);
    if (n > 0) features.data[(row + 1) * features.columns - 1] = Math.log1p(n) - sum / rated;
  }
}
