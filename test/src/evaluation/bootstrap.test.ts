import { describe, expect, it } from "vitest";
import { bootstrapDifference, bootstrapMean } from "../../../src/evaluation/bootstrap.ts";

const coins = Float64Array.from({ length: 400 }, (_, i) => i % 2);

describe("the bootstrap over users", () => {
  it("has the plain mean as its value", () => {
    expect(bootstrapMean([0, 1, 1, 0, 1], { seed: 1, resamples: 10 }).value).toBe(0.6);
  });

  it("gives about ±1.96·σ/√n for coin tosses: ±0.049 for 400", () => {
    const { low, high } = bootstrapMean(coins, { seed: 3, resamples: 2000 });
    expect(low).toBeCloseTo(0.5 - 0.049, 2);
    expect(high).toBeCloseTo(0.5 + 0.049, 2);
  });

  it("repeats itself for a seed, and moves with another", () => {
    const first = bootstrapMean(coins, { seed: 5, resamples: 50 });
    expect(bootstrapMean(coins, { seed: 5, resamples: 50 })).toEqual(first);
    expect(bootstrapMean(coins, { seed: 6, resamples: 50 })).not.toEqual(first);
  });

  it("has no width where all users are alike", () => {
    expect(bootstrapMean([2, 2, 2], { seed: 1, resamples: 20 })).toEqual({ value: 2, low: 2, high: 2 });
  });

  it("is not a number without users", () => {
    expect(bootstrapMean([], { seed: 1, resamples: 20 }).value).toBeNaN();
  });

  it("compares pairs: a constant gain is certain however much users differ", () => {
    const better = coins.map((value) => value + 0.25);
    expect(bootstrapDifference(better, coins, { seed: 1, resamples: 100 })).toEqual({
      value: 0.25,
      low: 0.25,
      high: 0.25,
    });
  });

  it("refuses pairs of different number", () => {
    expect(() => bootstrapDifference([1], [1, 2], { seed: 1, resamples: 1 })).toThrow(RangeError);
  });
});
