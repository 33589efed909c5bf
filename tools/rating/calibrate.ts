import type { Calibration } from "./model.ts";
import { Ridge } from "./ridge.ts";
import { GROUPS, type Trial } from "./trials.ts";
import { conformalQuantile, features, variance } from "./uncertainty.ts";

/** A group with fewer trials than this is calibrated together with its neighbours, as many as it takes. */
const ENOUGH = 100;

/**
 * Calibrates intervals for folded-in users by conformal prediction, on users the items were not fitted on. Errors, divided by
 * the deviation that variance() expects, give for each group of users by number of ratings (Mondrian: Vovk 2005) the
 * multiplier that covers `level` of them.
 *
 * @param quarter what one quarter is on the scale
 */
export function calibrate(trials: readonly Trial[], level: number, quarter: number): Calibration {
  const weights = expectedVariance(trials);
  const even = trials.filter((trial) => trial.user % 2 === 0);
  const odd = trials.filter((trial) => trial.user % 2 === 1);
  const covered =
    coveredBy(odd, weights, multipliersOf(even, weights, level)) +
    coveredBy(even, weights, multipliersOf(odd, weights, level));
  const squares = trials.reduce((sum, { error }) => sum + error * error, 0);
  const measured = trials.length >= ENOUGH;
  return {
    level,
    weights,
    multipliers: multipliersOf(trials, weights, level),
    coverage: measured ? covered / trials.length : undefined,
    rmse: measured ? quarter * Math.sqrt(squares / trials.length) : undefined,
    heldOut: trials.length,
  };
}

/** The multiplier for a user with so many ratings; null: the interval is the whole scale. */
export function multiplierFor(multipliers: Calibration["multipliers"], userCount: number): number | null {
  return multipliers.findLast(({ count }) => count <= userCount)?.multiplier ?? null;
}

/** Least squares of squared errors on the features of variance(). */
function expectedVariance(trials: readonly Trial[]): number[] {
  const width = 4;
  const ridge = new Ridge(width);
  for (const { circumstances, error } of trials) {
    ridge.add(Float32Array.from(features(circumstances)), 0, error * error);
  }
  const weights = new Float32Array(width);
  ridge.solve(1e-6, 1e-2 * (1 + trials.length), weights, 0);
  return [...weights];
}

function multipliersOf(
  trials: readonly Trial[],
  weights: readonly number[],
  level: number,
): Calibration["multipliers"] {
  const score = ({ error, circumstances }: Trial): number =>
    Math.abs(error) / Math.sqrt(variance(weights, circumstances));
  return GROUPS.map((count, group) => {
    for (let reach = 0; reach < GROUPS.length; reach++) {
      const least = GROUPS[Math.max(0, group - reach)] ?? 0;
      const next = GROUPS[group + reach + 1] ?? Number.POSITIVE_INFINITY;
      const near = trials.filter(
        ({ circumstances: { userCount } }) => userCount >= least && userCount < next,
      );
      if (near.length >= ENOUGH || reach === GROUPS.length - 1) {
        return { count, multiplier: conformalQuantile(near.map(score), level) ?? null };
      }
    }
    return { count, multiplier: null };
  });
}

function coveredBy(
  trials: readonly Trial[],
  weights: readonly number[],
  multipliers: Calibration["multipliers"],
): number {
  return trials.filter(({ error, circumstances }) => {
    const multiplier = multiplierFor(multipliers, circumstances.userCount);
    return multiplier === null || Math.abs(error) <= multiplier * Math.sqrt(variance(weights, circumstances));
  }).length;
}
