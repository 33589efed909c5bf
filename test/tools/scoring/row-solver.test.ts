import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { seededRandom } from "../../../memory/random.ts";
import { type Matrix, zeros } from "../../../tools/scoring/algebra.ts";
import { openRowSolver, type RowSolver, SHORT } from "../../../tools/scoring/row-solver.ts";

const D = 6;
const random = seededRandom(3);

function table(rows: number): Matrix {
  const made = zeros(rows + 1, D);
  for (let cell = 0; cell < rows * D; cell++) made.data[cell] = random() - 0.5;
  return made;
}

function diagonal(value: number): Matrix {
  const made = zeros(D, D);
  for (let k = 0; k < D; k++) made.data[k * D + k] = value;
  return made;
}

describe("rows solved together", () => {
  let solver: RowSolver;
  beforeAll(async () => {
    solver = await openRowSolver(12);
  });
  afterAll(() => solver.close());

  it.each([
    ["short lists", 5, false],
    ["short lists with weights", 5, true],
    ["long lists", SHORT + 8, false],
    ["long lists with weights", SHORT + 8, true],
  ])("satisfy their normal equations: %s", async (_, length, weighted) => {
    const given = table(60);
    const rows = 3;
    // The last line is shorter than the others: filled up with the row of zeros.
    const cells = Int32Array.from({ length: rows * length }, (_, cell) =>
      cell >= rows * length - 2 ? 60 : (cell * 7) % 60,
    );
    const weights = Float32Array.from(cells, () => (weighted ? 0.2 + random() : 1));
    const ridges = Float32Array.of(0.5, 1, 2);
    const found = await solver.solve(
      { table: given, common: diagonal(0.3), preconditioner: diagonal(1) },
      { cells, ridges, start: new Float32Array(rows * D), ...(weighted && { weights }) },
    );
    const xOf = (cell: number, k: number): number => given.data[(cells[cell] ?? 0) * D + k] ?? 0;
    for (let row = 0; row < rows; row++) {
      const u = found.subarray(row * D, (row + 1) * D);
      for (let k = 0; k < D; k++) {
        // Σ w·x·(1 − x·u) = (B + ridge)·u
        let left = 0;
        for (let cell = row * length; cell < (row + 1) * length; cell++) {
          const along = u.reduce((sum, value, at) => sum + value * xOf(cell, at), 0);
          left += (weights[cell] ?? 0) * xOf(cell, k) * (1 - along);
        }
        expect(left).toBeCloseTo((0.3 + (ridges[row] ?? 0)) * (u[k] ?? 0), 4);
      }
    }
  });
});
