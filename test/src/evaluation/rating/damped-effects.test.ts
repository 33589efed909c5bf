import { describe, expect, it } from "vitest";
import { dampedEffects } from "../../../../src/evaluation/rating/damped-effects.ts";

/** Ann gave item 0 two points above the mean and item 1 one below it; Bea gave item 0 one above. */
const ratings = {
  users: Int32Array.of(0, 0, 1),
  items: Int32Array.of(0, 1, 0),
  targets: Float64Array.of(2, -1, 1),
};
const effects = dampedEffects(ratings, { userCount: 2, itemCount: 3 }, { item: 1, user: 2 });

describe("damped effects", () => {
  it("of items are sums over counts and damping; nobody's item has none", () => {
    expect([0, 1, 2].map((item) => effects.ofItem(item))).toEqual([1, -0.5, 0]);
  });

  it("of people are what items leave of their ratings, damped", () => {
    // 2 − 1 and −1 + ½ leave ½ over two ratings and two of nobody.
    const given = [
      { item: 0, target: 2 },
      { item: 1, target: -1 },
    ];
    expect(effects.ofRatings(given)).toBe(0.125);
    expect(effects.ofRatings([])).toBe(0);
  });

  it("are foretold of a training row without it", () => {
    // Of item 0 Bea's 1 is left, over one and one; of Ann −½ is left, over one and two.
    expect(effects.without(0)).toBeCloseTo(1 / 2 - 0.5 / 3, 12);
    // Of Bea nothing is left.
    expect(effects.without(2)).toBeCloseTo(2 / 2 + 0, 12);
  });
});
