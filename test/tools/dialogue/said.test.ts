import { describe, expect, it } from "vitest";
import { itemsIn, occasionsOf, type Said } from "../../../tools/dialogue/said.ts";

const seeker = (...items: number[]): Said => ({ by: "seeker", text: "", items });
const other = (...items: number[]): Said => ({ by: "recommender", text: "", items });

describe("occasions of a dialogue", () => {
  it("takes what the recommender says in a row as one, with all that was said before it", () => {
    const dialogue = [seeker(1), other(2), other(3, 2), seeker(), other(4)];
    expect(occasionsOf(dialogue)).toEqual([
      { before: [seeker(1)], named: [2, 3] },
      { before: dialogue.slice(0, 4), named: [4] },
    ]);
  });

  it("passes over what names nothing, and what the seeker names", () => {
    expect(occasionsOf([other(), seeker(1), other(), seeker(2)])).toEqual([]);
    expect(occasionsOf([])).toEqual([]);
  });

  it("lists every item named once, in the order of first naming", () => {
    expect(itemsIn([seeker(3, 1), other(1, 2), seeker(3)])).toEqual([3, 1, 2]);
  });
});
