import { describe, expect, it } from "vitest";
import {
  differenceOf,
  estimateOf,
  type Resampling,
  resample,
} from "../../../../src/evaluation/statistics/resample.ts";
import { meanValues } from "../../../../src/evaluation/statistics/statistic.ts";

const coins = Float64Array.from({ length: 400 }, (_, i) => i % 2);

async function meanOf(values: ArrayLike<number>, resampling: Resampling) {
  const [figure] = await resample([meanValues(values)], values.length, resampling);
  if (figure === undefined) throw new RangeError("nothing resampled");
  return estimateOf(figure);
}

async function difference(a: ArrayLike<number>, b: ArrayLike<number>, resamples = 200) {
  const [one, other] = await resample([meanValues(a), meanValues(b)], a.length, { seed: 1, resamples });
  if (one === undefined || other === undefined) throw new RangeError("nothing resampled");
  return differenceOf(one, other);
}

describe("the bootstrap over users", () => {
  it("has the plain mean as its value", async () => {
    expect((await meanOf([0, 1, 1, 0, 1], { seed: 1, resamples: 10 })).value).toBe(0.6);
  });

  it("gives about ±1.96·σ/√n for coin tosses: ±0.049 for 400", async () => {
    const { low, high } = await meanOf(coins, { seed: 3, resamples: 2000 });
    expect(low).toBeCloseTo(0.5 - 0.049, 2);
    expect(high).toBeCloseTo(0.5 + 0.049, 2);
  });

  it("repeats itself for a seed, and moves with another", async () => {
    const first = await meanOf(coins, { seed: 5, resamples: 50 });
    expect(await meanOf(coins, { seed: 5, resamples: 50 })).toEqual(first);
    expect(await meanOf(coins, { seed: 6, resamples: 50 })).not.toEqual(first);
  });

  it("has no width where all users are alike", async () => {
    expect(await meanOf([2, 2, 2], { seed: 1, resamples: 20 })).toEqual({ value: 2, low: 2, high: 2 });
  });

  it("puts the interval of different things around the figure, though a resample repeats things", async () => {
    const units = 300;
    const each = Float64Array.from({ length: units }, (_, unit) => unit);
    const half = each.map((unit) => unit % 150);
    const [figure] = await resample(
      [{ kind: "distinct", columns: [each, half, Float64Array.of(0)] }],
      units,
      { seed: 1, resamples: 200 },
    );
    const { value, low, high } = estimateOf(figure ?? { value: Number.NaN, replicates: new Float64Array() });
    expect(value).toBe(0.5);
    expect(low).toBeLessThan(0.5);
    expect(high).toBeGreaterThan(0.5);
    expect(high - low).toBeLessThan(0.1);
  });

  it("is not a number without users", async () => {
    expect((await meanOf([], { seed: 1, resamples: 20 })).value).toBeNaN();
  });

  it("compares pairs: a constant gain is certain however much users differ", async () => {
    const { value, low, high, p } = await difference(
      coins.map((value) => value + 0.25),
      coins,
    );
    for (const each of [value, low, high]) expect(each).toBeCloseTo(0.25, 12);
    // The least that 200 draws can tell: 2 · (0 + 1) / (200 + 1).
    expect(p).toBeCloseTo(2 / 201, 12);
  });

  it("finds no difference where there is none", async () => {
    const shuffled = coins.map((_, i) => coins[(i + 1) % coins.length] ?? 0);
    const { low, high, p } = await difference(shuffled, coins);
    expect(low).toBeLessThan(0);
    expect(high).toBeGreaterThan(0);
    expect(p).toBeGreaterThan(0.5);
  });

  it("refuses figures that were drawn differently often", () => {
    const figure = (resamples: number) => ({ value: 0, replicates: new Float64Array(resamples) });
    expect(() => differenceOf(figure(1), figure(2))).toThrow(RangeError);
  });

  it("stops when the signal aborts", async () => {
    const reason = new Error("enough");
    const stopped = resample(
      [meanValues(coins)],
      400,
      { seed: 1, resamples: 100 },
      AbortSignal.abort(reason),
    );
    await expect(stopped).rejects.toBe(reason);
  });
});
