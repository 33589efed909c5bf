import { type SparseRow, times, transposedTimes } from "./sparse-rows.ts";

export interface RidgeProblem {
  /** Of length 1 each. */
  readonly rows: readonly SparseRow[];
  readonly columnCount: number;
  /** [rows × width], row-major. */
  readonly targets: Float64Array;
  readonly width: number;
  readonly ridge: number;
}

/** Steps after which the solution no longer moves what is ranked by it. */
const STEPS = 20;

/**
 * Ridge regression for many targets at once: W [columnCount × width] that makes ‖X·W − Y‖² + ridge·‖W‖² least. Solved in its dual form
 * W = Xᵀ·(X·Xᵀ + ridge·I)⁻¹·Y (Saunders et al., ICML 1998), by conjugate gradients, all targets side by side.
 */
export function solveRidge({ rows, columnCount, targets, width, ridge }: RidgeProblem): Float64Array {
  const apply = (vectors: Float64Array): Float64Array => {
    const inward = transposedTimes(rows, vectors, width, columnCount);
    const product = Float64Array.from(vectors, (value) => ridge * value);
    for (const [row, each] of rows.entries()) {
      const along = times(each, inward, width);
      for (let k = 0; k < width; k++)
        product[row * width + k] = (product[row * width + k] ?? 0) + (along[k] ?? 0);
    }
    return product;
  };
  const solution = new Float64Array(targets.length);
  const residual = targets.slice();
  const direction = targets.slice();
  let squares = columnSums(residual, residual, width);
  for (let step = 0; step < STEPS; step++) {
    const applied = apply(direction);
    const curvature = columnSums(direction, applied, width);
    const stride = squares.map((square, k) => quotient(square, curvature[k] ?? 0));
    for (let at = 0; at < solution.length; at++) {
      const along = stride[at % width] ?? 0;
      solution[at] = (solution[at] ?? 0) + along * (direction[at] ?? 0);
      residual[at] = (residual[at] ?? 0) - along * (applied[at] ?? 0);
    }
    const next = columnSums(residual, residual, width);
    for (let at = 0; at < direction.length; at++) {
      const kept = quotient(next[at % width] ?? 0, squares[at % width] ?? 0);
      direction[at] = (residual[at] ?? 0) + kept * (direction[at] ?? 0);
    }
    squares = next;
  }
  return transposedTimes(rows, solution, width, columnCount);
}

/** Of a column that is solved already nothing is left to divide. */
function quotient(above: number, below: number): number {
  return below > 1e-12 ? above / below : 0;
}

function columnSums(one: Float64Array, other: Float64Array, width: number): Float64Array {
  const sums = new Float64Array(width);
  for (let at = 0; at < one.length; at++) {
    sums[at % width] = (sums[at % width] ?? 0) + (one[at] ?? 0) * (other[at] ?? 0);
  }
  return sums;
}
