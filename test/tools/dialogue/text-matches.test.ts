import { expect, it } from "vitest";
import type { Occasion } from "../../../tools/dialogue/said.ts";
import { matchTexts } from "../../../tools/dialogue/text-matches.ts";

const says = (text: string) => [{ by: "seeker" as const, text, items: [] }];
const INDEX = new Map([
  ["ghost", [0, 1]],
  ["heard", [2, 3]],
]);

it("adds the rarity of words in common, damped: log(8 / 2) / (5 + log(8 / 2))", () => {
  const matches = matchTexts(INDEX, [], 8)(says("Ghosts, ghosts!"));
  const rarity = Math.log(4);
  expect(matches[0]).toBeCloseTo(rarity / (5 + rarity), 6);
  expect([matches[1], matches[2]]).toEqual([matches[0], 0]);
});

it("passes over words that people say all the time", () => {
  const occasions = Array.from(
    { length: 10 },
    (): Occasion => ({ before: says("I heard of it"), named: [1] }),
  );
  expect([...matchTexts(INDEX, occasions, 8)(says("have you heard of it?"))]).toEqual(new Array(8).fill(0));
});
