import { type FoldedUser, foldIn, type ItemSide, predict } from "./fold-in.ts";
import type { Calibration } from "./model.ts";
import type { RatingRows } from "./rating-matrix.ts";
import { Ridge } from "./ridge.ts";
import { type Circumstances, conformalQuantile, features, variance } from "./uncertainty.ts";

/** One held-out rating and what was predicted for it; errors in quarters of the scale. */
interface Trial {
  readonly circumstances: Circumstances;
  readonly error: number;
  readonly user: number;
}

/** Where groups of users by number of ratings begin: somebody new to a regular is calibrated apart (Mondrian conformal prediction, Vovk 2005). */
const GROUPS = [0, 1, 3, 8, 20, 60] as const;
/** Of a user's ratings: users count as they do among ratings, not all alike. */
const HELD_OUT_SHARE = 0.2;
/** A group with fewer trials than this takes the multiplier of all trials together. */
const ENOUGH = 100;

/**
 * Calibrates intervals for folded-in users by split conformal prediction: users the items were not fitted on give a few,
 * then more and more of their ratings, and the rest is predicted. Errors, divided by the deviation that variance() expects,
 * give for each group of users the multiplier that covers `level` of them.
 *
 * @param byUser all ratings in quarters, those of the calibrators among them
 * @param itemCounts ratings that each item was fitted on
 * @param quarter what one quarter is on the scale
 */
export function calibrate(
  side: ItemSide,
  byUser: RatingRows,
  itemCounts: Float32Array,
  calibrators: readonly number[],
  level: number,
  quarter: number,
  random: () => number,
): Calibration {
  const trials = calibrators.flatMap((user) => trialsOf(user, side, byUser, itemCounts, random));
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

function trialsOf(
  user: number,
  side: ItemSide,
  byUser: RatingRows,
  itemCounts: Float32Array,
  random: () => number,
): Trial[] {
  const from = byUser.start[user] as number;
  const own = shuffled((byUser.start[user + 1] as number) - from, random);
  return GROUPS.flatMap((least, group) => {
    const most = Math.min((GROUPS[group + 1] ?? own.length) - 1, own.length - 1);
    if (most < least) return [];
    const given = least + Math.floor(random() * (most - least + 1));
    const kept = own.slice(0, given).map((k) => from + k);
    const folded = foldIn(
      side,
      kept.map((at) => byUser.other[at] as number),
      kept.map((at) => byUser.value[at] as number),
    );
    return own
      .slice(-Math.min(Math.ceil(own.length * HELD_OUT_SHARE), own.length - given))
      .map((k): Trial => {
        const item = byUser.other[from + k] as number;
        return {
          user,
          circumstances: circumstancesOf(side, folded, item, itemCounts[item] as number),
          error: (byUser.value[from + k] as number) - predict(side, folded.row, item),
        };
      });
  });
}

export function circumstancesOf(
  side: ItemSide,
  user: FoldedUser,
  item: number,
  itemCount: number,
): Circumstances {
  return {
    userCount: user.count,
    itemCount,
    itemSpread: side.spreads[item] as number,
    userSpread: user.spread,
  };
}

/** Least squares of squared errors on the features of variance(). */
function expectedVariance(trials: readonly Trial[]): number[] {
  const width = 5;
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
  const all = conformalQuantile(trials.map(score), level) ?? null;
  return GROUPS.map((count, group) => {
    const next = GROUPS[group + 1] ?? Number.POSITIVE_INFINITY;
    const members = trials.filter(
      ({ circumstances: { userCount } }) => userCount >= count && userCount < next,
    );
    if (members.length < ENOUGH) return { count, multiplier: all };
    return { count, multiplier: conformalQuantile(members.map(score), level) ?? null };
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

/** 0 to size − 1 in random order (Fisher–Yates). */
export function shuffled(size: number, random: () => number): number[] {
  const order = Array.from({ length: size }, (_, k) => k);
  for (let k = size - 1; k > 0; k--) {
    const other = Math.floor(random() * (k + 1));
    [order[k], order[other]] = [order[other] as number, order[k] as number];
  }
  return order;
}
