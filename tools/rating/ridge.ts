/**
 * Ridge regression on few features, solved in closed form: the one step that alternating least squares repeats, and
 * that folds in a new user. Rows of features are added one by one; buffers are reused between solves.
 */
export class Ridge {
  readonly width: number;
  /** Lower triangle of X'X, packed by rows. */
  readonly #gram: Float64Array;
  readonly #moment: Float64Array;
  readonly #row: Float64Array;

  constructor(width: number) {
    this.width = width;
    this.#gram = new Float64Array((width * (width + 1)) / 2);
    this.#moment = new Float64Array(width);
    this.#row = new Float64Array(width);
  }

  reset(): void {
    this.#gram.fill(0);
    this.#moment.fill(0);
  }

  /** Adds one observation: feature 0 is the constant 1, features 1.. are `table[offset + 1 ..]`. */
  add(table: Float32Array, offset: number, target: number): void {
    const { width } = this;
    const gram = this.#gram;
    const moment = this.#moment;
    const row = this.#row;
    row[0] = 1;
    for (let a = 1; a < width; a++) row[a] = table[offset + a] ?? 0;
    let k = 0;
    for (let a = 0; a < width; a++) {
      const x = row[a] ?? 0;
      moment[a] = (moment[a] ?? 0) + x * target;
      for (let b = 0; b <= a; b++, k++) gram[k] = (gram[k] ?? 0) + x * (row[b] ?? 0);
    }
  }

  /**
   * Writes the minimiser of |y − Xw|² + intercept·w₀² + slope·(w₁² + …) to `out[offset ..]`, by Cholesky factorisation.
   * Both penalties must be positive, which makes the matrix positive definite.
   */
  solve(intercept: number, slope: number, out: Float32Array, offset: number): void {
    const { width } = this;
    const gram = this.#gram;
    const x = this.#moment;
    for (let a = 0; a < width; a++) {
      const row = (a * (a + 1)) / 2;
      gram[row + a] = (gram[row + a] ?? 0) + (a === 0 ? intercept : slope);
      for (let b = 0; b <= a; b++) {
        const other = (b * (b + 1)) / 2;
        let sum = gram[row + b] ?? 0;
        for (let c = 0; c < b; c++) sum -= (gram[row + c] ?? 0) * (gram[other + c] ?? 0);
        gram[row + b] = a === b ? Math.sqrt(sum) : sum / (gram[other + b] ?? 0);
      }
      let sum = x[a] ?? 0;
      for (let c = 0; c < a; c++) sum -= (gram[row + c] ?? 0) * (x[c] ?? 0);
      x[a] = sum / (gram[row + a] ?? 0);
    }
    for (let a = width - 1; a >= 0; a--) {
      let sum = x[a] ?? 0;
      for (let c = a + 1; c < width; c++) sum -= (gram[(c * (c + 1)) / 2 + a] ?? 0) * (x[c] ?? 0);
      x[a] = sum / (gram[(a * (a + 1)) / 2 + a] ?? 0);
      out[offset + a] = x[a] ?? 0;
    }
  }
}
