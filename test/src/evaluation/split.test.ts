import { describe, expect, it } from "vitest";
import type { Interactions } from "../../../memory/datasets/interactions.ts";
import { kCore, leaveOneOut } from "../../../src/evaluation/split.ts";
import { positives } from "../../../tools/scoring/interaction-rows.ts";
import { sequenceOf, sequencesOf, userCount } from "../../../tools/scoring/sequences.ts";

type Row = readonly [user: number, item: number, at: number, value?: number];

function interactions(rows: readonly Row[]): Interactions {
  return {
    userIds: Array.from({ length: Math.max(...rows.map(([user]) => user)) + 1 }, (_, user) => `u${user}`),
    users: Int32Array.from(rows, ([user]) => user),
    items: Int32Array.from(rows, ([, item]) => item),
    values: Float32Array.from(rows, ([, , , value]) => value ?? Number.NaN),
    at: Float64Array.from(rows, ([, , at]) => at),
  };
}

/** Many users with many ties, unordered in the file. Every interaction has its own item, so that a row can be recognised. */
const messy = interactions(
  Array.from({ length: 400 }, (_, row) => [(row * 7) % 23, row, (row * 13) % 11] as const),
);

describe("leave-one-out by time", () => {
  it("holds out the last interaction for test and the one before it for validation", () => {
    const sequences = sequencesOf(
      interactions([
        [0, 5, 30],
        [0, 6, 10],
        [0, 7, 20],
      ]),
    );
    const test = leaveOneOut(sequences, "test");
    expect([...test.truth]).toEqual([5]);
    expect([...sequenceOf(test.train, 0)]).toEqual([6, 7]);
    const validation = leaveOneOut(sequences, "validation");
    expect([...validation.truth]).toEqual([7]);
    expect([...sequenceOf(validation.train, 0)]).toEqual([6]);
  });

  it("keeps file order where times are equal", () => {
    const { truth, train } = leaveOneOut(
      sequencesOf(
        interactions([
          [0, 3, 1],
          [0, 1, 1],
          [0, 2, 1],
        ]),
      ),
      "test",
    );
    expect([...truth]).toEqual([2]);
    expect([...sequenceOf(train, 0)]).toEqual([3, 1]);
  });

  it.each(["test", "validation"] as const)(
    "lets no training row of a user be later than the %s row",
    (holdout) => {
      const { truth, train } = leaveOneOut(sequencesOf(messy), holdout);
      const timeOf = (item: number): number => messy.at[item] ?? Number.NaN;
      for (const [user, target] of truth.entries()) {
        for (const item of sequenceOf(train, user)) {
          expect(timeOf(item)).toBeLessThanOrEqual(timeOf(target));
          // The row number is the item: of equal times the later row must not train.
          if (timeOf(item) === timeOf(target)) expect(item).toBeLessThan(target);
        }
      }
    },
  );

  it("never shows validation the test interaction, and loses no other", () => {
    const sequences = sequencesOf(messy);
    const test = leaveOneOut(sequences, "test");
    const validation = leaveOneOut(sequences, "validation");
    for (let user = 0; user < userCount(sequences); user++) {
      const last = test.truth[user] ?? -1;
      expect(validation.truth[user]).not.toBe(last);
      expect([...sequenceOf(validation.train, user)]).not.toContain(last);
      expect([...sequenceOf(validation.train, user), validation.truth[user], last]).toEqual([
        ...sequenceOf(sequences, user),
      ]);
    }
  });

  it("holds out nothing of who has too little, and trains on it", () => {
    const sequences = sequencesOf(
      interactions([
        [0, 4, 1],
        [1, 8, 1],
        [1, 9, 2],
      ]),
    );
    const test = leaveOneOut(sequences, "test");
    expect([...test.truth]).toEqual([-1, 9]);
    expect([...sequenceOf(test.train, 0)]).toEqual([4]);
    const validation = leaveOneOut(sequences, "validation");
    expect([...validation.truth]).toEqual([-1, -1]);
    expect([...sequenceOf(validation.train, 1)]).toEqual([8]);
  });

  it("loses no row on the way into sequences, and doubles none", () => {
    const { offsets, items } = sequencesOf(messy);
    expect([...items].sort((a, b) => a - b)).toEqual([...messy.items].sort((a, b) => a - b));
    expect(offsets.at(-1)).toBe(400);
  });
});

describe("filters before the split", () => {
  it("keep ratings from the threshold on, and everything without one", () => {
    const rated = interactions([
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
      interactions([
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
    expect(
      kCore(
        interactions([
          [0, 1, 1],
          [1, 2, 1],
        ]),
        2,
      ).users,
    ).toHaveLength(0);
  });
});
