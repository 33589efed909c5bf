import { describe, expect, test } from "vitest";
import { checkClaim } from "../../../tools/explaining/check-claim.ts";
import type { Claim, Evidence } from "../../../tools/explaining/claim.ts";
import type { Grounds } from "../../../tools/explaining/grounds.ts";
import { filmCatalogue, filmId, filmIndex } from "../../fixtures/films.ts";

const catalogue = filmCatalogue();
const heat = filmIndex("Heat");
const alien = filmIndex("Alien");

const grounds: Grounds = {
  catalogue,
  item: filmIndex("Goodfellas"),
  among: ["Goodfellas", "Toy Story", "Amélie"].map(filmIndex),
  history: [{ index: heat, weight: 1, verdict: "liked", value: undefined }],
  contributions: new Map([
    [heat, 3],
    [alien, 1],
    [filmIndex("Amélie"), -2],
  ]),
  mass: 4,
  examples: [],
  constraints: [
    {
      facet: "genre",
      test: { op: "any-of", values: ["Crime"] },
      strength: 1,
      said: "a crime film",
      source: "said",
    },
    { facet: "year", test: { op: "between", min: 2000 }, strength: 1, said: "something new", source: "said" },
  ],
  preferences: [
    { subject: { about: "value", facet: "director", value: "Martin Scorsese" }, said: "I love Scorsese" },
    { subject: { about: "value", facet: "genre", value: "Western" }, said: "I love westerns" },
  ],
  text: "a gangster who falls",
  similarity: (a, b) => (a === filmIndex("Goodfellas") && b === heat ? 0.5 : undefined),
  rankChanges: [{ without: heat, from: 2, to: 37 }],
  ranked: "catalogue",
  rated: {
    own: new Map([
      [filmIndex("Goodfellas"), { item: filmId("Goodfellas"), value: 4 }],
      [heat, { item: filmId("Heat"), value: 4.6, from: "liked" }],
    ]),
    alike: new Map([
      [heat, 0.7],
      [alien, 0.6],
    ]),
  },
};

const holds = (...evidence: readonly Evidence[]): boolean =>
  checkClaim({ claim: "Said", evidence: [...evidence] }, grounds);

const { count, mean } = catalogue.statistics(grounds.item);
const statistics = { count, mean };
const longest = { facet: "runtime", value: `${catalogue.value(grounds.item, "runtime")} min` };

const alike = (title: string) => ({ kind: "rated-alike", item: filmId(title), title }) as const;

describe("a claim holds", () => {
  test.each<[string, Evidence]>([
    ["a contribution", { kind: "contribution", item: filmId("Heat"), title: "Heat", share: 0.75, amount: 3 }],
    [
      "a shared facet",
      { kind: "shared-facet", facet: "cast", values: ["Robert De Niro"], with: [filmId("Heat")] },
    ],
    ["a neighbour", { kind: "neighbour", item: filmId("Heat"), title: "Heat", similarity: 0.5 }],
    ["a counterfactual", { kind: "counterfactual", without: filmId("Heat"), title: "Heat", from: 2, to: 37 }],
    ["a constraint", { kind: "constraint", facet: "genre", value: "Crime", said: "a crime film" }],
    [
      "a preference",
      { kind: "preference", facet: "director", value: "Martin Scorsese", said: "I love Scorsese" },
    ],
    ["a statistic", { kind: "statistics", count: statistics.count, mean: statistics.mean }],
    ["the length that none of the answer reaches", { kind: "standout", ...longest, how: "most" }],
    ["the genre that it alone has", { kind: "standout", facet: "genre", value: "Crime", how: "only" }],
    ["the person's own rating", { kind: "own-rating", value: 4, from: "rated" }],
    ["an item rated alike", { ...alike("Heat"), value: 4.6, from: "liked", similarity: 0.7 }],
    ["words", { kind: "text", words: ["gangster", "falls"] }],
  ])("with %s that is true", (_, evidence) => {
    expect(holds(evidence)).toBe(true);
  });
});

