import { describe, expect, it } from "vitest";
import { foundIn, turnFigures } from "../../../../src/evaluation/conversation/turns-figures.ts";
import { overAll } from "../../../../src/evaluation/statistics/statistic.ts";

const TITLES = ["Heat", "The Fog", "Heat", "Up"];
const catalogue = { title: (index: number): string => TITLES[index] ?? "" };
const target = (item: number | undefined, name: string, fresh = true) => ({ item, name, fresh });

describe("what a list is worth at a turn", () => {
  it("is the place of the item recommended, or of one of the same name", () => {
    const turn = { unit: 3, targets: [target(1, "The Fog"), target(2, "Heat"), target(3, "Up", false)] };
    expect(foundIn(turn, [0, 1], catalogue)).toEqual([
      { unit: 3, fresh: true, rank: 2 },
      { unit: 3, fresh: true, rank: 1 },
      { unit: 3, fresh: false, rank: Number.POSITIVE_INFINITY },
    ]);
  });

  it("is nothing for an item that the catalogue lacks", () => {
    const turn = { unit: 0, targets: [target(undefined, "Alien")] };
    expect(foundIn(turn, [0, 1, 2, 3], catalogue)[0]?.rank).toBe(Number.POSITIVE_INFINITY);
  });

  it("counts what was recommended, not turns, and what is new apart from all", () => {
    const results = [
      { unit: 0, fresh: true, rank: 1 },
      { unit: 0, fresh: true, rank: 3 },
      { unit: 1, fresh: true, rank: Number.POSITIVE_INFINITY },
      { unit: 1, fresh: false, rank: Number.POSITIVE_INFINITY },
    ];
    const figures = turnFigures(results, 2, [1, 5]);
    const figure = (name: string): number => {
      const values = figures[name];
      return values === undefined ? Number.NaN : overAll(values, 2);
    };
    expect(figure("recall@1")).toBeCloseTo(1 / 3, 9);
    expect(figure("recall@5")).toBeCloseTo(2 / 3, 9);
    expect(figure("recall-all@5")).toBeCloseTo(2 / 4, 9);
    // 1 / log2(2) + 1 / log2(4), over three.
    expect(figure("ndcg@5")).toBeCloseTo(1.5 / 3, 9);
  });
});
