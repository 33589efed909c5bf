import { describe, expect, it } from "vitest";
import { ItemId } from "../../memory/ids.ts";
import { FacetTest } from "../../memory/items/constraint.ts";
import { FacetDeclaration } from "../../memory/items/facet.ts";
import type { Item } from "../../memory/items/item.ts";
import { seededRandom } from "../../memory/random.ts";
import { filmFacets } from "../fixtures/films.ts";
import { catalogueOf } from "./catalogue.ts";
import { asTyped } from "./wishes/as-typed.ts";
import { PART_TABLE } from "./wishes/part-table.ts";
import { vocabularyOf } from "./wishes/vocabulary.ts";
import { WISH_KINDS, type WishedTest, type WordedWish } from "./wishes/wish.ts";
import { wishesInWords } from "./wishes/wishes-in-words.ts";

const PEOPLE = [
  "Ada Quill",
  "Bruno Marsh",
  "Célia Prado",
  "Dan Okoye",
  "Eva Lind",
  "Fritz Amsel",
  "Gus O'Dell",
];
const GENRES = [
  "Comedy",
  "Horror",
  "Drama",
  "Sci-Fi",
  "Western",
  "War",
  "Animation",
  "Film-Noir",
  "Children's",
];
const KEYWORDS = [
  "detective",
  "vampire",
  "revenge",
  "New York City",
  "prison",
  "gambling",
  "admiring",
  "war",
];
const COLOURS = [
  "Amber",
  "Black",
  "Copper",
  "Emerald",
  "Golden",
  "Ivory",
  "Pale",
  "Scarlet",
  "Silver",
  "Violet",
];
const PLACES = [
  "Bridge",
  "Canal",
  "Ferry",
  "Garden",
  "Harbour",
  "Lantern",
  "Meadow",
  "Orchard",
  "Quarry",
  "Tower",
];

/** A hundred films that have each value often enough to be asked for. */
const films = Array.from({ length: 100 }, (_, index): Item => {
  const nth = (values: readonly string[], step: number): string =>
    values[(index * step) % values.length] ?? "";
  return {
    id: ItemId.parse(`f${index + 1}`),
    title: `The ${COLOURS[index % 10]} ${PLACES[Math.floor(index / 10)]}`,
    facets: {
      year: 1930 + ((index * 7) % 85),
      runtime: 70 + ((index * 11) % 120),
      genre: [nth(GENRES, 1), nth(GENRES, 2)],
      director: [nth(PEOPLE, 1)],
      cast: [nth(PEOPLE, 2), nth(PEOPLE, 3)],
      writer: [nth(PEOPLE, 5)],
      country: [nth(["USA", "UK", "France", "Japan"], 1)],
      language: [nth(["English", "French", "Japanese"], 1)],
      keyword: [nth(KEYWORDS, 1), nth(KEYWORDS, 3)],
      certificate: nth(["G", "PG", "PG-13", "R", "NC-17"], 1),
    },
  };
});
const catalogue = catalogueOf(films, [
  ...filmFacets,
  FacetDeclaration.parse({ name: "writer", kind: "people" }),
]);
type Limits = (said: number) => { readonly min?: number; readonly max?: number };