describe("a claim falls", () => {
  test.each<[string, Evidence]>([
    ["a wrong share", { kind: "contribution", item: filmId("Heat"), title: "Heat", share: 0.8, amount: 3 }],
    [
      "a wrong amount",
      { kind: "contribution", item: filmId("Heat"), title: "Heat", share: 0.75, amount: 3.1 },
    ],
    [
      "a contribution that pulls down",
      { kind: "contribution", item: filmId("Amélie"), title: "Amélie", share: -0.5, amount: -2 },
    ],
    [
      "another's title",
      { kind: "contribution", item: filmId("Heat"), title: "Seven", share: 0.75, amount: 3 },
    ],
    [
      "a value the item has not",
      { kind: "shared-facet", facet: "cast", values: ["Al Pacino"], with: [filmId("Heat")] },
    ],
    [
      "a value the other has not",
      { kind: "shared-facet", facet: "cast", values: ["Joe Pesci"], with: [filmId("Heat")] },
    ],
    [
      "a facet that is none",
      { kind: "shared-facet", facet: "mood", values: ["dark"], with: [filmId("Heat")] },
    ],
    ["nothing shared", { kind: "shared-facet", facet: "cast", values: [], with: [filmId("Heat")] }],
    ["another similarity", { kind: "neighbour", item: filmId("Heat"), title: "Heat", similarity: 0.9 }],
    ["no similarity", { kind: "neighbour", item: filmId("Alien"), title: "Alien", similarity: 0.5 }],
    ["another rank", { kind: "counterfactual", without: filmId("Heat"), title: "Heat", from: 1, to: 37 }],
    ["a constraint not met", { kind: "constraint", facet: "year", value: "1990", said: "something new" }],
    ["a constraint not said", { kind: "constraint", facet: "genre", value: "Crime", said: "never" }],
    [
      "a preference not met",
      { kind: "preference", facet: "genre", value: "Western", said: "I love westerns" },
    ],
    ["another count", { kind: "statistics", count: 1_000_000, mean: statistics.mean }],
    ["another mean", { kind: "statistics", count: statistics.count, mean: 4.99 }],
    ["a renown it has not", { kind: "statistics", ...statistics, renown: "little-known" }],
    ["the wrong end", { kind: "standout", ...longest, how: "least" }],
    ["another number", { kind: "standout", facet: "runtime", value: "300 min", how: "most" }],
    ["a genre it has not", { kind: "standout", facet: "genre", value: "Comedy", how: "only" }],
    ["another own rating", { kind: "own-rating", value: 5, from: "rated" }],
    ["a verdict that was a number", { kind: "own-rating", value: 4, from: "liked" }],
    ["another likeness", { ...alike("Heat"), value: 4.6, from: "liked", similarity: 0.5 }],
    ["another word about it", { ...alike("Heat"), value: 4.6, from: "disliked", similarity: 0.7 }],
    ["an item never rated", { ...alike("Alien"), value: 4, from: "rated", similarity: 0.6 }],
    ["itself as rated alike", { ...alike("Goodfellas"), value: 4, from: "rated", similarity: 1 }],
    ["words not in the text", { kind: "text", words: ["gangster", "dragons"] }],
    ["no words", { kind: "text", words: [] }],
  ])("with %s", (_, evidence) => {
    expect(holds(evidence)).toBe(false);
  });

  test("when a single piece of its evidence does", () => {
    const good: Evidence = { kind: "text", words: ["gangster"] };
    expect(holds(good)).toBe(true);
    expect(holds(good, { kind: "text", words: ["dragons"] })).toBe(false);
  });

  test("without evidence or without words", () => {
    expect(holds()).toBe(false);
    const silent: Claim = { claim: " ", evidence: [{ kind: "text", words: ["gangster"] }] };
    expect(checkClaim(silent, grounds)).toBe(false);
  });
});
