import { expect, test } from "vitest";
import { Ridge } from "../../../tools/rating/ridge.ts";

test("solves a ridge regression that can be done by hand", () => {
  // Two observations of the constant alone, 2 and 4, penalty 1: 6 / (2 + 1).
  const ridge = new Ridge(1);
  const out = new Float32Array(1);
  ridge.add(new Float32Array([9]), 0, 2);
  ridge.add(new Float32Array([9]), 0, 4);
  ridge.solve(1, 1, out, 0);
  expect(out[0]).toBe(2);
});

test("meets the normal equations with penalties of its own for constant and slopes", () => {
  const rows = [
    [0.3, -1.2, 2],
    [1.1, 0.4, 3.5],
    [-0.7, 0.9, 1],
    [0.2, 0.2, 2.5],
  ] as const;
  const ridge = new Ridge(3);
  const out = new Float32Array(4);
  for (const [a, b, y] of rows) ridge.add(new Float32Array([7, 0, a, b]), 1, y);
  ridge.solve(0.5, 2, out, 1);
  const [, w0 = 0, w1 = 0, w2 = 0] = out;
  const gradient = [0.5 * w0, 2 * w1, 2 * w2];
  for (const [a, b, y] of rows) {
    const error = w0 + w1 * a + w2 * b - y;
    [1, a, b].forEach((x, k) => {
      gradient[k] = (gradient[k] ?? 0) + error * x;
    });
  }
  for (const part of gradient) expect(part).toBeCloseTo(0, 5);
});

test("starts afresh after a reset", () => {
  const ridge = new Ridge(1);
  const out = new Float32Array(1);
  ridge.add(new Float32Array([0]), 0, 100);
  ridge.solve(1, 1, out, 0);
  ridge.reset();
  ridge.add(new Float32Array([0]), 0, 3);
  ridge.solve(2, 1, out, 0);
  expect(out[0]).toBe(1);
});
