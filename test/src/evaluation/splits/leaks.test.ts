import { describe, expect, it } from "vitest";
import { leaveOneOut } from "../../../../src/evaluation/splits/by-time.ts";
import { randomFolds } from "../../../../src/evaluation/splits/folds.ts";
import { assertNoLeaks, leaksOf } from "../../../../src/evaluation/splits/leaks.ts";
import type { Split } from "../../../../src/evaluation/splits/split.ts";
import { interactionsOf, MESSY } from "./rows.ts";

const THREE = interactionsOf([
  [0, 1, 10],
  [0, 2, 20],
  [0, 3, 30],
  [1, 4, 99],
]);

describe("the leak check", () => {
  it("catches a split that trains on what came after", () => {
    const leaking: Split = { interactions: THREE, train: Int32Array.of(0, 2, 3), test: Int32Array.of(1) };
    expect(leaksOf(leaking)).toEqual({ rows: 1, users: 1, share: 1 / 3 });
    expect(() => assertNoLeaks(leaking)).toThrow(expect.objectContaining({ code: "leaking-split" }));
  });

  it("catches a row that is in both parts", () => {
    const leaking: Split = { interactions: THREE, train: Int32Array.of(0, 1), test: Int32Array.of(1) };
    expect(leaksOf(leaking).rows).toBe(1);
  });

  it("catches the later row of equal times", () => {
    const tied = interactionsOf([
      [0, 1, 5],
      [0, 2, 5],
    ]);
    expect(leaksOf({ interactions: tied, train: Int32Array.of(1), test: Int32Array.of(0) }).rows).toBe(1);
    expect(leaksOf({ interactions: tied, train: Int32Array.of(0), test: Int32Array.of(1) }).rows).toBe(0);
  });

  it("does not mind what others did later", () => {
    const split: Split = { interactions: THREE, train: Int32Array.of(0, 1, 3), test: Int32Array.of(2) };
    expect(() => assertNoLeaks(split)).not.toThrow();
  });

  it("passes splits by time, and catches random folds, which leak by their nature", () => {
    expect(leaksOf(leaveOneOut(MESSY, "test")).rows).toBe(0);
    for (const fold of randomFolds(MESSY, 5, 1, "test")) expect(leaksOf(fold).share).toBeGreaterThan(0.3);
  });
});
