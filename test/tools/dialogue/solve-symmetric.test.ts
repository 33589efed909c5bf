import { expect, it } from "vitest";
import { solveSymmetric } from "../../../tools/dialogue/solve-symmetric.ts";

it("solves 4x + 2y = 10, 2x + 3y = 9", () => {
  const solved = solveSymmetric(Float64Array.of(4, 2, 2, 3), Float64Array.of(10, 9));
  expect([...solved].map((value) => Number(value.toFixed(9)))).toEqual([1.5, 2]);
});

it("refuses a matrix that is not positive definite", () => {
  expect(() => solveSymmetric(Float64Array.of(1, 2, 2, 1), Float64Array.of(1, 1))).toThrow(RangeError);
});
