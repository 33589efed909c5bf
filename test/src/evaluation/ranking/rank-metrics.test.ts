import { describe, expect, it } from "vitest";
import {
  hit,
  mrr,
  ndcg,
  RANK_METRICS,
  rankOf,
  recall,
} from "../../../../src/evaluation/ranking/rank-metrics.ts";

describe("ranking metrics", () => {
  it("recall: one of two relevant items in the first five is a half", () => {
    expect(recall([2, 7], 5)).toBe(0.5);
    expect(recall([2, 7], 7)).toBe(1);
    expect(recall([6], 5)).toBe(0);
  });

  it("ndcg: a single relevant item on rank 3 gains 1/log₂4 = 1/2", () => {
    expect(ndcg([3], 10)).toBe(0.5);
    expect(ndcg([1], 10)).toBe(1);
    expect(ndcg([11], 10)).toBe(0);
  });

  it("ndcg: relevant items on ranks 1 and 3 gain 1.5 of the ideal 1 + 1/log₂3", () => {
    expect(ndcg([1, 3], 10)).toBeCloseTo(1.5 / (1 + 1 / Math.log2(3)), 12);
  });

  it("ndcg: the ideal list is no longer than k", () => {
    expect(ndcg([1, 5, 6], 1)).toBe(1);
  });

  it("mrr: one over the first relevant rank, nothing after k", () => {
    expect(mrr([4, 9], 10)).toBe(0.25);
    expect(mrr([11], 10)).toBe(0);
  });

  it("hit: one as soon as anything relevant is in the first k", () => {
    expect(hit([10, 20], 10)).toBe(1);
    expect(hit([11, 20], 10)).toBe(0);
  });

  it.each(Object.entries(RANK_METRICS))("%s: undefined for a user without relevant items", (_, metric) => {
    expect(metric([], 10)).toBeUndefined();
  });
});

describe("the rank of an item", () => {
  const scores = Float32Array.of(0.9, 0.5, 0.5, 0.1, 0.7);
  const everything = new Uint8Array(5).fill(1);

  it("counts the candidates above it", () => {
    expect(rankOf(scores, everything, 0)).toBe(1);
    expect(rankOf(scores, everything, 3)).toBe(5);
  });

  it("puts ties before it, whichever comes first", () => {
    expect(rankOf(scores, everything, 1)).toBe(4);
    expect(rankOf(scores, everything, 2)).toBe(4);
  });

  it("does not count what is masked", () => {
    expect(rankOf(scores, Uint8Array.of(0, 1, 1, 1, 0), 3)).toBe(3);
  });

  it("is infinite for an item that was left out, and nothing left out stands before another", () => {
    const partial = Float32Array.of(0.3, Number.NaN, 0.1);
    expect(rankOf(partial, Uint8Array.of(1, 1, 1), 1)).toBe(Number.POSITIVE_INFINITY);
    expect(rankOf(partial, Uint8Array.of(1, 1, 1), 2)).toBe(2);
  });

  it("is the last of all when everything scores alike", () => {
    expect(rankOf(new Float32Array(5), everything, 2)).toBe(5);
  });
});
