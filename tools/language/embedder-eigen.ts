const MOST_SWEEPS = 30;

/**
 * All eigenvalues and eigenvectors of a symmetric matrix by cyclic Jacobi rotations (Golub & Van Loan, §8.5).
 * @param symmetric size × size; left as it is.
 * @returns values descending; `vectors[i * size + k]` is the i-th component of the k-th eigenvector.
 */
export function eigenSymmetric(
  symmetric: Float64Array,
  size: number,
): { readonly values: Float64Array; readonly vectors: Float64Array } {
  const matrix = symmetric.slice();
  // Eigenvectors are kept as rows while rotating, so that a rotation touches two contiguous runs.
  const rows = identity(size);
  const scale = Math.sqrt(matrix.reduce((sum, value) => sum + value * value, 0));
  for (let sweep = 0; sweep < MOST_SWEEPS && offDiagonal(matrix, size) > 1e-14 * scale; sweep += 1) {
    for (let p = 0; p < size - 1; p += 1) {
      for (let q = p + 1; q < size; q += 1) rotate(matrix, rows, size, p, q);
    }
  }
  return sorted(matrix, rows, size);
}

function rotate(matrix: Float64Array, rows: Float64Array, size: number, p: number, q: number): void {
  const apq = matrix[p * size + q] ?? 0;
  const app = matrix[p * size + p] ?? 0;
  const aqq = matrix[q * size + q] ?? 0;
  if (Math.abs(apq) <= 1e-18 * Math.sqrt(Math.abs(app * aqq)) || apq === 0) return;
  const theta = (aqq - app) / (2 * apq);
  const tangent = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const cosine = 1 / Math.sqrt(tangent * tangent + 1);
  const sine = tangent * cosine;
  for (let k = 0; k < size; k += 1) {
    const kp = matrix[k * size + p] ?? 0;
    const kq = matrix[k * size + q] ?? 0;
    matrix[k * size + p] = cosine * kp - sine * kq;
    matrix[k * size + q] = sine * kp + cosine * kq;
  }
  rotateRows(matrix, size, p, q, cosine, sine);
  rotateRows(rows, size, p, q, cosine, sine);
}

function rotateRows(
  matrix: Float64Array,
  size: number,
  p: number,
  q: number,
  cosine: number,
  sine: number,
): void {
  for (let k = 0; k < size; k += 1) {
    const pk = matrix[p * size + k] ?? 0;
    const qk = matrix[q * size + k] ?? 0;
    matrix[p * size + k] = cosine * pk - sine * qk;
    matrix[q * size + k] = sine * pk + cosine * qk;
  }
}

function identity(size: number): Float64Array {
  const matrix = new Float64Array(size * size);
  for (let i = 0; i < size; i += 1) matrix[i * size + i] = 1;
  return matrix;
}

function offDiagonal(matrix: Float64Array, size: number): number {
  let sum = 0;
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j < i; j += 1) sum += 2 * (matrix[i * size + j] ?? 0) ** 2;
  }
  return Math.sqrt(sum);
}

function sorted(
  matrix: Float64Array,
  rows: Float64Array,
  size: number,
): { readonly values: Float64Array; readonly vectors: Float64Array } {
  const order = Array.from({ length: size }, (_, k) => k).sort(
    (a, b) => (matrix[b * size + b] ?? 0) - (matrix[a * size + a] ?? 0) || a - b,
  );
  const vectors = new Float64Array(size * size);
  order.forEach((from, k) => {
    for (let i = 0; i < size; i += 1) vectors[i * size + k] = rows[from * size + i] ?? 0;
  });
  return { values: Float64Array.from(order, (k) => matrix[k * size + k] ?? 0), vectors };
}
