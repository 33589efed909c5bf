import { seededRandom } from "../../memory/random.ts";

/** A mean over users with its 95 % interval. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

export interface Resampling {
  readonly seed: number;
  readonly resamples: number;
}

/**
 * The mean of the values and its 95 % percentile bootstrap interval: users are drawn with replacement `resamples` times (Efron &
 * Tibshirani, An Introduction to the Bootstrap, 1993, ch. 13). NaN everywhere for no values. Same seed, same interval.
 */
export function bootstrapMean(values: ArrayLike<number>, { seed, resamples }: Resampling): Estimate {
  const n = values.length;
  if (n === 0) return { value: Number.NaN, low: Number.NaN, high: Number.NaN };
  const random = seededRandom(seed);
  const means = Float64Array.from({ length: resamples }, () => {
    let total = 0;
    for (let draw = 0; draw < n; draw++) total += values[Math.floor(random() * n)] ?? 0;
    return total / n;
  }).sort();
  return { value: mean(values), low: quantile(means, 0.025), high: quantile(means, 0.975) };
}

/**
 * The mean of a − b over the same users, with its interval: the paired comparison of two systems. Zero outside the interval =
 * they differ at the 5 % level.
 */
export function bootstrapDifference(
  a: ArrayLike<number>,
  b: ArrayLike<number>,
  resampling: Resampling,
): Estimate {
  if (a.length !== b.length)
    throw new RangeError(`paired values differ in number: ${a.length} and ${b.length}`);
  return bootstrapMean(
    Float64Array.from(a, (value, user) => value - (b[user] ?? 0)),
    resampling,
  );
}

function mean(values: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < values.length; i++) total += values[i] ?? 0;
  return total / values.length;
}

/** Linear interpolation between the two nearest order statistics. */
function quantile(sorted: Float64Array, share: number): number {
  const place = share * (sorted.length - 1);
  const below = sorted[Math.floor(place)] ?? Number.NaN;
  const above = sorted[Math.ceil(place)] ?? Number.NaN;
  return below + (above - below) * (place - Math.floor(place));
}
