import { expect, it } from "vitest";
import { fitEase } from "../../../tools/scoring/ease.ts";

it("EASE solves two items as arithmetic does, and leaves items that nobody has empty", async () => {
  // XᵀX + I = [[2, 1], [1, 2]], its inverse [[2, −1], [−1, 2]] / 3: both weights are 1/2.
  const sequences = { offsets: Int32Array.of(0, 2), items: Int32Array.of(0, 2) };
  const { data } = await fitEase(sequences, 3, { ridge: 1 });
  const expected = [0, 0, 0.5, 0, 0, 0, 0.5, 0, 0];
  for (const [cell, value] of expected.entries()) expect(data[cell]).toBeCloseTo(value, 6);
});
