/** What the width of an interval depends on. */
export interface Circumstances {
  /** Ratings the user gave, and ratings the item has. */
  readonly userCount: number;
  readonly itemCount: number;
  /** Variance of what the model leaves unexplained of the item's ratings. */
  readonly itemSpread: number;
}

/**
 * The variance that a prediction's error is expected to have: w₀ + w₁·item spread + w₂/(1 + user count) + w₃/√(1 + item count).
 * It only sets which intervals are wide and which are narrow; how wide is conformal. The scatter of a user's own ratings
 * is left out: it is smaller for users whose ratings shaped the items than for new ones, whom it should serve alike.
 */
export function variance(weights: readonly number[], circumstances: Circumstances): number {
  let sum = 0;
  for (const [k, x] of features(circumstances).entries()) sum += (weights[k] ?? 0) * x;
  return Math.max(sum, FLOOR);
}

/** A tenth of a quarter of the scale, squared: no interval is narrower than what people can mean. */
const FLOOR = 0.01;

export function features({ itemSpread, userCount, itemCount }: Circumstances): readonly number[] {
  return [1, itemSpread, 1 / (1 + userCount), 1 / Math.sqrt(1 + itemCount)];
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