/** Words that a reader of this file can check, and the limits that they set. */
const LIMITS: readonly (readonly [RegExp, string, Limits])[] = [
  [/(?<!nothing )under (\d+) ?min/, "runtime", (n) => ({ max: n - 1 })],
  [/nothing under (\d+) ?min/, "runtime", (n) => ({ min: n })],
  [/nothing over (\d+) ?min/, "runtime", (n) => ({ max: n })],
  [/no more than (\d+) ?min/, "runtime", (n) => ({ max: n })],
  [/more than (\d+) ?min\w* long/, "runtime", (n) => ({ min: n + 1 })],
  [/at least (\d+) ?min/, "runtime", (n) => ({ min: n })],
  [/(?<!nothing )under two hours(?! and)/, "runtime", () => ({ max: 119 })],
  [/about (\d+) ?min/, "runtime", (n) => ({ min: n - n / 10, max: n + n / 10 })],
  [/(?:made|released) before (\d{4})/, "year", (n) => ({ max: n - 1 })],
  [/(?:made|released) after (\d{4})/, "year", (n) => ({ min: n + 1 })],
  [/made since (\d{4})/, "year", (n) => ({ min: n })],
  [/no older than (\d{4})/, "year", (n) => ({ min: n })],
  [/nothing newer than (\d{4})/, "year", (n) => ({ max: n })],
  [/nothing from (\d{4}) or later/, "year", (n) => ({ max: n - 1 })],
  [/early (?:19)?80s|early eighties/, "year", () => ({ min: 1980, max: 1983 })],
  [/mid[- ](?:19)?70s/, "year", () => ({ min: 1973, max: 1976 })],
  [/late nineties/, "year", () => ({ min: 1996, max: 1999 })],
  [/(?:made|released) in the (?:seventies|70s|1970s)(?! or| and)/, "year", () => ({ min: 1970, max: 1979 })],
];

const wishes = wishesInWords(catalogue, 2_000, 1);

describe("wishes in words", () => {
  it("are the same for the same seed, and others for another", () => {
    expect(wishesInWords(catalogue, 50, 1)).toEqual(wishes.slice(0, 50));
    expect(wishesInWords(catalogue, 50, 2)).not.toEqual(wishes.slice(0, 50));
  });

  it("are of every kind", () => {
    const kinds = new Set(wishes.flatMap((wish) => wish.kinds));
    expect([...kinds].sort()).toEqual([...WISH_KINDS].sort());
  });

  it("have at least five wordings of every kind", () => {
    const vocabulary = vocabularyOf(catalogue);
    const random = seededRandom(3);
    const few = WISH_KINDS.filter((kind) => {
      const part = PART_TABLE[kind].make(vocabulary, random);
      const wordings = [part?.words, part?.heads].flatMap((words) => Object.values(words ?? {}).flat());
      return new Set(wordings).size < 5;
    });
    expect(few).toEqual([]);
  });

  it("ask only for what the catalogue has", () => {
    const tests = wishes.flatMap(testsOf);
    const wrong = tests.filter(
      ({ facet, test }) => !(FacetTest.safeParse(test).success && fits(facet, test)),
    );
    expect(wrong).toEqual([]);
    expect(
      wishes.flatMap(({ like = [] }) => like).filter((id) => catalogue.indexOf(id) === undefined),
    ).toEqual([]);
  });

  it("leave keywords alone that are no noun or a genre as well", () => {
    const keywords = wishes.flatMap(testsOf).filter(({ facet }) => facet === "keyword");
    const values = new Set(keywords.flatMap(({ test }) => ("values" in test ? test.values : [])));
    expect([...values].sort()).toEqual([
      "New York City",
      "detective",
      "gambling",
      "prison",
      "revenge",
      "vampire",
    ]);
  });

  it("name people and titles in full", () => {
    const missing = wishes.flatMap((wish) => {
      const names = [
        ...peopleOf(wish),
        ...(wish.like ?? []).map((id) => catalogue.title(catalogue.indexOf(id) ?? -1)),
      ];
      return names
        .filter((name) => !folded(wish.said).includes(folded(name)))
        .map((name) => [name, wish.said]);
    });
    expect(missing).toEqual([]);
  });

  it("rule out in one constraint, and never what they ask for", () => {
    const wrong = wishes.filter(({ constraints }) => {
      const tests = constraints.flatMap(({ facet, test, or = [] }) => [{ facet, test }, ...or]);
      const values = tests.flatMap(({ facet, test }) =>
        "values" in test ? test.values.map((v) => facet + v) : [],
      );
      const ruledOut = tests.filter(({ test }) => test.op === "none-of").map(({ facet }) => facet);
      return new Set(values).size < values.length || new Set(ruledOut).size < ruledOut.length;
    });
    expect(wrong).toEqual([]);
  });

  it("leave no mark of how they were put together", () => {
    expect(
      wishes.map(({ said }) => said).filter((said) => /[{}|⟦⟧⟪⟫~]|undefined| {2}|^\s|\s$| [,.?]/.test(said)),
    ).toEqual([]);
  });

  it.each(LIMITS)("mean what %s says", (words, facet, limits) => {
    const heard = wishes.flatMap(({ said, constraints }) => {
      const match = words.exec(said.toLowerCase());
      const found = constraints.flatMap((each) => (each.facet === facet ? [each.test] : []));
      return match === null ? [] : [{ said, found, meant: { op: "between", ...limits(Number(match[1])) } }];
    });
    expect(heard.length).toBeGreaterThan(0);
    for (const { said, found, meant } of heard) expect(found, said).toEqual([meant]);
  });
});

