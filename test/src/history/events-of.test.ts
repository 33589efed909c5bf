import { describe, expect, it } from "vitest";
import { ItemId } from "../../../memory/ids.ts";
import { entryOf } from "../../../memory/users/exports/entry.ts";
import { converted, eventOf } from "../../../src/history/events-of.ts";

const heat = ItemId.parse("heat");
const rating = { value: 4.5, min: 0.5, max: 5 };
const entry = entryOf({
  line: 2,
  source: "Letterboxd ratings.csv",
  title: "Heat",
  year: 1995,
  verdict: "rated",
  rating,
  at: Date.UTC(2021, 2, 2),
});

describe("a rating on another scale", () => {
  it.each([
    [{ value: 4.5, min: 0.5, max: 5 }, { min: 1, max: 5 }, 4.5],
    [{ value: 0.5, min: 0.5, max: 5 }, { min: 1, max: 5 }, 1],
    [{ value: 9, min: 1, max: 10 }, { min: 1, max: 5 }, 4.5],
    [{ value: 1, min: 1, max: 10 }, { min: 1, max: 5 }, 1],
    [{ value: 85, min: 0, max: 100 }, { min: 0.5, max: 5 }, 4.25],
    [{ value: 3, min: 1, max: 5 }, { min: 1, max: 10 }, 6],
    [{ value: 3, min: 1, max: 5 }, { min: -1, max: 1 }, 0],
  ])("keeps its share of the best: %o on %o is %d", (given, scale, value) => {
    expect(converted(given, scale)).toBe(value);
  });

  it("is a like, a dislike or only seen where the catalogue has no ratings", () => {
    const verdict = (value: number) =>
      eventOf({ ...entry, rating: { ...rating, value } }, heat, undefined, "t").verdict;
    expect([5, 4, 3, 2, 1].map(verdict)).toEqual(["liked", "liked", "seen", "disliked", "disliked"]);
  });
});

describe("what an entry becomes", () => {
  it("says in a line that a person recognises where it came from", () => {
    const event = eventOf(entry, heat, { min: 1, max: 5 }, "import/1/2026");
    expect(event).toEqual({
      item: heat,
      verdict: "rated",
      value: 4.5,
      scope: "always",
      provenance: {
        thread: "import/1/2026",
        turn: 0,
        said: "Letterboxd ratings.csv: Heat (1995), 4.5 of 5, 2021-03-02",
        at: Date.UTC(2021, 2, 2),
      },
    });
  });
});
