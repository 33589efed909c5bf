import { expect, test } from "vitest";
import { FacetDeclaration } from "../../../memory/items/facet.ts";
import { passes } from "../../../tools/explaining/facet-test.ts";
import { connective, sayList, sayOrdinal, sayValue } from "../../../tools/explaining/facet-words.ts";
import { mentioned } from "../../../tools/explaining/mentioned.ts";

const facet = (kind: string, aliases: readonly string[], unit?: string): FacetDeclaration =>
  FacetDeclaration.parse({ name: "facet", kind, aliases, ...(unit !== undefined && { unit }) });

test.each([
  ["people", ["director", "directed by", "who directed", "by"], "directed by"],
  ["people", ["cast", "starring", "with", "who is in"], "starring"],
  ["people", ["author", "by"], "by"],
  ["category", ["brand", "by", "from", "made by"], "made by"],
  ["tags", ["country", "where", "made in"], "made in"],
  ["tags", ["keyword", "about", "set in"], undefined],
  ["tags", ["language", "spoken in", "in what language"], undefined],
  ["people", ["team"], undefined],
])("of %s called %j takes the words that join", (kind, aliases, expected) => {
  expect(connective(facet(kind, aliases))).toBe(expected);
});

test("says values as people do", () => {
  expect(sayValue(facet("number", [], "min"), 106)).toBe("106 min");
  expect(sayValue(facet("number", [], "USD"), 1234.5)).toBe("$1,234.5");
  expect(sayValue(facet("year", []), 1997)).toBe("1997");
  expect(sayValue(facet("year", []), -720)).toBe("720 BC");
  expect(sayValue(facet("tags", []), ["Crime", "Drama", "heist"])).toBe("Crime, Drama and heist");
  expect(sayList(["one"])).toBe("one");
  expect([1, 2, 3, 4, 11, 12, 13, 21, 37, 102, 1003].map(sayOrdinal)).toEqual(
    "1st 2nd 3rd 4th 11th 12th 13th 21st 37th 102nd 1,003rd".split(" "),
  );
});

test("tests values as constraints mean them: what is absent passes only none-of", () => {
  expect(passes(["Crime", "Drama"], { op: "any-of", values: ["War", "Drama"] })).toBe(true);
  expect(passes(["Crime", "Drama"], { op: "all-of", values: ["War", "Drama"] })).toBe(false);
  expect(passes("PG", { op: "none-of", values: ["R"] })).toBe(true);
  expect(passes(90, { op: "between", min: 90, max: 90 })).toBe(true);
  expect(passes(89, { op: "between", min: 90 })).toBe(false);
  expect(passes(1985, { op: "outside", min: 1980, max: 1989 })).toBe(false);
  expect(passes(1990, { op: "outside", min: 1980, max: 1989 })).toBe(true);
  expect(passes(undefined, { op: "none-of", values: ["R"] })).toBe(true);
  expect(passes(undefined, { op: "any-of", values: ["R"] })).toBe(false);
  expect(passes(undefined, { op: "outside", min: 1, max: 2 })).toBe(false);
  expect(passes(undefined, { op: "between", max: 2 })).toBe(false);
});

test("finds the words that carry a topic, in the form of the request", () => {
  expect(mentioned("Something about ROBOTS that were robots, please", "A robot wakes up.")).toEqual([
    "robots",
  ]);
  expect(mentioned("something good to find", "something good to find")).toEqual([]);
});
