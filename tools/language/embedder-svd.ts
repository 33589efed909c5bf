import { normal, seededRandom } from "../../memory/random.ts";
import { eigenSymmetric } from "./embedder-eigen.ts";
import type { SparseRows } from "./embedder-vocabulary.ts";

/** More directions are sampled than kept, and the sample is sharpened by this many power steps: enough for text (Halko et al., §4.5). */
const OVERSAMPLING = 10;
const POWER_STEPS = 1;

/** Directions weaker than this, relative to the strongest, are noise of the arithmetic. */
const NEGLIGIBLE = 1e-5;

/**
 * The leading right singular vectors of a sparse matrix, by randomised subspace iteration (Halko, Martinsson & Tropp 2011,
 * algorithms 4.4 and 5.1). Deterministic for a seed.
 * @returns `vectors`, columnCount × rank row-major, orthonormal columns, strongest first; `rank` ≤ `wanted`, less where
 * the matrix holds less; `values`, the singular values.
 * @param pause awaited between the steps, each of which takes up to a second; what it throws ends the work
 */
export async function leadingDirections(
  matrix: SparseRows,
  wanted: number,
  seed: number,
  pause: () => Promise<void> = async () => {},
): Promise<{ readonly vectors: Float32Array; readonly values: Float64Array; readonly rank: number }> {
  const width = Math.min(wanted + OVERSAMPLING, matrix.rows, matrix.columnCount);
  let basis = times(matrix, gaussians(matrix.columnCount * width, seed), width);
  for (let step = 0; step < POWER_STEPS; step += 1) {
    orthonormalise(basis, matrix.rows, width);
    await pause();
    const image = timesTransposed(matrix, basis, width);
    await pause();
    basis = times(matrix, image, width);
    await pause();
  }
  orthonormalise(basis, matrix.rows, width);
  // basisᵀ·A·Aᵀ·basis has the squares of the singular values. Documents are fewer than terms: dense work stays on their side.
  const image = times(matrix, timesTransposed(matrix, basis, width), width);
  await pause();
  const { values, vectors } = eigenSymmetric(symmetricProduct(basis, image, matrix.rows, width), width);
  await pause();
  const singular = values.map((value) => Math.sqrt(Math.max(0, value)));
  const floor = (singular[0] ?? 0) * NEGLIGIBLE;
  const rank = Math.min(wanted, singular.filter((value) => value > floor).length);
  const left = leftDirections(basis, vectors, singular, { rows: matrix.rows, width, rank });
  return {
    vectors: Float32Array.from(timesTransposed(matrix, left, rank)),
    values: singular.slice(0, rank),
    rank,
  };
}

/** matrix (rows × columns) · dense (columns × width). */
function times(matrix: SparseRows, dense: Float64Array, width: number): Float64Array {
  const product = new Float64Array(matrix.rows * width);
  eachCell(matrix, (row, column, value) => addRow(product, row * width, dense, column * width, value, width));
  return product;
}

/** matrixᵀ (columns × rows) · dense (rows × width). */
function timesTransposed(matrix: SparseRows, dense: Float64Array, width: number): Float64Array {
  const product = new Float64Array(matrix.columnCount * width);
  eachCell(matrix, (row, column, value) => addRow(product, column * width, dense, row * width, value, width));
  return product;
}

function eachCell(matrix: SparseRows, visit: (row: number, column: number, value: number) => void): void {
  for (let row = 0; row < matrix.rows; row += 1) {
    const end = matrix.starts[row + 1] ?? 0;
    for (let cell = matrix.starts[row] ?? 0; cell < end; cell += 1) {
      visit(row, matrix.columns[cell] ?? 0, matrix.values[cell] ?? 0);
    }
  }
}

/** to[…] += factor · from[…], `width` numbers long. */
function addRow(
  to: Float64Array,
  toAt: number,
  from: Float64Array,
  fromAt: number,
  factor: number,
  width: number,
): void {
  for (let k = 0; k < width; k += 1) to[toAt + k] = (to[toAt + k] ?? 0) + factor * (from[fromAt + k] ?? 0);
}

/** leftᵀ · right, width × width, where that is known to be symmetric. */
function symmetricProduct(
  left: Float64Array,
  right: Float64Array,
  rows: number,
  width: number,
): Float64Array {
  const product = new Float64Array(width * width);
  for (let row = 0; row < rows; row += 1) {
    for (let i = 0; i < width; i += 1) {
      const value = left[row * width + i] ?? 0;
      if (value === 0) continue;
      for (let j = i; j < width; j += 1) {
        product[i * width + j] = (product[i * width + j] ?? 0) + value * (right[row * width + j] ?? 0);
      }
    }
  }
  for (let i = 0; i < width; i += 1) {
    for (let j = 0; j < i; j += 1) product[i * width + j] = product[j * width + i] ?? 0;
  }
  return product;
}

/**
 * Makes the columns orthonormal in place: Cholesky of the Gram matrix, then a triangular solve for each row. A column that
 * depends on those before it becomes zero.
 */
function orthonormalise(dense: Float64Array, rows: number, width: number): void {
  const { lower, pivots } = cholesky(symmetricProduct(dense, dense, rows, width), width);
  for (let row = 0; row < rows; row += 1) {
    const at = row * width;
    for (let i = 0; i < width; i += 1) {
      let value = dense[at + i] ?? 0;
      for (let j = 0; j < i; j += 1) value -= (lower[i * width + j] ?? 0) * (dense[at + j] ?? 0);
      dense[at + i] = value * (pivots[i] ?? 0);
    }
  }
}

/** `pivots` are the inverse diagonal, 0 for a dependent column. */
function cholesky(
  symmetric: Float64Array,
  size: number,
): { readonly lower: Float64Array; readonly pivots: Float64Array } {
  const lower = new Float64Array(size * size);
  const pivots = new Float64Array(size);
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      let value = symmetric[i * size + j] ?? 0;
      for (let k = 0; k < j; k += 1) value -= (lower[i * size + k] ?? 0) * (lower[j * size + k] ?? 0);
      if (j < i) {
        lower[i * size + j] = value * (pivots[j] ?? 0);
      } else if (value > 1e-12 * (symmetric[i * size + i] ?? 0)) {
        lower[i * size + i] = Math.sqrt(value);
        pivots[i] = 1 / Math.sqrt(value);
      }
    }
  }
  return { lower, pivots };
}

/** basis · vectors · diag(1 / singular), rows × rank: what Aᵀ takes to the right singular vectors. */
function leftDirections(
  basis: Float64Array,
  vectors: Float64Array,
  singular: Float64Array,
  { rows, width, rank }: { readonly rows: number; readonly width: number; readonly rank: number },
): Float64Array {
  const left = new Float64Array(rows * rank);
  for (let row = 0; row < rows; row += 1) {
    for (let i = 0; i < width; i += 1) {
      const value = basis[row * width + i] ?? 0;
      for (let k = 0; k < rank; k += 1) {
        left[row * rank + k] = (left[row * rank + k] ?? 0) + value * (vectors[i * width + k] ?? 0);
      }
    }
    for (let k = 0; k < rank; k += 1) left[row * rank + k] = (left[row * rank + k] ?? 0) / (singular[k] ?? 1);
  }
  return left;
}

function gaussians(count: number, seed: number): Float64Array {
  const random = seededRandom(seed);
  return Float64Array.from({ length: count }, () => normal(random));
}
