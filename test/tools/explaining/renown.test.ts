import { expect, test } from "vitest";
import type { ItemStatistics } from "../../../memory/items/catalogue.ts";
import { middleOf, renownOf } from "../../../tools/explaining/renown.ts";

const of = (items: readonly (readonly [count: number, mean: number | undefined])[]) => ({
  size: items.length,
  statistics: (index: number): ItemStatistics => {
    const [count, mean] = items[index] ?? [0, undefined];
    return { count, mean, popularity: count };
  },
});

/** 36 items of 100 ratings at 3, and what a test adds. */
const crowd = Array.from({ length: 36 }, () => [100, 3] as const);

test("the best rated are the top tenth by a mean that few ratings do not carry", () => {
  const best = [4.6, 4.5, 4.4, 4.3].map((mean) => [100, mean] as const);
  const catalogue = of([...crowd.slice(1), ...best, [1, 5]]);
  expect([35, 36, 37, 38].map((index) => renownOf(catalogue, index))).toEqual(Array(4).fill("best-rated"));
  // One rating of 5 is drawn to (5 + 20 · 3.2) / 21 = 3.3, far below (430 + 20 · 3.2) / 120 = 4.1.
  expect(renownOf(catalogue, 39)).not.toBe("best-rated");
  expect(middleOf(catalogue)).toBeCloseTo((35 * 3 + 4.6 + 4.5 + 4.4 + 4.3 + 5) / 40, 12);
});

test("the little known are the quarter with the fewest interactions", () => {
  const catalogue = of(Array.from({ length: 40 }, (_, index) => [index + 1, 3] as const));
  expect(renownOf(catalogue, 9)).toBe("little-known");
  expect(renownOf(catalogue, 10)).toBeUndefined();
});

test("where nobody rates, the most chosen stand out", () => {
  const catalogue = of(Array.from({ length: 40 }, (_, index) => [index + 1, undefined] as const));
  expect(renownOf(catalogue, 39)).toBe("most-chosen");
  expect(renownOf(catalogue, 20)).toBeUndefined();
  expect(middleOf(catalogue)).toBeUndefined();
});

test("where all are alike, none stands out", () => {
  expect(renownOf(of(crowd), 0)).not.toBe("best-rated");
  expect(renownOf(of(Array.from({ length: 40 }, () => [7, undefined] as const)), 0)).not.toBe("most-chosen");
});

test("says nothing of an untouched item, nor of a catalogue too small for tenths", () => {
  expect(renownOf(of([...crowd, [0, undefined]]), 36)).toBeUndefined();
  expect(
    renownOf(
      of([
        [100, 5],
        [1, 1],
      ]),
      0,
    ),
  ).toBeUndefined();
});
