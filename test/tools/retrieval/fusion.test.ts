import { expect, test } from "vitest";
import { best } from "../../../tools/retrieval/best.ts";
import { fuse } from "../../../tools/retrieval/fusion.ts";

const found = (...indices: number[]) => indices.map((index) => ({ index, score: 1 }));

test("scores are sums of 1 / (60 + rank), and every rank is kept", () => {
  const [first, second, third] = fuse([
    { name: "full-text", found: found(7, 3) },
    { name: "semantic", found: found(3) },
  ]);
  expect(first).toEqual({ index: 3, score: 1 / 62 + 1 / 61, ranks: { "full-text": 2, semantic: 1 } });
  expect(second).toEqual({ index: 7, score: 1 / 61, ranks: { "full-text": 1 } });
  expect(third).toBeUndefined();
});

test("found by two in the middle beats found by one at the top", () => {
  const fused = fuse([
    { name: "a", found: found(1, 2, 3) },
    { name: "b", found: found(4, 5, 3) },
  ]);
  expect(fused[0]?.index).toBe(3);
});

test("equal scores are ordered by index, and nothing fuses to nothing", () => {
  expect(
    fuse([
      { name: "a", found: found(9) },
      { name: "b", found: found(2) },
    ]).map(({ index }) => index),
  ).toEqual([2, 9]);
  expect(fuse([])).toEqual([]);
});

test("the best of many agree with sorting them all", () => {
  // 500 scores with many ties, by a linear congruence.
  const scores = Float32Array.from({ length: 500 }, (_, index) => (index * 7919) % 83);
  const allowed = Uint8Array.from(scores, (_, index) => Number(index % 3 !== 0));
  const sorted = Array.from(scores.keys())
    .filter((index) => allowed[index] === 1)
    .sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
  for (const limit of [0, 1, 7, 200, 1000]) {
    expect(best(scores, allowed, limit).map(({ index }) => index)).toEqual(sorted.slice(0, limit));
  }
  expect(best(scores, allowed, 1000, 80).every(({ score }) => score > 80)).toBe(true);
  expect(best([Number.NaN, 1], Uint8Array.of(1, 1), 5)).toEqual([{ index: 1, score: 1 }]);
});
