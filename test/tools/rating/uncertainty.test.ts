import { expect, test } from "vitest";
import { multiplierFor } from "../../../tools/rating/calibrate.ts";
import { conformalQuantile, variance } from "../../../tools/rating/uncertainty.ts";

test("takes the ⌈(n + 1)·level⌉-th smallest score", () => {
  // n = 9, level 0.8: ⌈8⌉ = the eighth.
  expect(conformalQuantile([9, 1, 8, 2, 7, 3, 6, 4, 5], 0.8)).toBe(8);
});

test("promises nothing from too few scores", () => {
  expect(conformalQuantile([1, 2, 3], 0.8)).toBeUndefined();
  expect(conformalQuantile([1, 2, 3, 4], 0.8)).toBe(4);
});

test("expects more variance where counts are smaller", () => {
  const weights = [0, 1, 1, 1];
  const known = { userCount: 99, itemCount: 99, itemSpread: 0.8 };
  expect(variance(weights, known)).toBeCloseTo(0.8 + 0.01 + 0.1, 10);
  expect(variance(weights, { ...known, userCount: 1 })).toBeGreaterThan(variance(weights, known));
  expect(variance(weights, { ...known, itemCount: 1 })).toBeGreaterThan(variance(weights, known));
  expect(variance([-5, 0, 0, 0], known)).toBeGreaterThan(0);
});

test("takes the multiplier of the user's group, the whole scale where there is none", () => {
  const multipliers = [
    { count: 0, multiplier: null },
    { count: 3, multiplier: 1.4 },
    { count: 20, multiplier: 1.2 },
  ];
  expect([0, 2, 3, 19, 20, 500].map((count) => multiplierFor(multipliers, count))).toEqual([
    null,
    null,
    1.4,
    1.4,
    1.2,
    1.2,
  ]);
});
