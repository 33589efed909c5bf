/** Gaussian beliefs about rows of [effect, factor 1 … factor d]: means, and covariances as packed lower triangles or diagonals. */
export interface GaussianRows {
  readonly width: number;
  /** rows × width */
  readonly means: Float32Array;
  /** rows × width·(width + 1)/2, or rows × width where only variances are kept. */
  readonly covariances: Float32Array;
}

/** Numbers that the covariance of one row takes: whole, or its diagonal alone. */
export function covarianceSize(width: number, whole: boolean): number {
  return whole ? (width * (width + 1)) / 2 : width;
}

/**
 * Bayesian linear regression of one row on uncertain rows of the other side: what variational inference for matrix
 * factorisation repeats (Lim & Teh 2007, "Variational Bayesian Approach to Movie Rating Prediction"; the effects belong to
 * the rows, as in Koren 2008). Observations are added one by one; buffers are reused between rows.
 */
export class GaussianRow {
  readonly width: number;
  /** What `solve` found: the posterior mean, and its covariance as a packed lower triangle. */
  readonly mean: Float64Array;
  readonly covariance: Float64Array;
  /** Expected X'X, packed; expected X'y and y'y. */
  readonly #gram: Float64Array;
  readonly #moment: Float64Array;
  #squares = 0;
  readonly #row: Float64Array;
  readonly #factor: Float64Array;

  constructor(width: number) {
    this.width = width;
    const triangle = covarianceSize(width, true);
    this.mean = new Float64Array(width);
    this.covariance = new Float64Array(triangle);
    this.#gram = new Float64Array(triangle);
    this.#moment = new Float64Array(width);
    this.#row = new Float64Array(width);
    this.#factor = new Float64Array(triangle);
  }

  reset(): void {
    this.#gram.fill(0);
    this.#moment.fill(0);
    this.#squares = 0;
  }

  /** Adds the rating `target` (without the mean) of `other`, whose effect is taken off it, counted `weight` times. */
  add(rows: GaussianRows, other: number, target: number, weight: number): void {
    const { width } = this;
    const { means, covariances } = rows;
    const gram = this.#gram;
    const moment = this.#moment;
    const row = this.#row;
    const whole = covariances.length !== means.length;
    const offset = other * width;
    const from = other * covarianceSize(width, whole);
    const y = target - (means[offset] ?? 0);
    row[0] = 1;
    for (let a = 1; a < width; a++) row[a] = means[offset + a] ?? 0;
    this.#squares += weight * (y * y + (covariances[from] ?? 0));
    let k = 0;
    for (let a = 0; a < width; a++) {
      const x = weight * (row[a] ?? 0);
      moment[a] = (moment[a] ?? 0) + x * y;
      for (let b = 0; b <= a; b++, k++) gram[k] = (gram[k] ?? 0) + x * (row[b] ?? 0);
    }
    if (whole) this.#addCovariance(covariances, from, weight);
    else this.#addVariances(covariances, from, weight);
  }

