import { describe, expect, it } from "vitest";
import { ItemId } from "../../../memory/ids.ts";
import { type Emphasis, emphasisOf, type Situation } from "../../../tools/scoring/emphasis.ts";

function leader(emphasis: Emphasis): string | undefined {
  return Object.entries(emphasis).sort(([, a], [, b]) => b - a)[0]?.[0];
}

const plain: Situation["request"] = { like: [], surprise: false };

describe("who has the say", () => {
  it("is the request where something was asked for, with or without taste", () => {
    expect(leader(emphasisOf({ asked: true, taste: "liked", request: plain }))).toBe("request");
    expect(leader(emphasisOf({ asked: true, taste: "unknown", request: plain }))).toBe("request");
  });

  it("is the examples' alone only beside the request", () => {
    const request = { ...plain, like: [ItemId.parse("a")] };
    expect(emphasisOf({ asked: true, taste: "liked", request }).examples).toBeGreaterThan(0);
    expect(emphasisOf({ asked: true, taste: "liked", request: plain }).examples).toBeUndefined();
  });

  it("is taste with facets only, and renown for somebody unknown", () => {
    expect(leader(emphasisOf({ asked: false, taste: "liked", request: plain }))).toBe("taste");
    expect(leader(emphasisOf({ asked: false, taste: "unknown", request: plain }))).toBe("popular");
  });

  it("shifts to the hidden and to the unusual when asked to, away from the popular", () => {
    const gems = emphasisOf({ asked: false, taste: "liked", request: { ...plain, renown: "obscure" } });
    expect(gems.hidden).toBeGreaterThan(0);
    expect(gems.popular).toBeUndefined();
    const surprise = emphasisOf({ asked: false, taste: "liked", request: { ...plain, surprise: true } });
    expect(surprise.unusual).toBeGreaterThan(0.25);
    expect(surprise.taste).toBeGreaterThan(surprise.unusual ?? 1);
  });

  it("hears somebody who only turned things down, but lets others lead", () => {
    const emphasis = emphasisOf({ asked: false, taste: "disliked", request: plain });
    expect(emphasis.taste).toBeGreaterThan(0);
    expect(leader(emphasis)).toBe("popular");
  });

  it("sums to one in every situation", () => {
    for (const asked of [true, false]) {
      for (const taste of ["liked", "disliked", "unknown"] as const) {
        for (const renown of ["popular", "obscure", undefined] as const) {
          for (const surprise of [true, false]) {
            const request = { ...plain, surprise, ...(renown === undefined ? {} : { renown }) };
            const weights = Object.values(emphasisOf({ asked, taste, request }));
            expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
          }
        }
      }
    }
  });
});
