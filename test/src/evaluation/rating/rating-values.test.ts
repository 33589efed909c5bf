import { describe, expect, it } from "vitest";
import { type PredictedRating, ratingValues } from "../../../../src/evaluation/rating/rating-values.ts";
import { overAll } from "../../../../src/evaluation/statistics/statistic.ts";

const SCALE = { min: 1, max: 5 };
const STARS = [1, 2, 3, 4, 5];

function row(unit: number, truth: number, value: number, half = 0.5): PredictedRating {
  return { unit, truth, value, low: value - half, high: value + half };
}

function figures(folds: readonly (readonly PredictedRating[])[], units = 2): Record<string, number> {
  const values = ratingValues(folds, units, SCALE, STARS);
  return Object.fromEntries(Object.entries(values).map(([name, each]) => [name, overAll(each, units)]));
}

describe("figures of rating prediction", () => {
  const rows = [row(0, 5, 4), row(0, 3, 3.4), row(1, 2, 3.5), row(1, 4, 3.8)];

  it("rmse and mae, over ratings: errors of 1, .4, 1.5 and .2", () => {
    const { rmse, mae } = figures([rows]);
    expect(rmse).toBeCloseTo(Math.sqrt((1 + 0.16 + 2.25 + 0.04) / 4), 12);
    expect(mae).toBeCloseTo(3.1 / 4, 12);
  });

  it("accuracy: 3.4 rounds to 3 and 3.8 to 4; 3.5 rounds up", () => {
    expect(figures([rows]).accuracy).toBe(0.5);
    expect(figures([[row(0, 4, 3.5)]]).accuracy).toBe(1);
  });

  it("f1 of more than 3: two true positives, two false ones", () => {
    const { f1, "binary-accuracy": accuracy } = figures([rows]);
    expect(f1).toBeCloseTo(4 / (2 + 4), 12);
    expect(accuracy).toBe(0.5);
  });

  it("auc: 4 and 3.8 stand above 3.5 and 3.4, all four pairs", () => {
    expect(figures([rows]).auc).toBe(1);
  });

  it("coverage and width of the intervals: 3.4 and 3.8 hold their truths", () => {
    const { coverage, width } = figures([rows]);
    expect(coverage).toBe(0.5);
    expect(width).toBeCloseTo(1, 12);
  });

  it("is the mean of the folds' own figures, however large they are", () => {
    const small = [row(0, 5, 3)];
    expect(figures([rows, small]).rmse).toBeCloseTo(((figures([rows]).rmse ?? 0) + 2) / 2, 12);
  });
});
