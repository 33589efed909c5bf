import { describe, expect, it } from "vitest";
import { createTypoIndex, editDistance, slipsAllowed } from "../../../tools/language/typos.ts";

describe("edit distance", () => {
  it.each([
    ["heat", "heat", 0],
    ["heat", "haet", 1],
    ["heat", "hat", 1],
    ["heat", "heart", 1],
    ["heat", "heap", 1],
    ["kitten", "sitting", 3],
    ["ca", "abc", 3],
    ["", "abc", 3],
  ])("of %s and %s is %i", (a, b, distance) => {
    expect(editDistance(a, b, 5)).toBe(distance);
    expect(editDistance(b, a, 5)).toBe(distance);
  });

  it("stops one above the bound", () => {
    expect(editDistance("kitten", "sitting", 1)).toBe(2);
    expect(editDistance("a", "abcdef", 2)).toBe(3);
  });

  it("allows more slips in longer texts and none in the shortest", () => {
    expect([3, 4, 9, 16].map(slipsAllowed)).toEqual([0, 1, 2, 3]);
  });
});

describe("typo index", () => {
  const index = createTypoIndex(["terminator", "vertigo", "heat", "heart", "up"]);

  it("finds words within the slips their length allows, nearest first", () => {
    expect(index.near("terminater")).toEqual([{ word: "terminator", distance: 1 }]);
    expect(index.near("terrminatr")).toEqual([{ word: "terminator", distance: 2 }]);
    expect(index.near("heat").map(({ word }) => word)).toEqual(["heat", "heart"]);
  });

  it("finds nothing for strange or very short words", () => {
    expect(index.near("xylophone")).toEqual([]);
    expect(index.near("ip")).toEqual([]);
  });
});
