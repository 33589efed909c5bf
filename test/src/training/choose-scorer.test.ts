import { describe, expect, it } from "vitest";
import { chooseScorer, MOST_LINEAR_ITEMS } from "../../../src/training/choose-scorer.ts";

describe("the scorer", () => {
  it("is linear as long as the catalogue is small enough", () => {
    expect(chooseScorer(MOST_LINEAR_ITEMS)).toEqual({ kind: "linear", reason: undefined });
  });

  it("is factors beyond, and says why", () => {
    expect(chooseScorer(20_000)).toEqual({
      kind: "factors",
      reason: "20,000 items are more than the 12,500 that linear takes",
    });
  });
});
