import type { Scale } from "../../../tools/rating/model.ts";
import type { UnitValues } from "../statistics/statistic.ts";

/** One prediction beside the truth. */
export interface PredictedRating {
  /** The user's place among those measured. */
  readonly unit: number;
  readonly truth: number;
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/**
 * Figures of rating prediction, one set of sums for each fold; a figure is the mean over the folds.
 * - `rmse` = √(Σ(v − t)² / n), `mae` = Σ|v − t| / n, over ratings, not users.
 * - `accuracy`: the prediction, rounded to the nearest rating that people give, is the one given (ties round up).
 * - `f1` of "above the middle of the scale" (rating > 3 of 1 to 5; Rec-SAVER, ACL Findings 2024), and `binary-accuracy` of the same.
 * - `auc`: that a rating above the middle was predicted higher than one that is not, ties half.
 * - `coverage`: the share of truths inside the predicted interval; `width`: its mean width in rating points.
 * Ratings of users without any in the fold count nowhere; a fold without a positive has no F1 (NaN) and drops out.
 */
export function ratingValues(
  folds: readonly (readonly PredictedRating[])[],
  units: number,
  scale: Scale,
  given: readonly number[],
): Record<string, UnitValues> {
  const middle = (scale.min + scale.max) / 2;
  const nearest = nearestOf(given);
  const sums = (kind: "ratio" | "root-ratio", above: Sum, below: Sum = one): UnitValues => ({
    kind,
    columns: folds.flatMap((rows) => [summed(rows, units, above), summed(rows, units, below)]),
  });
  const liked = ({ truth }: PredictedRating): boolean => truth > middle;
  const expected = ({ value }: PredictedRating): boolean => value > middle;
  return {
    rmse: sums("root-ratio", ({ value, truth }) => (value - truth) ** 2),
    mae: sums("ratio", ({ value, truth }) => Math.abs(value - truth)),
    accuracy: sums("ratio", ({ value, truth }) => Number(nearest(value) === truth)),
    "binary-accuracy": sums("ratio", (row) => Number(liked(row) === expected(row))),
    f1: sums(
      "ratio",
      (row) => 2 * Number(liked(row) && expected(row)),
      (row) => Number(liked(row)) + Number(expected(row)),
    ),
    auc: { kind: "auc", columns: folds.flatMap((rows) => ranked(rows, liked)) },
    coverage: sums("ratio", ({ low, high, truth }) => Number(low <= truth && truth <= high)),
    width: sums("ratio", ({ low, high }) => high - low),
  };
}

type Sum = (row: PredictedRating) => number;

const one: Sum = () => 1;

function summed(rows: readonly PredictedRating[], units: number, amount: Sum): Float64Array {
  const sums = new Float64Array(units);
  for (const row of rows) sums[row.unit] = (sums[row.unit] ?? 0) + amount(row);
  return sums;
}

function ranked(rows: readonly PredictedRating[], liked: (row: PredictedRating) => boolean): Float64Array[] {
  const sorted = [...rows].sort((a, b) => a.value - b.value);
  return [
    Float64Array.from(sorted, ({ unit }) => unit),
    Float64Array.from(sorted, ({ value }) => value),
    Float64Array.from(sorted, (row) => Number(liked(row))),
  ];
}

/** @param given the ratings that occur */
function nearestOf(given: readonly number[]): (value: number) => number {
  const sorted = [...new Set(given)].sort((a, b) => a - b);
  return (value) =>
    sorted.reduce(
      (best, each) => (Math.abs(each - value) <= Math.abs(best - value) ? each : best),
      sorted[0] ?? 0,
    );
}
