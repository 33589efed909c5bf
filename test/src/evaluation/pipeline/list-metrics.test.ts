import { describe, expect, it } from "vitest";
import { listValues } from "../../../../src/evaluation/pipeline/list-metrics.ts";
import { overAll } from "../../../../src/evaluation/statistics/statistic.ts";

/** Four items: 0 and 1 alike, 2 at a right angle to them, 3 unknown. */
const vectors = { size: 4, dimensions: 2, rows: Float32Array.of(1, 0, 1, 0, 0, 1, 0, 0) };
const past = (...items: number[]) => ({
  history: items.map((item) => ({ item, weight: 1, value: undefined })),
});

function figures(lists: readonly number[][], cases = lists.map(() => past(0))): Record<string, number> {
  const parts = {
    lists: lists.map((list) => Int32Array.from(list)),
    cases,
    counts: Float32Array.of(7, 3, 1, 0),
    users: 7,
    items: 4,
    vectors,
  };
  const values = listValues(parts, 3);
  return Object.fromEntries(
    Object.entries(values).map(([name, each]) => [name, overAll(each, lists.length)]),
  );
}

describe("what lists are beyond being right", () => {
  it("diversity: of three pairs one is alike and two are at right angles", () => {
    expect(figures([[0, 1, 2]])["diversity@3"]).toBeCloseTo(2 / 3, 6);
    expect(figures([[0, 1]])["diversity@3"]).toBeCloseTo(0, 6);
  });

  it("novelty: what all seven users have is no news, what one has is two bits, what nobody has three", () => {
    expect(figures([[0]])["novelty@3"]).toBeCloseTo(0, 12);
    expect(figures([[2]])["novelty@3"]).toBeCloseTo(2, 12);
    expect(figures([[2, 3]])["novelty@3"]).toBeCloseTo(2.5, 12);
  });

  it("coverage: three of four items in two lists", () => {
    expect(
      figures([
        [0, 1],
        [1, 2],
      ])["coverage@3"],
    ).toBe(0.75);
  });

  it("popularity lift: a list of mean 5 for somebody whose own items have mean 2 lifts by 1.5", () => {
    expect(figures([[0, 1]], [past(1, 2)])["popularity-lift@3"]).toBeCloseTo(1.5, 12);
  });

  it("looks at the first k only, and at nothing of an empty list", () => {
    expect(figures([[0, 1, 0, 2]])["diversity@3"]).toBeCloseTo(0, 6);
    expect(figures([[], [2]])["novelty@3"]).toBeCloseTo(2, 12);
  });
});
