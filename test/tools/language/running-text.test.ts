import { describe, expect, it } from "vitest";
import { singular } from "../../../tools/language/running-text.ts";

describe("the singular", () => {
  it.each([
    ["comedies", "comedy"],
    ["zombies", "zombie"],
    ["movies", "movie"],
    ["westerns", "western"],
    ["witches", "witch"],
    ["boss", "boss"],
  ])("of %s is %s", (many, one) => {
    expect(singular(many)).toBe(one);
  });
});
