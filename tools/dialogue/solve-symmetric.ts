/** x with A·x = b, for a symmetric positive definite A [n × n] (Cholesky). Throws RangeError where it is not that. */
export function solveSymmetric(a: Float64Array, b: Float64Array): Float64Array {
  const n = b.length;
  const lower = a.slice();
  for (let column = 0; column < n; column++) {
    for (let row = column; row < n; row++) {
      let sum = lower[row * n + column] ?? 0;
      for (let k = 0; k < column; k++) sum -= (lower[row * n + k] ?? 0) * (lower[column * n + k] ?? 0);
      if (row > column) lower[row * n + column] = sum / (lower[column * n + column] ?? 1);
      else if (sum > 0) lower[row * n + column] = Math.sqrt(sum);
      else throw new RangeError("the matrix is not positive definite");
    }
  }
  const x = b.slice();
  for (let row = 0; row < n; row++) {
    for (let k = 0; k < row; k++) x[row] = (x[row] ?? 0) - (lower[row * n + k] ?? 0) * (x[k] ?? 0);
    x[row] = (x[row] ?? 0) / (lower[row * n + row] ?? 1);
  }
  for (let row = n - 1; row >= 0; row--) {
    for (let k = row + 1; k < n; k++) x[row] = (x[row] ?? 0) - (lower[k * n + row] ?? 0) * (x[k] ?? 0);
    x[row] = (x[row] ?? 0) / (lower[row * n + row] ?? 1);
  }
  return x;
}