describe("a title as typed", () => {
  const titles = [
    "The Godfather: Part II",
    "Thelma & Louise",
    "Singin' in the Rain",
    "Amélie",
    "Heat (1995)",
  ];
  const typed = (title: string, seed = 1, year?: number): string[] => {
    const random = seededRandom(seed);
    return Array.from({ length: 2_000 }, () => asTyped(title, random, year));
  };

  it("is the same for the same seed", () => {
    for (const title of titles) expect(typed(title)).toEqual(typed(title));
  });

  it("is written as on the poster, small, without its article or marks, with the other numeral", () => {
    const ways = [
      "The Godfather: Part II",
      "the godfather part 2",
      "Godfather: Part II",
      "the godfather: part ii",
    ];
    expect(typed("The Godfather: Part II")).toEqual(expect.arrayContaining(ways));
    expect(typed("Thelma & Louise")).toEqual(
      expect.arrayContaining(["Thelma & Louise", "thelma and louise"]),
    );
    expect(typed("Singin' in the Rain")).toContain("singin in the rain");
    expect(typed("Amélie")).toContain("amelie");
  });

  it("has its year now and then", () => {
    expect(typed("Heat (1995)")).toEqual(expect.arrayContaining(["Heat (1995)", "heat 1995", "heat"]));
    expect(typed("Heat", 1, 1995).filter((title) => title.includes("1995")).length).toBeLessThan(400);
    expect(typed("Heat").filter((title) => /\d/.test(title))).toEqual([]);
  });

  it("has one slip in a few of a hundred mentions, and none where it is short", () => {
    const slips = (title: string): number =>
      typed(title).filter((each) => folded(each) !== folded(title)).length;
    expect(slips("Blade Runner")).toBeGreaterThan(40);
    expect(slips("Blade Runner")).toBeLessThanOrEqual(160);
    expect(slips("Heat")).toBe(0);
  });

  it("is never empty", () => {
    for (const title of ["8 1/2", "M*A*S*H", "$", "X"])
      expect(typed(title).filter((each) => each.trim() === "")).toEqual([]);
    expect(typed("8 1/2").every((each) => each === "8 1/2")).toBe(true);
  });
});

function testsOf({ constraints }: WordedWish): WishedTest[] {
  return constraints.flatMap(({ facet, test, or = [] }) => [{ facet, test }, ...or]);
}

function fits(facet: string, test: FacetTest): boolean {
  const kind = catalogue.facet(facet)?.kind;
  if (!("values" in test)) {
    const { min = -Infinity, max = Infinity } = test;
    return (kind === "year" || kind === "number") && min <= max;
  }
  const known = new Set(catalogue.values(facet).map(({ value }) => value));
  return test.values.every((value) => known.has(value)) && new Set(test.values).size === test.values.length;
}

function peopleOf(wish: WordedWish): string[] {
  const people = testsOf(wish).filter(({ facet }) => catalogue.facet(facet)?.kind === "people");
  return people.flatMap(({ test }) => ("values" in test ? test.values : []));
}

function folded(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}
