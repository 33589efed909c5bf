import { describe, expect, it } from "vitest";
import { diversify } from "../../../tools/scoring/diversify.ts";

const north = Float32Array.of(1, 0);
const east = Float32Array.of(0, 1);

describe("maximal marginal relevance", () => {
  it("is the order of relevance without diversity, ties in input order", () => {
    const picked = diversify([0.2, 0.9, 0.9, 0.5], () => north, 0, 4);
    expect(picked.map(({ position }) => position)).toEqual([1, 2, 3, 0]);
  });

  it("puts something different before a second of the same kind", () => {
    // By hand, diversity ½: first 0 at 0.5. Then 1 is worth 0.45 − 0.5·1 < 0, and 2 is worth 0.3 − 0.
    const vectors = [north, north, east];
    const picked = diversify([1, 0.9, 0.6], (position) => vectors[position], 0.5, 3);
    expect(picked.map(({ position }) => position)).toEqual([0, 2, 1]);
    expect(picked.map(({ value }) => value.toFixed(2))).toEqual(["0.50", "0.30", "-0.05"]);
  });

  it("never lets a value rise along the list", () => {
    const vectors = Array.from({ length: 30 }, (_, i) =>
      Float32Array.of(Math.cos(i * 1.7), Math.sin(i * 1.7)),
    );
    const picked = diversify(
      vectors.map((_, i) => ((i * 37) % 30) / 30),
      (p) => vectors[p],
      0.4,
      10,
    );
    expect(new Set(picked.map(({ position }) => position)).size).toBe(30);
    for (const [place, { value }] of picked.entries()) {
      expect(value).toBeLessThanOrEqual(picked[place - 1]?.value ?? Number.POSITIVE_INFINITY);
    }
  });

  it("takes items without a vector as like nothing", () => {
    const picked = diversify([1, 0.9], () => undefined, 0.9, 2);
    expect(picked.map(({ position }) => position)).toEqual([0, 1]);
  });
});
