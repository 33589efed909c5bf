import { expect, test } from "vitest";
import { topicStems, topicWords, words } from "../../../tools/language/words.ts";

test("words are lower case, without accents or apostrophes", () => {
  expect(words("Amélie's café — don't stop, Ångström’s 2001!")).toEqual([
    "amelie",
    "cafe",
    "dont",
    "stop",
    "angstrom",
    "2001",
  ]);
});

test("what people say around a wish is not its topic", () => {
  expect(topicWords("I'd like something about robots, please")).toEqual(["robots"]);
  expect(topicWords("recommend me something really good")).toEqual([]);
});

test("forms of a word share a stem, and numbers stay whole", () => {
  expect(topicStems("robots robot; fighting fights fought")).toEqual([
    "robot",
    "robot",
    "fight",
    "fight",
    "fought",
  ]);
  expect(topicStems("2001 90s")).toEqual(["2001", "90s"]);
});

test("words of other scripts are words", () => {
  expect(words("七人の侍 Семь самураев")).toEqual(["七人の侍", "семь", "самураев"]);
});
