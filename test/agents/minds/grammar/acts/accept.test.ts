import { describe, expect, it } from "vitest";
import { filmId } from "../../../../fixtures/films.ts";
import { blank, films, onTable, shortlistOf, told } from "../reading.ts";

const focused = { ...onTable, focus: filmId("Goodfellas") };
const single = { ...blank, shortlist: shortlistOf([filmId("Fargo")]) };

describe("the choice is made", () => {
  it.each([
    ["I'll take the second", "Fargo"],
    ["I'll take the second, thanks", "Fargo"],
    ["let's watch the first one", "Heat"],
    ["ok, let me see the second", "Fargo"],
    ["the third it is", "Goodfellas"],
    ["the second then", "Fargo"],
    ["go with the last", "Psycho"],
    ["I'm going with Heat", "Heat"],
    ["let's go with Alien", "Alien"],
    ["I'll watch Heat because I like Pacino", "Heat"],
  ])("by “%s”", (said, title) => {
    const plan = films.plan(said, onTable);
    expect(told(plan, films)).toBe(`accept ${title}`);
    expect(plan.acts).toMatchObject([{ said }]);
    expect(plan.steps).toEqual([]);
  });

  it.each([
    "I'll check it out",
    "I think I will give that one a try",
    "I'll be checking that out tonight",
    "I'll take that",
    "that will work",
    "that one will be perfect",
  ])("“%s” takes what was spoken of last, or the only one shown", (said) => {
    expect(told(films.plan(said, focused), films)).toBe("accept Goodfellas");
    expect(told(films.plan(said, single), films)).toBe("accept Fargo");
    for (const situation of [blank, onTable])
      expect(told(films.plan(said, situation), films)).not.toContain("accept");
  });

  it("is wanted until its owner tells how it was", () => {
    expect(films.extract("I'll take the second", onTable).events).toMatchObject([
      { item: filmId("Fargo"), verdict: "wanted", scope: "always" },
    ]);
  });
});

describe("the choice is not made", () => {
  it.each([
    ["I'll watch something else", "seek"],
    ["I'll watch a comedy", "seek"],
    ["I'll take two comedies", "seek"],
    ["should I watch the second?", "would-like Fargo"],
    ["I won't watch the second", "rejected Fargo"],
    ["I'll never watch the second", "disliked Fargo"],
    ["I'd like to see the second", "wanted Fargo"],
    ["let's see", "seek"],
  ])("by “%s”", (said, acts) => expect(told(films.plan(said, onTable), films)).toBe(acts));
});
