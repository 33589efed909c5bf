import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Interactions } from "../../memory/datasets/interactions.ts";
import { fitRater } from "../../tools/rating/fit.ts";
import type { GivenRating } from "../../tools/rating/rater.ts";
import { createStatisticalRater } from "../../tools/rating/statistical-rater.ts";
import { describeOnData, REAL_DATA } from "../support/real-data.ts";

const SCALE = { min: 1, max: 5 };

interface Measured {
  readonly rmse: number;
  readonly mae: number;
  readonly coverage: number;
  /** Of the 80 % interval, in stars. */
  readonly width: number;
  readonly fitSeconds: number;
}

function ratingsOf(file: string, separator: string): Interactions {
  const rows = readFileSync(join(REAL_DATA, file), "latin1").trimEnd().split("\n");
  const column = (at: number): number[] => rows.map((row) => Number(row.split(separator)[at]));
  const users = Int32Array.from(column(0));
  return {
    userIds: Array.from({ length: users.reduce((a, b) => Math.max(a, b), 0) + 1 }, (_, user) => String(user)),
    users,
    items: Int32Array.from(column(1)),
    values: Float32Array.from(column(2)),
    at: new Float64Array(rows.length),
  };
}

/** Fits on `train`; folds every user of `test` in with what they rated in `train`, and predicts what they rated in `test`. */
async function measure(train: Interactions, held: Interactions, items: number): Promise<Measured> {
  const start = performance.now();
  const model = await fitRater(train, SCALE, { items, seed: 20 });
  const fitSeconds = (performance.now() - start) / 1000;
  const rater = createStatisticalRater(model);
  const given = Map.groupBy(rows(train), ({ user }) => user);
  const sums = { square: 0, absolute: 0, covered: 0, width: 0 };
  for (const [user, truths] of Map.groupBy(rows(held), (row) => row.user)) {
    const own: readonly GivenRating[] = given.get(user) ?? [];
    const predictions = await rater.rate(
      own,
      truths.map(({ item }) => item),
    );
    for (const [at, { value, low, high }] of predictions.entries()) {
      const truth = truths[at]?.value ?? Number.NaN;
      sums.square += (value - truth) ** 2;
      sums.absolute += Math.abs(value - truth);
      sums.covered += Number(low <= truth && truth <= high);
      sums.width += high - low;
    }
  }
  const n = held.users.length;
  return {
    rmse: Math.sqrt(sums.square / n),
    mae: sums.absolute / n,
    coverage: sums.covered / n,
    width: sums.width / n,
    fitSeconds,
  };
}

function rows({ users, items, values }: Interactions): { user: number; item: number; value: number }[] {
  return Array.from(users, (user, row) => ({
    user,
    item: items[row] ?? 0,
    value: values?.[row] ?? Number.NaN,
  }));
}

/** Every tenth row in an order that a multiplicative hash gives. */
function tenth(all: Interactions, held: boolean): Interactions {
  const kept = Array.from(all.users.keys()).filter(
    (row) => ((Math.imul(row + 1, 2654435761) >>> 0) % 10 === 0) === held,
  );
  return {
    ...all,
    users: Int32Array.from(kept, (row) => all.users[row] ?? 0),
    items: Int32Array.from(kept, (row) => all.items[row] ?? 0),
    values: Float32Array.from(kept, (row) => all.values?.[row] ?? 0),
    at: new Float64Array(kept.length),
  };
}

function report(name: string, measured: Measured): void {
  const figures = Object.entries(measured).map(([key, value]) => `${key} ${value.toFixed(4)}`);
  console.info(`${name}: ${figures.join(", ")}`);
}

describeOnData("the statistical rater on MovieLens-100K", ["ml-100k/u1.base", "ml-100k/ua.base"], () => {
  test("errs less than SVD++ on the five folds, and its 80 % intervals hold 80 ± 3 %", async () => {
    const all: Measured[] = [];
    for (const fold of [1, 2, 3, 4, 5]) {
      const train = ratingsOf(`ml-100k/u${fold}.base`, "\t");
      const measured = await measure(train, ratingsOf(`ml-100k/u${fold}.test`, "\t"), 1683);
      report(`u${fold}`, measured);
      expect(Math.abs(measured.coverage - 0.8)).toBeLessThanOrEqual(0.03);
      all.push(measured);
    }
    const rmse = all.reduce((sum, measured) => sum + measured.rmse, 0) / all.length;
    const mae = all.reduce((sum, measured) => sum + measured.mae, 0) / all.length;
    console.info(`u1 to u5: rmse ${rmse.toFixed(4)}, mae ${mae.toFixed(4)}`);
    expect(rmse).toBeLessThanOrEqual(0.905);
    expect(mae).toBeLessThanOrEqual(0.71);
  });

  /** Ten ratings of every person: a split that nothing of the rater was chosen on. */
  test("holds 80 ± 3 % on ua, ten held-out ratings of everybody", async () => {
    const split = "ua";
    const train = ratingsOf(`ml-100k/${split}.base`, "\t");
    const measured = await measure(train, ratingsOf(`ml-100k/${split}.test`, "\t"), 1683);
    report(split, measured);
    expect(Math.abs(measured.coverage - 0.8)).toBeLessThanOrEqual(0.03);
  });
});

describeOnData("the statistical rater on MovieLens-1M", ["ml-1m/ratings_ts_partial.dat"], () => {
  test("predicts a tenth held out at random, and its 80 % intervals hold 80 ± 3 %", async () => {
    const all = ratingsOf("ml-1m/ratings_ts_partial.dat", "::");
    const measured = await measure(tenth(all, false), tenth(all, true), 3953);
    report("ml-1m", measured);
    expect(measured.rmse).toBeLessThan(0.84);
    expect(Math.abs(measured.coverage - 0.8)).toBeLessThanOrEqual(0.03);
  });
});
