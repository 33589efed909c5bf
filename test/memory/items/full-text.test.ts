import Database from "better-sqlite3";
import { afterAll, describe, expect, it } from "vitest";
import { FULL_TEXT_TABLE, FullTextIndex } from "../../../memory/items/full-text.ts";

const COMMON = 12_000;
const database = new Database(":memory:");
database.exec(FULL_TEXT_TABLE);
const insert = database.prepare(
  "INSERT INTO words (rowid, title, people, tags, prose) VALUES (?, ?, '', '', ?)",
);
// Every item tells of love and of war; every hundredth of robots, one of dodos; the last is called Love.
for (let index = 0; index < COMMON; index++) {
  const rare = [index % 100 === 7 ? "robots" : "", index === 3 ? "dodos" : ""].join(" ");
  insert.run(index + 1, index === COMMON - 1 ? "Love" : "Untitled", `love and war ${rare}`);
}
afterAll(() => database.close());

describe("searching a catalogue of many items", () => {
  const words = new FullTextIndex(database, 1_000_000);
  const found = (text: string, limit = COMMON): number[] =>
    words.search(text, limit).map(({ index }) => index);

  it("looks for the rarer words of a text, not for those that ten thousand items have", () => {
    expect(found("love robots")).toHaveLength(COMMON / 100);
    expect(found("love robots dodos")[0]).toBe(3);
    expect(found("robots", 2)).toEqual([7, 107]);
  });

  it("ranks a bounded number for common words, titles among them wherever they are", () => {
    expect(found("love").length).toBeLessThanOrEqual(10_000);
    expect(found("love")[0]).toBe(COMMON - 1);
    expect(found("love war").length).toBeLessThanOrEqual(10_000);
  });

  it("gives the same to who asks again for more", () => {
    expect(found("robots dodos", 3)).toEqual(found("robots dodos").slice(0, 3));
  });
});

it("a small catalogue ranks every item that has any of the words", () => {
  const words = new FullTextIndex(database, COMMON);
  expect(words.search("love robots", COMMON)).toHaveLength(COMMON);
  expect(words.search("love", 1)[0]?.index).toBe(COMMON - 1);
});
