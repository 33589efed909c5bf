import { describe, expect, it } from "vitest";
import { ItemId } from "../../../memory/ids.ts";
import { FacetDeclaration } from "../../../memory/items/facet.ts";
import { createTitleLinker } from "../../../tools/language/title-linker.ts";
import { catalogueOf } from "../../support/catalogue.ts";

const rows: readonly (readonly [title: string, year: number, alias?: string])[] = [
  ["Heat", 1995],
  ["Alien", 1979],
  ["Aliens", 1986],
  ["The Matrix", 1999],
  ["A Star Is Born", 1937],
  ["A Star Is Born", 1954],
  ["Star Wars: Episode IV - A New Hope", 1977],
  ["Star Wars: Episode V - The Empire Strikes Back", 1980],
  ["The Godfather: Part II", 1974],
  ["Seven (Se7en)", 1995],
  ["The City of Lost Children (La cité des enfants perdus)", 1995],
  ["Eternal Sunshine of the Spotless Mind", 2004],
  ["Amélie", 2001, "Le fabuleux destin d'Amélie Poulain"],
  ["Spider-Man", 2002],
  ["It", 1990],
  ["Big", 1988],
  ["The Silence of the Lambs", 1991],
  ["Schindler's List", 1993],
  ["E.T. the Extra-Terrestrial", 1982],
  ["12 Angry Men", 1957],
  ["The Godfather", 1972],
  ["The Terminator", 1984],
  ["Terminator 2: Judgment Day", 1991],
  ["Last Night", 1998],
  ["Scary Movie", 2000],
  ["Fall Time", 1995],
];

const facets = [
  { name: "year", kind: "year" },
  { name: "also-known-as", kind: "text" },
].map((facet) => FacetDeclaration.parse(facet));
const catalogue = catalogueOf(
  rows.map(([title, year, alias], at) => ({
    id: ItemId.parse(`t${at}`),
    title,
    facets: { year, ...(alias === undefined ? {} : { "also-known-as": alias }) },
  })),
  facets,
);
const linker = createTitleLinker(catalogue);

function linked(text: string): string[] {
  return linker.link(text).map(({ item }) => `${catalogue.title(item)} ${catalogue.value(item, "year")}`);
}

describe("title linker", () => {
  it.each([
    ["i loved heat", "Heat 1995"],
    ["Alien was better than Aliens", "Alien 1979", "Aliens 1986"],
    ["have you seen matrix?", "The Matrix 1999"],
    ["the empire strikes back", "Star Wars: Episode V - The Empire Strikes Back 1980"],
    ["godfather 2 and godfather part ii", "The Godfather: Part II 1974", "The Godfather: Part II 1974"],
    ["se7en", "Seven (Se7en) 1995"],
    ["la cite des enfants perdus", "The City of Lost Children (La cité des enfants perdus) 1995"],
    ["eternal sunshine", "Eternal Sunshine of the Spotless Mind 2004"],
    ["le fabuleux destin d'amelie poulain", "Amélie 2001"],
    ["spiderman, spider man and Spider-Man", "Spider-Man 2002", "Spider-Man 2002", "Spider-Man 2002"],
    ["schindlers list", "Schindler's List 1993"],
    ["ET the extra terrestrial", "E.T. the Extra-Terrestrial 1982"],
    ["twelve angry men", "12 Angry Men 1957"],
    ["a star is born (1954)", "A Star Is Born 1954"],
    ["A Star Is Born, the 1937 one", "A Star Is Born 1937"],
    ["silense of the lambs", "The Silence of the Lambs 1991"],
    ["teh matrix", "The Matrix 1999"],
    ["schindler's lits", "Schindler's List 1993"],
    ["nothing of the kind is named here"],
    ["i want something completely different tonight"],
  ])("finds the titles in: %s", (text, ...titles) => {
    expect(linked(text)).toEqual(titles);
  });

  it("gives the place of a mention with its quotation marks and year", () => {
    const text = 'I liked "Heat" and A Star Is Born (1954).';
    expect(linker.link(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      '"Heat"',
      "A Star Is Born (1954)",
    ]);
  });

  it("keeps namesakes as alternatives", () => {
    const [mention] = linker.link("a star is born");
    expect(
      [mention?.item, ...(mention?.alternatives ?? [])].map((item) => catalogue.value(item ?? -1, "year")),
    ).toEqual([1937, 1954]);
  });

  it("marks titles of everyday words, and those written as titles", () => {
    const flags = (text: string): (boolean | undefined)[] => {
      const [mention] = linker.link(text);
      return [mention?.ordinary, mention?.marked];
    };
    expect(flags("something big please")).toEqual([true, false]);
    expect(flags("have you seen It yet")).toEqual([true, true]);
    expect(flags('like "big" please')).toEqual([true, true]);
    expect(flags("i loved schindlers list")).toEqual([false, false]);
  });

  it("takes the name of a series for its first part, and a number for the part of that number", () => {
    expect(linked("star wars")).toEqual(["Star Wars: Episode IV - A New Hope 1977"]);
    expect(linked("terminator 2")).toEqual(["Terminator 2: Judgment Day 1991"]);
    expect(linked("the godfather ii")).toEqual(["The Godfather: Part II 1974"]);
  });

  it("never takes one everyday word for another", () => {
    expect(linked("i like scary movies")).toEqual([]);
    expect(linked("my favourite of all time")).toEqual([]);
  });

  it("reads on after a title in lower case as talk", () => {
    expect(linked("saw heat last night")).toContain("Heat 1995");
  });

  it("does not take another number for a slip of the finger", () => {
    expect(linked("the godfather part iii")).toEqual([]);
    expect(linked("13 angry men")).toEqual([]);
  });

  it("finds a title that is typed whole", () => {
    expect(catalogue.title(linker.find("the matrix (1999)")?.item ?? -1)).toBe("The Matrix");
    expect(linker.find("something else entirely")).toBeUndefined();
  });

  it("names the nearest titles, closest first", () => {
    expect(linker.nearest("star is bored", 2).map((item) => catalogue.title(item))).toEqual([
      "A Star Is Born",
      "A Star Is Born",
    ]);
    expect(linker.nearest("xyzzy", 3)).toEqual([]);
  });
});
