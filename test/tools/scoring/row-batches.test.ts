import { describe, expect, it } from "vitest";
import { batchesOf, type Lists, rectangle, turned } from "../../../tools/scoring/row-batches.ts";

function lists(...rows: number[][]): Lists {
  const offsets = new Int32Array(rows.length + 1);
  for (const [r, row] of rows.entries()) offsets[r + 1] = (offsets[r] ?? 0) + row.length;
  return { offsets, members: Int32Array.from(rows.flat()) };
}

describe("lists in batches", () => {
  it("come each once, the empty ones not, in rectangles as long as the longest", () => {
    const rows = Array.from({ length: 1000 }, (_, r) => new Array((r * 37) % 90).fill(r));
    const batches = [...batchesOf(lists(...rows))];
    const seen = batches.flatMap(({ rows: some }) => [...some]).sort((a, b) => a - b);
    expect(seen).toEqual([...rows.keys()].filter((r) => (rows[r]?.length ?? 0) > 0));
    for (const { rows: some, length } of batches) {
      expect(Math.max(...Array.from(some, (r) => rows[r]?.length ?? 0))).toBe(length);
    }
  });

  it("are filled up where they are shorter", () => {
    const two = lists([1, 2, 3], [], [4]);
    const [batch] = batchesOf(two);
    expect(batch?.rows).toEqual(Int32Array.of(2, 0));
    expect([...rectangle(two, { rows: Int32Array.of(2, 0), length: 3 }, 9)]).toEqual([4, 9, 9, 1, 2, 3]);
  });

  it("hold a list longer than any batch alone", () => {
    const [long] = batchesOf(lists(new Array(100_000).fill(0), [1]));
    expect(long).toEqual({ rows: Int32Array.of(0), length: 100_000 });
  });
});

describe("lists turned round", () => {
  it("say in which rows each member occurs", () => {
    const { offsets, members } = turned(lists([2, 0], [], [2, 2]), 4);
    expect([...offsets]).toEqual([0, 1, 1, 4, 4]);
    expect([...members]).toEqual([0, 0, 2, 2]);
  });
});
