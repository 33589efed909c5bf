import { expect, test } from "vitest";
import { ItemId, UserId } from "../../../memory/ids.ts";
import type { HistoryEvent } from "../../../memory/users/history.ts";
import { givenRatings, indexRatings } from "../../../tools/rating/given.ts";

const scale = { min: 1, max: 5 };
const [heat, fargo] = [ItemId.parse("heat"), ItemId.parse("fargo")];

function events(...said: readonly [ItemId, HistoryEvent["verdict"], number?][]): HistoryEvent[] {
  return said.map(([item, verdict, value], id) => ({
    id,
    user: UserId.parse("ada"),
    dataset: "films",
    item,
    verdict,
    ...(value !== undefined && { value }),
    scope: "always",
    provenance: { thread: "t", turn: 1, said: "", at: 0 },
  }));
}

test("counts a like as 0.9 and a dislike as 0.2 of the scale", () => {
  const given = givenRatings(events([heat, "liked"], [fargo, "disliked"]), scale);
  expect(given).toEqual([
    { item: heat, value: 4.6, from: "liked" },
    { item: fargo, value: 1.8, from: "disliked" },
  ]);
});

test("does not take what was only seen, or turned down, for rated", () => {
  expect(givenRatings(events([heat, "seen"], [fargo, "rejected"]), scale)).toEqual([]);
});

test("lets the latest verdict count, but keeps a number that a like agrees with", () => {
  expect(givenRatings(events([heat, "rated", 4], [heat, "liked"]), scale)).toMatchObject([{ value: 4 }]);
  expect(givenRatings(events([heat, "rated", 4], [heat, "disliked"]), scale)).toMatchObject([{ value: 1.8 }]);
  expect(givenRatings(events([heat, "liked"], [heat, "rated", 2]), scale)).toMatchObject([{ value: 2 }]);
  expect(givenRatings(events([heat, "liked"], [heat, "seen"]), scale)).toMatchObject([{ from: "liked" }]);
});

test("leaves out what the catalogue does not have", () => {
  const given = givenRatings(events([heat, "rated", 4], [fargo, "rated", 5]), scale);
  expect(indexRatings(given, (item) => (item === fargo ? 7 : undefined))).toEqual([{ item: 7, value: 5 }]);
});
