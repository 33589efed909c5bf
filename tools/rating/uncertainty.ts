/** What the width of an interval depends on. */
export interface Circumstances {
  /** Ratings the user gave, and ratings the item has. */
  readonly userCount: number;
  readonly itemCount: number;
  /** Unexplained variance of the item's and of the user's ratings (NaN for a user without ratings: the item's is used). */
  readonly itemSpread: number;
  readonly userSpread: number;
}

/**
 * The variance that a prediction's error is expected to have: w₀ + w₁·item spread + w₂·user spread + w₃/(1 + user count)
 * + w₄/(1 + item count). It only sets which intervals are wide and which are narrow; how wide is conformal.
 */
export function variance(weights: readonly number[], circumstances: Circumstances): number {
  let sum = 0;
  for (const [k, x] of features(circumstances).entries()) sum += (weights[k] ?? 0) * x;
  return Math.max(sum, FLOOR);
}

/** A tenth of a quarter of the scale, squared: no interval is narrower than what people can mean. */
const FLOOR = 0.01;

export function features(of: Circumstances): readonly number[] {
  const own = Number.isNaN(of.userSpread) ? of.itemSpread : of.userSpread;
  return [1, of.itemSpread, own, 1 / (1 + of.userCount), 1 / Math.sqrt(1 + of.itemCount)];
}

/**
 * The conformal quantile: the ⌈(n + 1)·level⌉-th smallest score, so that a new exchangeable score lies at or below it with
 * probability ≥ level (Papadopoulos et al. 2002; Lei et al. 2018, "Distribution-Free Predictive Inference for
 * Regression", Theorem 2.2). Undefined when n is too small to promise that.
 */
export function conformalQuantile(scores: readonly number[], level: number): number | undefined {
  const rank = Math.ceil((scores.length + 1) * level);
  if (rank > scores.length) return undefined;
  return [...scores].sort((a, b) => a - b)[rank - 1];
}
