import { expect, it } from "vitest";
import { matches, patternFault } from "../../../src/dialogues/pattern.ts";

it("takes plain text for something that is contained, upper and lower case alike", () => {
  expect(matches("heat", "Like HEAT.")).toBe(true);
  expect(matches("h.at", "Like Heat.")).toBe(false);
  expect(matches("and/or", "this and/or that")).toBe(true);
});

it("takes what stands between slashes for a regular expression", () => {
  expect(matches("/h.at/i", "Like Heat.")).toBe(true);
  expect(matches("/h.at/", "Like Heat.")).toBe(false);
  expect(matches("/^a\\nb$/", "a\nb")).toBe(true);
});

it("starts anew at each text, whatever its flags", () => {
  expect([1, 2, 3].map(() => matches("/Heat/g", "Heat"))).toEqual([true, true, true]);
});

it("says what is wrong with an expression", () => {
  expect(patternFault("/(/")).toContain("Unterminated group");
  expect(patternFault("/x/q")).toContain("flags");
  expect(patternFault("(")).toBeUndefined();
});
