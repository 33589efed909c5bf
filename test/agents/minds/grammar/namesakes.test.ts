import { describe, expect, it } from "vitest";
import { sharedTitle } from "../../../../agents/minds/grammar/namesakes.ts";
import { ItemId } from "../../../../memory/ids.ts";
import type { Item } from "../../../../memory/items/item.ts";
import { createTitleLinker } from "../../../../tools/language/title-linker.ts";
import { filmFacets, filmId, films as filmItems } from "../../../fixtures/films.ts";
import { catalogueOf } from "../../../support/catalogue.ts";
import { blank, films, readerOf, shortlistOf, told } from "./reading.ts";
import { following, utteranceOf } from "./spoken.ts";

// biome-ignore format: one film, one row
const namesakes: readonly (readonly [id: string, title: string, year: number, director: string, star: string, language?: string])[] = [
  ["dune-1984", "Dune", 1984, "David Lynch", "Kyle MacLachlan"],
  ["dune-2021", "Dune", 2021, "Denis Villeneuve", "Timothée Chalamet"],
  ["yuma-1957", "3:10 to Yuma", 1957, "Delmer Daves", "Glenn Ford"],
  ["yuma-2007", "3:10 to Yuma", 2007, "James Mangold", "Russell Crowe"],
  ["women-1949", "Little Women", 1949, "Mervyn LeRoy", "Elizabeth Taylor"],
  ["women-1994", "Little Women", 1994, "Gillian Armstrong", "Winona Ryder"],
  ["women-2019", "Little Women", 2019, "Greta Gerwig", "Saoirse Ronan"],
  ["solaris-1972", "Solaris", 1972, "Andrei Tarkovsky", "Donatas Banionis", "Russian"],
  ["solaris-2002", "Solaris", 2002, "Steven Soderbergh", "George Clooney"],
  ["godzilla", "Godzilla", 1954, "Ishiro Honda", "Akira Takarada", "Japanese"],
];

const items: readonly Item[] = namesakes.map(([id, title, year, director, star, language = "English"]) => ({
  id: ItemId.parse(id),
  title,
  facets: { year, runtime: 120, director: [director], cast: [star], language: [language], genre: ["Drama"] },
}));
const reader = readerOf(
  catalogueOf([...filmItems, ...items], filmFacets, {
    noun: films.catalogue.noun,
    scale: { min: 1, max: 5 },
  }),
);
const titles = createTitleLinker(reader.catalogue);

/** The items that a text is about, by what it does with them and by what it asks for like them. */
function meant(text: string, situation = blank): string[] {
  const { acts, request } = reader.plan(text, situation);
  const named = acts.flatMap((act) => ("items" in act ? (act.items ?? []) : []));
  return named.length > 0 ? named : [...request.like];
}

describe("which of several items of one title is meant", () => {
  it.each([
    ["I loved the original 3:10 to Yuma, not the remake", "yuma-1957"],
    ["something like 3:10 to Yuma, not the remake", "yuma-1957"],
    ["I loved the new Dune", "dune-2021"],
    ["I loved Dune by David Lynch", "dune-1984"],
    ["something like Denis Villeneuve's Dune", "dune-2021"],
    ["something like Dune, the Villeneuve version", "dune-2021"],
    ["how long is Little Women, the new one?", "women-2019"],
    ["how long is Little Women, the 1994 one?", "women-1994"],
    ["how long is Little Women, the one with Winona Ryder?", "women-1994"],
    ["how long is Little Women, the old one?", "women-1949"],
    ["I loved Solaris, the Russian one", "solaris-1972"],
  ])("%s → %s", (said, id) => expect(meant(said)).toEqual([id]));

  it("stays open where of three only one is denied", () => {
    const open = (said: string): unknown =>
      utteranceOf(said, reader)
        .spans.map(({ span }) => span.meaning)
        .flatMap((meaning) => (meaning.kind === "item" ? [meaning.namesakes?.length] : []));
    expect(open("I loved Little Women, not the 1994 one")).toEqual([2]);
    expect(open("I loved Little Women, the 1994 one")).toEqual([undefined]);
  });

  it("asks for no year where it is chosen by its age", () => {
    expect(reader.plan("I loved Little Women, the old one").request.constraints).toEqual([]);
    expect(reader.plan("Godzilla was boring, the old Japanese one").request.constraints).toEqual([]);
  });

  it("is not told by who had no part in any, nor by what is said of something else", () => {
    expect(meant("I loved Dune by Greta Gerwig")).toEqual(meant("I loved Dune"));
    expect(meant("who directed Dune, a comedy")).toEqual(meant("who directed Dune?"));
  });
});

describe("which of the title that was spoken of last is meant", () => {
  it.each([
    ["who directed Dune?", "the 2021 one", "dune-2021"],
    ["who directed Dune?", "no, the other one", "dune-2021"],
    ["who directed Dune?", "and Villeneuve's?", "dune-2021"],
    ["who directed Dune?", "no, the new one", "dune-2021"],
    ["who directed Little Women?", "the one with Winona Ryder", "women-1994"],
  ])("%s — %s → %s", (before, said, id) => {
    const plan = reader.plan(said, following(before, blank, reader));
    expect(plan.acts.find(({ act }) => act === "look-up")).toMatchObject({
      items: [id],
      facets: ["director"],
    });
  });

  it("is no other one where there are three, or no namesake at all", () => {
    expect(meant("the other one", following("who directed Little Women?", blank, reader))).toEqual([]);
    expect(meant("the old one", following("who directed Heat?", blank, reader))).toEqual([]);
  });

  it("is a place on the list where there is one", () => {
    const table = {
      ...following("who directed Dune?", blank, reader),
      shortlist: shortlistOf([filmId("Heat")]),
    };
    expect(meant("the first one", table)).toEqual([filmId("Heat")]);
  });

  it("does not matter to who takes either", () => {
    const asked = following("who directed Dune?", blank, reader);
    for (const said of ["either", "it doesn't matter"])
      expect(told(reader.plan(said, asked), reader)).toBe("look-up Dune (director)");
    expect(told(reader.plan("either", following("who directed Heat?", blank, reader)), reader)).not.toContain(
      "look-up",
    );
  });
});

describe("all items of an item's title", () => {
  it("are itself alone where it has no namesakes", () => {
    expect(sharedTitle(filmId("Heat"), reader.catalogue, titles)).toEqual([filmId("Heat")]);
    expect(sharedTitle(ItemId.parse("nothing"), reader.catalogue, titles)).toEqual([]);
  });

  it("are the same for each of them", () => {
    const expected = ["women-1949", "women-1994", "women-2019"];
    for (const id of expected)
      expect([...sharedTitle(ItemId.parse(id), reader.catalogue, titles)].sort()).toEqual(expected);
  });
});
