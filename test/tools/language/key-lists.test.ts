import { describe, expect, it } from "vitest";
import { KeyLists } from "../../../tools/language/key-lists.ts";

describe("lists by key", () => {
  it("keep what was added under a key, in that order", () => {
    const lists = new KeyLists<string>();
    lists.add("a", "one");
    expect(lists.get("a")).toEqual(["one"]);
    lists.add("a", "two");
    lists.add("b", "three");
    expect(lists.get("a")).toEqual(["one", "two"]);
    expect([...lists.keys()]).toEqual(["a", "b"]);
    expect(lists.get("c")).toEqual([]);
    expect(lists.has("c")).toBe(false);
  });

  it("are sorted and replaced whole", () => {
    const lists = new KeyLists<string>();
    for (const word of ["b", "c", "a"]) lists.add("x", word);
    lists.sort((a, b) => (a < b ? -1 : 1));
    expect(lists.get("x")).toEqual(["a", "b", "c"]);
    lists.set("x", ["z"]);
    expect(lists.get("x")).toEqual(["z"]);
    lists.set("x", []);
    expect(lists.has("x")).toBe(false);
  });
});
