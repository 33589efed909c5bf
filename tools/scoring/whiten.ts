import { type Algebra, type Matrix, zeros } from "./algebra.ts";

/**
 * Turns item vectors V (a last row of zeros may follow) into the basis in which M = unobserved·VᵀV + ridge·unobserved·N·I is the
 * identity: V·L⁻ᵀ with M = L·Lᵀ. Inner products with a user, solved in the same basis, stay what they were.
 */
export async function whiten(
  algebra: Algebra,
  items: Matrix,
  unobserved: number,
  ridge: number,
): Promise<Matrix> {
  const d = items.columns;
  const gram = await algebra.multiplyTransposed(items, items);
  const metric = Float64Array.from(gram.data, (value) => value * unobserved);
  for (let k = 0; k < d; k++) {
    metric[k * d + k] = (metric[k * d + k] ?? 0) + ridge * unobserved * (items.rows - 1);
  }
  return algebra.multiply(items, inverseFactor(metric, d));
}

/** L⁻ᵀ of the Cholesky factorisation A = L·Lᵀ. */
function inverseFactor(a: Float64Array, d: number): Matrix {
  const at = (matrix: ArrayLike<number>, i: number, j: number): number => matrix[i * d + j] ?? 0;
  const lower = new Float64Array(d * d);
  for (let i = 0; i < d; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = at(a, i, j);
      for (let k = 0; k < j; k++) sum -= at(lower, i, k) * at(lower, j, k);
      lower[i * d + j] = i === j ? Math.sqrt(sum) : sum / at(lower, j, j);
    }
  }
  const inverse = zeros(d, d);
  for (let column = 0; column < d; column++) {
    for (let i = column; i < d; i++) {
      let sum = i === column ? 1 : 0;
      for (let k = column; k < i; k++) sum -= at(lower, i, k) * at(inverse.data, column, k);
      inverse.data[column * d + i] = sum / at(lower, i, i);
    }
  }
  return inverse;
}