  #addCovariance(covariances: Float32Array, from: number, weight: number): void {
    const gram = this.#gram;
    const moment = this.#moment;
    let k = 1;
    for (let a = 1; a < this.width; a++) {
      moment[a] = (moment[a] ?? 0) - weight * (covariances[from + k] ?? 0);
      k++;
      for (let b = 1; b <= a; b++, k++) gram[k] = (gram[k] ?? 0) + weight * (covariances[from + k] ?? 0);
    }
  }

  #addVariances(variances: Float32Array, from: number, weight: number): void {
    const gram = this.#gram;
    for (let a = 1; a < this.width; a++) {
      const k = (a * (a + 3)) / 2;
      gram[k] = (gram[k] ?? 0) + weight * (variances[from + a] ?? 0);
    }
  }

  /**
   * Sets `mean` and `covariance` to the posterior under a Gaussian prior with independent columns.
   *
   * @param noise variance of a rating around its expectation
   * @param prior means, read from `offset` on
   * @param variances of the prior, all positive, which makes the precision positive definite
   */
  solve(noise: number, prior: ArrayLike<number>, offset: number, variances: ArrayLike<number>): void {
    const { width, mean } = this;
    const factor = this.#factor;
    for (let a = 0, k = 0; a < width; a++) {
      const precision = 1 / (variances[a] ?? 1);
      mean[a] = (this.#moment[a] ?? 0) / noise + (prior[offset + a] ?? 0) * precision;
      for (let b = 0; b <= a; b++, k++) factor[k] = (this.#gram[k] ?? 0) / noise + (a === b ? precision : 0);
    }
    factorise(factor, width);
    invertTriangle(factor, width);
    squareTriangle(factor, this.covariance, width);
    multiplySymmetric(this.covariance, mean, this.#row);
    mean.set(this.#row);
  }

  /** The weighted sum of squared errors that the posterior expects of what was added. */
  expectedSquares(): number {
    const { width, mean, covariance } = this;
    let sum = this.#squares;
    for (let a = 0, k = 0; a < width; a++) {
      sum -= 2 * (mean[a] ?? 0) * (this.#moment[a] ?? 0);
      for (let b = 0; b <= a; b++, k++) {
        const second = (mean[a] ?? 0) * (mean[b] ?? 0) + (covariance[k] ?? 0);
        sum += (a === b ? 1 : 2) * (this.#gram[k] ?? 0) * second;
      }
    }
    return Math.max(0, sum);
  }

  /** Writes the posterior into row `row` of `rows`. */
  store(rows: GaussianRows, row: number): void {
    const { width, mean, covariance } = this;
    rows.means.set(mean, row * width);
    if (rows.covariances.length !== rows.means.length) {
      rows.covariances.set(covariance, row * covariance.length);
      return;
    }
    for (let a = 0; a < width; a++) rows.covariances[row * width + a] = covariance[(a * (a + 3)) / 2] ?? 0;
  }
}

/** Cholesky, in place, packed lower triangle. */
function factorise(matrix: Float64Array, width: number): void {
  for (let a = 0; a < width; a++) {
    const row = (a * (a + 1)) / 2;
    for (let b = 0; b <= a; b++) {
      const other = (b * (b + 1)) / 2;
      let sum = matrix[row + b] ?? 0;
      for (let c = 0; c < b; c++) sum -= (matrix[row + c] ?? 0) * (matrix[other + c] ?? 0);
      matrix[row + b] = a === b ? Math.sqrt(sum) : sum / (matrix[other + b] ?? 1);
    }
  }
}

/** L⁻¹ of a packed lower triangle, in place. */
function invertTriangle(lower: Float64Array, width: number): void {
  for (let a = 0; a < width; a++) {
    const row = (a * (a + 1)) / 2;
    const pivot = 1 / (lower[row + a] ?? 1);
    for (let b = 0; b < a; b++) {
      let sum = 0;
      for (let c = b; c < a; c++) sum += (lower[row + c] ?? 0) * (lower[(c * (c + 1)) / 2 + b] ?? 0);
      lower[row + b] = -sum * pivot;
    }
    lower[row + a] = pivot;
  }
}

/** LᵀL of a packed lower triangle. */
function squareTriangle(lower: Float64Array, out: Float64Array, width: number): void {
  for (let a = 0, k = 0; a < width; a++) {
    for (let b = 0; b <= a; b++, k++) {
      let sum = 0;
      for (let c = a; c < width; c++) {
        const row = (c * (c + 1)) / 2;
        sum += (lower[row + a] ?? 0) * (lower[row + b] ?? 0);
      }
      out[k] = sum;
    }
  }
}

function multiplySymmetric(matrix: Float64Array, x: Float64Array, out: Float64Array): void {
  out.fill(0);
  for (let a = 0, k = 0; a < x.length; a++) {
    for (let b = 0; b <= a; b++, k++) {
      out[a] = (out[a] ?? 0) + (matrix[k] ?? 0) * (x[b] ?? 0);
      if (a !== b) out[b] = (out[b] ?? 0) + (matrix[k] ?? 0) * (x[a] ?? 0);
    }
  }
}
