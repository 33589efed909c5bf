import { expect, it } from "vitest";
import { solveRidge } from "../../../tools/dialogue/kernel-ridge.ts";
import { sparseRow } from "../../../tools/dialogue/sparse-rows.ts";

it("is the ridge regression: (1 + 3) / (2 + 1) for two rows of one column with targets 1 and 3", () => {
  const rows = [sparseRow([[0, 1]]), sparseRow([[0, 1]])];
  const solved = solveRidge({ rows, columnCount: 1, targets: Float64Array.of(1, 3), width: 1, ridge: 1 });
  expect(solved[0]).toBeCloseTo(4 / 3, 9);
});

it("solves every target by itself, and leaves a column that nobody has at nothing", () => {
  const rows = [sparseRow([[0, 1]]), sparseRow([[1, 1]])];
  const targets = Float64Array.of(2, 0, 0, 6);
  const solved = solveRidge({ rows, columnCount: 3, targets, width: 2, ridge: 1 });
  // Columns do not share rows: each weight is target / (1 + ridge).
  expect([...solved].map((value) => Number(value.toFixed(9)))).toEqual([1, 0, 0, 3, 0, 0]);
});
