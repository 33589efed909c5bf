import { describe, expect, it } from "vitest";
import { leaveOneOut, temporalByUser, temporalGlobal } from "../../../../src/evaluation/splits/by-time.ts";
import { leaksOf } from "../../../../src/evaluation/splits/leaks.ts";
import type { Holdout, Split } from "../../../../src/evaluation/splits/split.ts";
import { interactionsOf, itemsOf, MESSY } from "./rows.ts";

const SPLITS: Readonly<Record<string, (holdout: Holdout) => Split>> = {
  "leave-one-out": (holdout) => leaveOneOut(MESSY, holdout),
  "temporal-user": (holdout) => temporalByUser(MESSY, holdout, 0.2),
  "temporal-global": (holdout) => temporalGlobal(MESSY, holdout, 0.2, "clock"),
};
const CASES = Object.keys(SPLITS).flatMap((name) =>
  (["test", "validation"] as const).map((part) => [name, part] as const),
);

describe("splits by time", () => {
  it.each(CASES)("%s lets no training row of a user be later than that user's %s row", (name, holdout) => {
    const split = SPLITS[name]?.(holdout);
    if (split === undefined) throw new RangeError(name);
    expect(split.test.length).toBeGreaterThan(0);
    const { users, at } = MESSY;
    for (const row of split.test) {
      for (const seen of split.train) {
        if (users[seen] !== users[row]) continue;
        expect(at[seen]).toBeLessThanOrEqual(at[row] ?? Number.NaN);
        // Of equal times the later row of the file must not train.
        if (at[seen] === at[row]) expect(seen).toBeLessThan(row);
      }
    }
    expect(leaksOf(split)).toEqual({ rows: 0, users: 0, share: 0 });
  });

  it.each(Object.keys(SPLITS))(
    "%s never shows validation what the test holds, and loses no row for the test",
    (name) => {
      const test = SPLITS[name]?.("test");
      const validation = SPLITS[name]?.("validation");
      if (test === undefined || validation === undefined) throw new RangeError(name);
      expect([...test.train, ...test.test].sort((a, b) => a - b)).toEqual([...MESSY.users.keys()]);
      const held = new Set(test.test);
      for (const row of [...validation.train, ...validation.test]) expect(held.has(row)).toBe(false);
      expect(validation.test.length).toBeGreaterThan(0);
    },
  );
});

describe("leave-one-out", () => {
  it("holds out the last interaction for test and the one before it for validation", () => {
    const rows = interactionsOf([
      [0, 5, 30],
      [0, 6, 10],
      [0, 7, 20],
    ]);
    expect(itemsOf(leaveOneOut(rows, "test"), 0)).toEqual({ train: [6, 7], test: [5] });
    expect(itemsOf(leaveOneOut(rows, "validation"), 0)).toEqual({ train: [6], test: [7] });
  });

  it("keeps file order where times are equal", () => {
    const rows = interactionsOf([
      [0, 3, 1],
      [0, 1, 1],
      [0, 2, 1],
    ]);
    expect(itemsOf(leaveOneOut(rows, "test"), 0)).toEqual({ train: [3, 1], test: [2] });
  });

  it("holds out nothing of who has too little, and trains on it", () => {
    const rows = interactionsOf([
      [0, 4, 1],
      [1, 8, 1],
      [1, 9, 2],
    ]);
    const test = leaveOneOut(rows, "test");
    expect(itemsOf(test, 0)).toEqual({ train: [4], test: [] });
    expect(itemsOf(test, 1)).toEqual({ train: [8], test: [9] });
    const validation = leaveOneOut(rows, "validation");
    expect(itemsOf(validation, 0)).toEqual({ train: [4], test: [] });
    expect(itemsOf(validation, 1)).toEqual({ train: [8], test: [] });
  });
});

describe("temporal splits", () => {
  it("by user: the latest fifth, rounded up, and as much before it for validation", () => {
    const rows = interactionsOf(Array.from({ length: 10 }, (_, at) => [0, at, at] as const));
    expect(itemsOf(temporalByUser(rows, "test", 0.2), 0)).toEqual({
      train: [0, 1, 2, 3, 4, 5, 6, 7],
      test: [8, 9],
    });
    expect(itemsOf(temporalByUser(rows, "validation", 0.2), 0)).toEqual({
      train: [0, 1, 2, 3, 4, 5],
      test: [6, 7],
    });
  });

  it("by user: somebody with one interaction trains, with two has one to predict", () => {
    const rows = interactionsOf([
      [0, 1, 1],
      [1, 2, 1],
      [1, 3, 2],
    ]);
    const split = temporalByUser(rows, "test", 0.5);
    expect(itemsOf(split, 0)).toEqual({ train: [1], test: [] });
    expect(itemsOf(split, 1)).toEqual({ train: [2], test: [3] });
  });

  it("global: nothing at or after the moment trains, whoever did it", () => {
    const rows = interactionsOf([
      [0, 1, 10],
      [0, 2, 40],
      [1, 3, 20],
      [1, 4, 50],
      [2, 5, 30],
    ]);
    const split = temporalGlobal(rows, "test", 0.4, "clock");
    expect([...split.train].map((row) => rows.at[row])).toEqual([10, 20, 30]);
    expect([...split.test].map((row) => rows.at[row])).toEqual([40, 50]);
  });

  it("global: refuses times that are positions in each user's own sequence", () => {
    expect(() => temporalGlobal(MESSY, "test", 0.2, "position")).toThrow(
      expect.objectContaining({ code: "no-common-clock" }),
    );
  });
});
