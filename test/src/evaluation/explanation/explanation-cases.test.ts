import { describe, expect, it } from "vitest";
import type { Interactions } from "../../../../memory/datasets/interactions.ts";
import { explanationSplit, referenceOf } from "../../../../src/evaluation/explanation/explanation-cases.ts";

/** user, item, rating, time */
function interactions(...rows: readonly (readonly [number, number, number, number])[]): Interactions {
  return {
    userIds: ["ann", "bea", "cy"],
    users: Int32Array.from(rows, ([user]) => user),
    items: Int32Array.from(rows, ([, item]) => item),
    values: Float32Array.from(rows, ([, , value]) => value),
    at: Float64Array.from(rows, ([, , , at]) => at),
  };
}

describe("what is to be explained", () => {
  const all = interactions(
    [0, 10, 5, 1],
    [0, 11, 2, 2],
    [0, 12, 4, 3],
    [0, 13, 1, 4],
    [1, 10, 5, 1],
    [1, 11, 5, 1],
    [2, 10, 5, 9],
  );

  it("is each user's last liked item, from all that came before it, low ratings too", () => {
    const { cases } = explanationSplit(all, 4);
    expect(cases.map(({ user, item }) => [user, item])).toEqual([
      [0, 12],
      [1, 11],
    ]);
    expect(cases[0]?.history.map(({ item, value }) => [item, value])).toEqual([
      [10, 5],
      [11, 2],
    ]);
  });

  it("is kept from the agent, as is everything that the user did later; of equal times the file decides", () => {
    const { train } = explanationSplit(all, 4);
    expect(Array.from(train.users, (user, row) => [user, train.items[row]])).toEqual([
      [0, 10],
      [0, 11],
      [1, 10],
      [2, 10],
    ]);
  });

  it("is the last one whatever its rating where every interaction counts", () => {
    expect(explanationSplit(all, undefined).cases.map(({ item }) => item)).toEqual([13, 11]);
  });
});

describe("a user's own review as a reference", () => {
  it("is its headline and its first two sentences", () => {
    expect(referenceOf({ headline: "Great cable", review: "It works. It lasts! Third time I buy it." })).toBe(
      "Great cable. It works. It lasts!",
    );
    expect(referenceOf({ headline: "Really?", review: "Yes." })).toBe("Really? Yes.");
  });

  it("may be one of the two, or nothing", () => {
    expect(referenceOf({ headline: "Great", review: undefined })).toBe("Great.");
    expect(referenceOf({ headline: undefined, review: "It works." })).toBe("It works.");
    expect(referenceOf({ headline: " ", review: "" })).toBeUndefined();
    expect(referenceOf(undefined)).toBeUndefined();
  });
});
