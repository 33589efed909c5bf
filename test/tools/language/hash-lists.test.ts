import { expect, test } from "vitest";
import { HashListsBuilder, hashOf, hashWithout } from "../../../tools/language/hash-lists.ts";

test("a list has what was filed under its hash, in that order", () => {
  const builder = new HashListsBuilder();
  for (let number = 0; number < 5000; number += 1) builder.add(hashOf(`key ${number % 1700}`), number);
  const lists = builder.finish();
  expect(lists.get(hashOf("key 3"))).toEqual([3, 1703, 3403]);
  expect(lists.get(hashOf("key 1699"))).toEqual([1699, 3399]);
  expect(lists.get(hashOf("another key"))).toEqual([]);
});

test("nothing filed, nothing found", () => {
  expect(new HashListsBuilder().finish().get(hashOf("a"))).toEqual([]);
});

test("a hash goes on where the text before ended, and skips a letter that is left out", () => {
  expect(hashOf("man", hashOf("spider"))).toBe(hashOf("spiderman"));
  expect(hashWithout("spider", 2)).toBe(hashOf("spder"));
});
