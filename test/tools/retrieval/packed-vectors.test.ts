import { expect, test } from "vitest";
import { dot, vectorAt, type WholeVectors } from "../../../tools/retrieval/item-vectors.ts";
import { nearestByScan } from "../../../tools/retrieval/nearest.ts";
import { emptyPacked, type PackedVectors, pack } from "../../../tools/retrieval/packed-vectors.ts";

/** Unit vectors around ten centres, every seventh unknown; deterministic. */
function both(size: number, dimensions: number): { whole: WholeVectors; packed: PackedVectors } {
  const rows = new Float32Array(size * dimensions);
  const packed = emptyPacked(size, dimensions);
  const wave = (a: number, b: number): number => Math.sin(a * 12.9898 + b * 78.233);
  for (let index = 0; index < size; index += 1) {
    if (index % 7 === 3) continue;
    const row = Array.from({ length: dimensions }, (_, k) => wave(index % 10, k) + wave(index + 100, k));
    const unit = row.map((value) => value / Math.hypot(...row));
    rows.set(unit, index * dimensions);
    pack(packed, index, unit);
  }
  return { whole: { size, dimensions, rows }, packed };
}

test.each([1, 5, 16, 17, 128])(
  "cosines of %d packed dimensions are those of the whole numbers, nearly",
  (dimensions) => {
    const { whole, packed } = both(200, dimensions);
    const query = vectorAt(whole, 8);
    const products = packed.products(query).slice();
    for (let index = 0; index < 200; index += 1) {
      const own = vectorAt(whole, index);
      const exact = own.reduce((sum, value, k) => sum + value * (query[k] ?? 0), 0);
      if (index % 7 === 3) expect(products[index]).toBeNaN();
      else expect(Math.abs((products[index] ?? 0) - exact)).toBeLessThan(0.006);
    }
  },
);

test("a packed vector is read back as it was, to half a percent of its largest number", () => {
  const { whole, packed } = both(50, 128);
  const [before, after] = [vectorAt(whole, 4), vectorAt(packed, 4)];
  const largest = before.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  expect(after).toHaveLength(128);
  for (const [k, value] of before.entries())
    expect(Math.abs((after[k] ?? 0) - value)).toBeLessThan(0.005 * largest);
  expect(vectorAt(packed, 3)).toEqual(new Float32Array(128));
});

test("the nearest packed items are the nearest items, within the mask, and nothing unknown is near", async () => {
  const { whole, packed } = both(2000, 64);
  const even = Uint8Array.from({ length: 2000 }, (_, index) => Number(index % 2 === 0));
  for (let probe = 0; probe < 50; probe += 1) {
    const query = vectorAt(whole, probe * 14);
    const exact = await nearestByScan(whole)(query, even, 10);
    const found = await nearestByScan(packed)(query, even, 10);
    expect(found).toHaveLength(10);
    expect(found.every(({ index }) => index % 2 === 0 && index % 7 !== 3)).toBe(true);
    // These items lie so close that which of them is tenth is a matter of rounding; how near it is, is not.
    const farthest = Math.min(...found.map(({ index }) => dot(query, vectorAt(whole, index))));
    expect(farthest).toBeGreaterThan((exact.at(-1)?.score ?? 1) - 0.003);
  }
});

test("no items at all give no products", () => {
  expect(emptyPacked(0, 8).products(new Float32Array(8))).toHaveLength(0);
});
