import { expect, test } from "vitest";
import { eigenSymmetric } from "../../../tools/language/embedder-eigen.ts";
import { leadingDirections } from "../../../tools/language/embedder-svd.ts";
import type { SparseRows } from "../../../tools/language/embedder-vocabulary.ts";

function sparse(rows: readonly (readonly number[])[]): SparseRows {
  const cells = rows.map((row) => row.flatMap((value, column) => (value === 0 ? [] : [{ column, value }])));
  let at = 0;
  return {
    rows: rows.length,
    columnCount: rows[0]?.length ?? 0,
    starts: Int32Array.from([0, ...cells.map((row) => (at += row.length))]),
    columns: Int32Array.from(cells.flat(), (cell) => cell.column),
    values: Float32Array.from(cells.flat(), (cell) => cell.value),
  };
}

test("eigenvalues of a 2 × 2 matrix are those of the school book", () => {
  const { values, vectors } = eigenSymmetric(Float64Array.from([2, 1, 1, 2]), 2);
  expect(values[0]).toBeCloseTo(3, 12);
  expect(values[1]).toBeCloseTo(1, 12);
  expect(Math.abs(vectors[0] ?? 0)).toBeCloseTo(Math.SQRT1_2, 12);
  expect(vectors[0]).toBeCloseTo(vectors[2] ?? 0, 12);
});

test("singular values of a diagonal matrix are its diagonal, and directions its axes", async () => {
  const { values, vectors, rank } = await leadingDirections(
    sparse([
      [3, 0, 0],
      [0, 0, 2],
      [0, 1, 0],
    ]),
    2,
    1,
  );
  expect(rank).toBe(2);
  expect(values[0]).toBeCloseTo(3, 6);
  expect(values[1]).toBeCloseTo(2, 6);
  const columns = [0, 1].map((k) => [0, 1, 2].map((row) => Math.abs(vectors[row * 2 + k] ?? 0)));
  [
    [1, 0, 0],
    [0, 0, 1],
  ].forEach((axis, k) => {
    for (const [row, value] of axis.entries()) expect(columns[k]?.[row]).toBeCloseTo(value, 5);
  });
});

test("a matrix of rank one has one direction, however many are wanted", async () => {
  const { rank, values } = await leadingDirections(
    sparse([
      [1, 2],
      [2, 4],
      [3, 6],
    ]),
    5,
    1,
  );
  expect(rank).toBe(1);
  expect(values[0]).toBeCloseTo(Math.sqrt(70), 5);
});

test("an empty matrix has none", async () => {
  const empty = sparse([
    [0, 0],
    [0, 0],
  ]);
  expect((await leadingDirections(empty, 2, 1)).rank).toBe(0);
});
