import { expect, test } from "vitest";
import { TitleTable } from "../../../tools/language/title-table.ts";

test("what is written alike is one title with all its items", () => {
  const table = new TitleTable();
  table.add({ words: ["last", "night"], rank: 0 }, 0);
  table.add({ words: ["heat"], rank: 0 }, 1);
  table.add({ words: ["last", "night"], rank: 0 }, 2);
  expect(table.find("lastnight")).toEqual({
    key: "lastnight",
    words: ["last", "night"],
    rank: 0,
    items: [0, 2],
  });
  expect(table.find("last")).toBeUndefined();
  expect(table.size).toBe(2);
});

test("a whole title outranks a part that is written so, whichever comes first", () => {
  const table = new TitleTable();
  table.add({ words: ["starwars"], rank: 2 }, 0);
  table.add({ words: ["star", "wars"], rank: 0 }, 1);
  table.add({ words: ["star", "wars"], rank: 2 }, 2);
  expect(table.find("starwars")).toEqual({ key: "starwars", words: ["star", "wars"], rank: 0, items: [1] });
  expect(table.hasWord("starwars")).toBe(false);
  expect(table.vocabulary()).toEqual(["star", "wars"]);
});

test("titles are found by a word unless too many have it, and an item counts once", () => {
  const table = new TitleTable();
  for (let item = 0; item < 5000; item += 1) {
    table.add({ words: ["night", `n${item % 2500}`], rank: 0 }, item);
    table.add({ words: ["night", `n${item % 2500}`], rank: 0 }, item);
  }
  expect(table.having("n17", 5)).toEqual([
    { key: "nightn17", words: ["night", "n17"], rank: 0, items: [17, 2517] },
  ]);
  expect(table.having("night", 60)).toEqual([]);
  expect(table.having("night", 2500)).toHaveLength(2500);
  expect(table.having("day", 60)).toEqual([]);
  expect(table.size).toBe(2500);
});

test("a word that a title has twice finds it once", () => {
  const table = new TitleTable();
  table.add({ words: ["new", "york", "new", "york"], rank: 0 }, 0);
  expect(table.having("new", 1)).toHaveLength(1);
  expect(table.longest).toBe(4);
});
