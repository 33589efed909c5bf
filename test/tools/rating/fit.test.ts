import { describe, expect, test } from "vitest";
import { fitRater } from "../../../tools/rating/fit.ts";
import type { RaterModel } from "../../../tools/rating/model.ts";
import { createStatisticalRater } from "../../../tools/rating/statistical-rater.ts";
import { interactionsOf, plantedRatings } from "../../support/planted-ratings.ts";

const planted = plantedRatings();
const fitted = (seed: number): Promise<RaterModel> =>
  fitRater(planted.known, planted.scale, { items: planted.items, seed });

describe("fitting the rater", () => {
  test("gives the same model for the same seed, another for another", async () => {
    const first = await fitted(1);
    expect(await fitted(1)).toEqual(first);
    expect((await fitted(2)).items).not.toEqual(first.items);
  });

  test("counts and averages the ratings themselves", async () => {
    const cells = [
      { user: 0, item: 0, value: 5 },
      { user: 1, item: 0, value: 2 },
      { user: 1, item: 1, value: 3 },
    ];
    const { counts, means } = await fitRater(
      interactionsOf(cells, 2),
      { min: 1, max: 5 },
      { items: 3, seed: 1 },
    );
    expect([...counts]).toEqual([2, 1, 0]);
    expect([...means]).toEqual([3.5, 3, Number.NaN]);
  });

  test("means the same on a scale of 0 to 100", async () => {
    const { known, items } = planted;
    const percent = { ...known, values: known.values?.map((value) => (value - 1) * 25) };
    const stars = createStatisticalRater(await fitted(1));
    const hundred = createStatisticalRater(await fitRater(percent, { min: 0, max: 100 }, { items, seed: 1 }));
    const [a] = await stars.rate([{ item: 0, value: 5 }], [10]);
    const [b] = await hundred.rate([{ item: 0, value: 100 }], [10]);
    expect(b?.value).toBeCloseTo(((a?.value ?? 0) - 1) * 25, 3);
    expect(b?.high).toBeCloseTo(((a?.high ?? 0) - 1) * 25, 3);
  });

  test("takes interactions without a value for no ratings", async () => {
    const { known, items, scale } = planted;
    const holes = {
      ...known,
      values: known.values?.map((value, row) => (row % 3 === 0 ? Number.NaN : value)),
    };
    const kept = [...known.users.keys()].filter((row) => row % 3 !== 0);
    const without = {
      ...known,
      users: Int32Array.from(kept, (row) => known.users[row] ?? 0),
      items: Int32Array.from(kept, (row) => known.items[row] ?? 0),
      values: Float32Array.from(kept, (row) => known.values?.[row] ?? 0),
    };
    expect(await fitRater(holes, scale, { items, seed: 1 })).toEqual(
      await fitRater(without, scale, { items, seed: 1 }),
    );
  });

  test("reports the coverage that it measured on ratings that did not set the width", async () => {
    const { calibration } = await fitted(1);
    expect(calibration.level).toBe(0.8);
    expect(calibration.heldOut).toBeGreaterThan(300);
    expect(Math.abs((calibration.coverage ?? Number.NaN) - 0.8)).toBeLessThan(0.06);
  });

  test("learns nearly the same where most rounds are over a sample of the users", async () => {
    const { known, items, scale } = planted;
    const seen: number[] = [];
    const sampled = await fitRater(known, scale, {
      items,
      seed: 1,
      sample: Math.floor(known.users.length / 4),
      onProgress: (fraction) => seen.push(fraction),
    });
    const whole = await fitted(1);
    expect(sampled.items).not.toEqual(whole.items);
    expect(sampled.calibration.rmse).toBeLessThan(1.1 * (whole.calibration.rmse ?? Number.NaN));
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(seen.at(-1)).toBe(1);
  });

  test("refuses interactions without ratings", async () => {
    const { values: _, ...silent } = planted.known;
    const attempt = fitRater({ ...silent, values: undefined }, planted.scale, {
      items: planted.items,
      seed: 1,
    });
    await expect(attempt).rejects.toMatchObject({ code: "no-ratings" });
  });

  test("reports progress up to the whole, and stops between rounds when aborted", async () => {
    const seen: number[] = [];
    const control = new AbortController();
    const options = { items: planted.items, seed: 1 };
    await fitRater(planted.known, planted.scale, {
      ...options,
      onProgress: (fraction) => seen.push(fraction),
    });
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(seen.at(-1)).toBe(1);
    const stopped = fitRater(planted.known, planted.scale, {
      ...options,
      signal: control.signal,
      onProgress: () => control.abort(new Error("enough")),
    });
    await expect(stopped).rejects.toThrow("enough");
  });
});
