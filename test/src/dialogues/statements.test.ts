import { describe, expect, it } from "vitest";
import { UserId } from "../../../memory/ids.ts";
import type { HistoryEvent } from "../../../memory/users/history.ts";
import type { Fact } from "../../../memory/users/profile.ts";
import { itemNames } from "../../../src/dialogues/item-names.ts";
import { readStatement, statementsOf } from "../../../src/dialogues/statements.ts";
import { filmCatalogue, filmFacets, filmId, films } from "../../fixtures/films.ts";
import { catalogueOf } from "../../support/catalogue.ts";

const catalogue = filmCatalogue();
const names = itemNames(catalogue);
const read = (text: string): string => readStatement(text, catalogue, names);

const about = {
  id: 1,
  user: UserId.parse("ada"),
  dataset: "films",
  scope: "always",
  provenance: { thread: "t", turn: 1, said: "", at: 0 },
} as const;
const fact = (
  polarity: Fact["polarity"],
  subject: Fact["subject"],
  scope: Fact["scope"] = "always",
): Fact => ({
  ...about,
  subject,
  polarity,
  strength: 1,
  scope,
});
const event = (title: string, verdict: HistoryEvent["verdict"], value?: number): HistoryEvent => ({
  ...about,
  item: filmId(title),
  verdict,
  ...(value !== undefined && { value }),
});

describe("what is remembered", () => {
  it("is put as a dialogue says it", () => {
    const facts = [
      fact("dislike", { about: "value", facet: "genre", value: "Horror" }),
      fact("like", { about: "range", facet: "runtime", max: 119 }, "tonight"),
      fact("neutral", { about: "range", facet: "year", min: 1990, max: 1999 }),
    ];
    const events = [event("Heat", "rated", 4), event("Alien", "wanted"), event("Fargo", "seen")];
    const statements = statementsOf({ facts, events }, catalogue, names);
    expect(statements).toEqual([
      "dislikes genre=Horror",
      "likes runtime<=119 tonight",
      "neutral year=1990..1999",
      "rated Heat 4",
      "wanted Alien",
      "seen Fargo",
    ]);
    expect(statements.map(read)).toEqual(statements);
  });

  it("is the last word on each item, which “seen” does not weaken", () => {
    const events = [
      event("Heat", "liked"),
      event("Heat", "seen"),
      event("Fargo", "rated", 4),
      event("Fargo", "rated", 2),
    ];
    expect(statementsOf({ facts: [], events }, catalogue, names)).toEqual(["liked Heat", "rated Fargo 2"]);
  });
});

describe("a statement", () => {
  it.each([
    ["likes runtime<120", "likes runtime<=119"],
    ["dislikes genre=horror tonight", "dislikes genre=Horror tonight"],
    ["seen heat (1995)", "seen Heat"],
    ["rated 2001: A Space Odyssey 4.5", "rated 2001: A Space Odyssey 4.5"],
    ["rejected f1 tonight", "rejected Alien tonight"],
  ])("%s is understood", (text, statement) => {
    expect(read(text)).toBe(statement);
  });

  it.each([
    [
      "loves Heat",
      "usage-statement",
      /“loves Heat” is no statement about a user.*likes facet=value.*rated Title 4/,
    ],
    ["rated Heat", "usage-statement", /is no statement/],
    ["", "usage-statement", /is no statement/],
    ["seen Haet", "title-not-found", /Did you mean “Heat”/],
    ["likes genre=Drma", "usage-where", /Did you mean Drama/],
    ["likes genre=Drama,Crime", "usage-statement", /about more than one thing/],
    ["dislikes genre!=Drama", "usage-statement", /about more than one thing/],
  ])("%j is refused", (text, code, words) => {
    try {
      read(text);
      expect.unreachable();
    } catch (error) {
      const { message, hint } = error as { message: string; hint?: string };
      expect(error).toMatchObject({ code });
      expect(`${message} ${hint}`).toMatch(words);
    }
  });
});

describe("an item's name", () => {
  const [alien, aliens] = films;
  if (alien === undefined || aliens === undefined) throw new Error("the fixture is empty");
  const remake = { ...aliens, title: "Alien" };
  const twin = { ...films.at(-1), ...alien, id: filmId("Paths of Glory") };

  it("has the year where others share the title, and is the id where they share that too", () => {
    const shared = itemNames(catalogueOf([alien, remake], filmFacets));
    expect([shared.name(alien.id), shared.name(remake.id)]).toEqual(["Alien (1979)", "Alien (1986)"]);
    expect(shared.item("Alien (1986)")).toBe(remake.id);
    expect(() => shared.item("Alien")).toThrow(expect.objectContaining({ code: "usage-ambiguous-title" }));
    const same = itemNames(catalogueOf([alien, twin], filmFacets));
    expect(same.name(twin.id)).toBe(twin.id);
    expect(same.item(twin.id)).toBe(twin.id);
  });

  it("is the exact title first, then as a command line finds it", () => {
    const near = { ...aliens, title: "ALIEN" };
    const both = itemNames(catalogueOf([alien, near], filmFacets));
    expect(both.item("ALIEN")).toBe(near.id);
    expect(both.item("Alien")).toBe(alien.id);
    expect(names.item("amelie")).toBe(filmId("Amélie"));
  });
});
