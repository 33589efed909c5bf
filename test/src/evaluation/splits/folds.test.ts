import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { randomFolds } from "../../../../src/evaluation/splits/folds.ts";
import { givenFolds } from "../../../../src/evaluation/splits/given-folds.ts";
import { kCore } from "../../../../src/evaluation/splits/k-core.ts";
import { positives } from "../../../../tools/scoring/interaction-rows.ts";
import { interactionsOf, MESSY } from "./rows.ts";

describe("random folds", () => {
  it("predict every row in exactly one fold, and differ by at most one row", () => {
    const folds = randomFolds(MESSY, 7, 3, "test");
    const predicted = folds.flatMap(({ test }) => [...test]).sort((a, b) => a - b);
    expect(predicted).toEqual([...MESSY.users.keys()]);
    const sizes = folds.map(({ test }) => test.length);
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
    for (const { train, test } of folds) expect(train.length + test.length).toBe(400);
  });

  it("deal the same for a seed, differently for another", () => {
    const dealt = (seed: number): number[][] =>
      randomFolds(MESSY, 5, seed, "test").map(({ test }) => [...test]);
    expect(dealt(1)).toEqual(dealt(1));
    expect(dealt(1)).not.toEqual(dealt(2));
  });

  it("show validation nothing of the fold's test rows", () => {
    const tests = randomFolds(MESSY, 5, 1, "test");
    for (const [at, { train, test }] of randomFolds(MESSY, 5, 1, "validation").entries()) {
      const held = new Set(tests[at]?.test);
      expect([...train, ...test].some((row) => held.has(row))).toBe(false);
      expect(train.length + test.length + held.size).toBe(400);
    }
  });
});

describe("folds that came with the data", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "cicerone-folds-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const rows = interactionsOf([
    [0, 10, 1, 5],
    [0, 11, 2, 3],
    [1, 10, 3, 4],
  ]);
  const idOf = (item: number): string => `i${item}`;

  it("are looked up by user and item, whatever their order", async () => {
    writeFileSync(join(folder, "u1.base"), "u1\ti10\t4\t3\nu0\ti10\t5\t1\n");
    writeFileSync(join(folder, "u1.test"), "u0\ti11\t3\t2\n");
    const [fold] = await givenFolds(rows, idOf, folder);
    expect(fold?.name).toBe("u1");
    expect([...(fold?.split.train ?? [])]).toEqual([0, 2]);
    expect([...(fold?.split.test ?? [])]).toEqual([1]);
  });

  it("are refused where a line was never imported, and where there are none", async () => {
    await expect(givenFolds(rows, idOf, folder)).rejects.toMatchObject({ code: "no-folds" });
    writeFileSync(join(folder, "u1.base"), "u9\ti10\t4\t3\n");
    writeFileSync(join(folder, "u1.test"), "");
    await expect(givenFolds(rows, idOf, folder)).rejects.toMatchObject({ code: "foreign-fold" });
    await expect(givenFolds(rows, idOf, join(folder, "none"))).rejects.toMatchObject({ code: "no-folds" });
  });
});

describe("filters before the split", () => {
  it("keep ratings from the threshold on, and everything without one", () => {
    const rated = interactionsOf([
      [0, 1, 1, 3],
      [0, 2, 2, 4],
      [0, 3, 3, 5],
      [0, 4, 4],
    ]);
    expect([...positives(rated, 4).items]).toEqual([2, 3]);
    expect(positives(rated, undefined)).toBe(rated);
    const unrated = { ...rated, values: undefined };
    expect(positives(unrated, 4)).toBe(unrated);
  });

  it("drop users and items below the core until none is left below", () => {
    // Item 9 has one user only; without it user 2 has one interaction left and goes, too.
    const kept = kCore(
      interactionsOf([
        [0, 1, 1],
        [0, 2, 2],
        [1, 1, 1],
        [1, 2, 2],
        [2, 1, 1],
        [2, 9, 2],
      ]),
      2,
    );
    expect([...kept.users]).toEqual([0, 0, 1, 1]);
    expect([...kept.items]).toEqual([1, 2, 1, 2]);
    expect(kept.userIds).toHaveLength(3);
  });

  it("leave nothing where no core exists", () => {
    const pair = interactionsOf([
      [0, 1, 1],
      [1, 2, 1],
    ]);
    expect(kCore(pair, 2).users).toHaveLength(0);
  });
});
