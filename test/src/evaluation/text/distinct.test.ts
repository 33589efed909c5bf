import { describe, expect, it } from "vitest";
import { STATISTICS } from "../../../../src/evaluation/statistics/statistic.ts";
import { distinct, distinctValues } from "../../../../src/evaluation/text/distinct.ts";

describe("Distinct-n", () => {
  it("is the share of different words or pairs among all, over texts together", () => {
    // a b a | A b: words a, b of 5; pairs "a b", "b a" of 3
    expect(distinct(["a b a", "A b."], 1)).toBe(2 / 5);
    expect(distinct(["a b a", "A b."], 2)).toBe(2 / 3);
  });

  it("makes no pair across texts", () => {
    expect(distinct(["a", "b c"], 2)).toBe(1);
  });

  it("lets texts without words add nothing, and is NaN where there is none at all", () => {
    expect(distinct(["", "a b"], 1)).toBe(1);
    expect(distinct(["", "..."], 1)).toBeNaN();
    expect(distinct(["one"], 2)).toBeNaN();
  });

  it("can be computed on a draw of the units", () => {
    const { kind, columns } = distinctValues(["a b", "a c", "a a"], 1);
    expect(STATISTICS[kind](columns, [2, 0, 1])).toBe(2 / 6);
  });
});
