import { bleuOf } from "../text/bleu.ts";

/**
 * What a system did on each unit (a user, a dialogue, a text), as the columns from which a figure over any sample of units can be
 * computed: means, ratios of sums, and what is neither. Kept as numbers, so that runs can be stored and resampled later.
 */
export interface UnitValues {
  readonly kind: StatisticKind;
  readonly columns: readonly Float64Array[];
}

/** Columns, and how often each unit is in the sample → the figure; NaN where the sample has nothing to say. */
type Statistic = (columns: readonly Float64Array[], weights: ArrayLike<number>) => number;

/**
 * - `mean`: [value of each unit]; NaN = the unit has none and is left out.
 * - `ratio`: pairs [numerator, denominator] of each unit: Σ/Σ, the mean over the pairs (one pair for each fold).
 * - `root-ratio`: the same under the root: RMSE from squared errors and counts.
 * - `auc`: triples [unit, score, 1 = positive] of rows sorted by score: the area under the ROC curve, ties half; the mean over the triples.
 * - `distinct`: [unit, kind of thing, how many kinds there are at all, or 0]: different things in the sample / kinds there are; for
 *   0 / all things in the sample (catalogue coverage, Distinct-n).
 * - `bleu`: the ten columns of `bleuStatistics`, a row for each unit: BLEU-4 of the sums, which no mean of single BLEUs is; NaN where
 *   nothing in the sample has a reference.
 */
export type StatisticKind = "mean" | "ratio" | "root-ratio" | "auc" | "distinct" | "bleu";

export const STATISTICS: Readonly<Record<StatisticKind, Statistic>> = {
  mean: ([values = NONE], weights) => {
    let sum = 0;
    let count = 0;
    for (let unit = 0; unit < values.length; unit++) {
      const value = values[unit] ?? Number.NaN;
      const weight = weights[unit] ?? 0;
      if (weight === 0 || Number.isNaN(value)) continue;
      sum += weight * value;
      count += weight;
    }
    return sum / count;
  },
  ratio: (columns, weights) => meanOf(groups(columns, 2).map((pair) => ratio(pair, weights))),
  "root-ratio": (columns, weights) =>
    meanOf(groups(columns, 2).map((pair) => Math.sqrt(ratio(pair, weights)))),
  auc: (columns, weights) => meanOf(groups(columns, 3).map((rows) => auc(rows, weights))),
  distinct: ([units = NONE, things = NONE, [kinds = 0] = NONE], weights) => {
    const seen = new Set<number>();
    let total = 0;
    for (let row = 0; row < units.length; row++) {
      const weight = weights[units[row] ?? 0] ?? 0;
      if (weight === 0) continue;
      seen.add(things[row] ?? 0);
      total += weight;
    }
    return seen.size / (kinds === 0 ? total : kinds);
  },
  bleu: (columns, weights) => {
    const sums = columns.map((column) => weightedSum(column, weights));
    return sums.some((sum) => sum > 0) ? bleuOf(sums) : Number.NaN;
  },
};

const NONE = new Float64Array();

/** The mean over units; NaN = this unit has no value. */
export function meanValues(values: ArrayLike<number>): UnitValues {
  return { kind: "mean", columns: [Float64Array.from(values)] };
}

/** The figure over every unit once. */
export function overAll({ kind, columns }: UnitValues, units: number): number {
  return STATISTICS[kind](columns, new Uint8Array(units).fill(1));
}

function groups(columns: readonly Float64Array[], size: number): Float64Array[][] {
  return Array.from({ length: Math.floor(columns.length / size) }, (_, at) =>
    columns.slice(at * size, (at + 1) * size),
  );
}

function ratio([above = NONE, below = NONE]: readonly Float64Array[], weights: ArrayLike<number>): number {
  let numerator = 0;
  let denominator = 0;
  for (let unit = 0; unit < above.length; unit++) {
    const weight = weights[unit] ?? 0;
    if (weight === 0) continue;
    numerator += weight * (above[unit] ?? 0);
    denominator += weight * (below[unit] ?? 0);
  }
  return numerator / denominator;
}

function weightedSum(column: Float64Array, weights: ArrayLike<number>): number {
  let sum = 0;
  for (let unit = 0; unit < column.length; unit++) sum += (weights[unit] ?? 0) * (column[unit] ?? 0);
  return sum;
}

/** Mann–Whitney: the share of (positive, negative) pairs in which the positive scores higher; equal scores count half. */
function auc(
  [units = NONE, scores = NONE, positive = NONE]: readonly Float64Array[],
  weights: ArrayLike<number>,
): number {
  let [won, negatives, positives] = [0, 0, 0];
  for (let row = 0; row < units.length; ) {
    const score = scores[row];
    let [up, down] = [0, 0];
    for (; row < units.length && scores[row] === score; row++) {
      const weight = weights[units[row] ?? 0] ?? 0;
      if (positive[row] === 1) up += weight;
      else down += weight;
    }
    won += up * (negatives + down / 2);
    positives += up;
    negatives += down;
  }
  return won / (positives * negatives);
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
