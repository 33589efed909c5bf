import { expect, test } from "vitest";
import { closed, nounPhrase } from "../../../../../agents/minds/grammar/speaking/noun-phrase.ts";
import type { Constraint, FacetTest } from "../../../../../memory/items/constraint.ts";
import { cosmeticCatalogue } from "../../../../fixtures/cosmetics.ts";
import { filmCatalogue } from "../../../../fixtures/films.ts";

const films = filmCatalogue();
const shop = cosmeticCatalogue();

type Wish = readonly [facet: string, test: FacetTest, said?: string];
const wish = ([facet, test, said = ""]: Wish): Constraint => ({
  facet,
  test,
  strength: 0.5,
  said,
  source: "said",
});
const any = (...values: string[]): FacetTest => ({ op: "any-of", values });
const all = (...values: string[]): FacetTest => ({ op: "all-of", values });
const none = (...values: string[]): FacetTest => ({ op: "none-of", values });

test.each<[expected: string, ...Wish[]]>([
  ["films"],
  ["western or war films", ["genre", any("Western", "War")]],
  ["crime thriller films", ["genre", all("Crime", "Thriller")]],
  ["films directed by Akira Kurosawa", ["director", any("Akira Kurosawa")]],
  ["films starring Al Pacino and Robert De Niro", ["cast", all("Al Pacino", "Robert De Niro")]],
  ["films starring Al Pacino or Robert De Niro", ["cast", any("Al Pacino", "Robert De Niro")]],
  ["films with heist and snow", ["keyword", all("heist", "snow")]],
  ["tense crime heist films", ["keyword", all("heist", "tense")], ["genre", any("Crime")]],
  ["heist films", ["keyword", any("heist")]],
  ["films with robots", ["keyword", any("robots")]],
  ["films, not violent", ["keyword", none("violent")]],
  [
    "films directed by Ridley Scott and starring Sigourney Weaver",
    ["director", any("Ridley Scott")],
    ["cast", any("Sigourney Weaver")],
  ],
  ["films made in the United States", ["country", any("United States")]],
  ["films from the nineties", ["year", { op: "between", min: 1990, max: 1999 }, "90s"]],
  ["films from the 2000s", ["year", { op: "between", min: 2000, max: 2009 }]],
  ["films from 1994", ["year", { op: "between", min: 1994, max: 1994 }]],
  ["films before 1960", ["year", { op: "between", max: 1959 }, "older"]],
  ["films from 1960 on", ["year", { op: "between", min: 1960 }]],
  ["films under two hours", ["runtime", { op: "between", max: 120 }, "under two hours"]],
  ["films of at most 103 min", ["runtime", { op: "between", max: 103 }, "shorter"]],
  // What was said of what must never be says the opposite of the bound.
  ["films no longer than two hours", ["runtime", { op: "between", max: 120 }, "longer than two hours"]],
  ["films no longer than 2 h", ["runtime", { op: "between", max: 120 }, "no longer than 2 h"]],
  ["films longer than two hours", ["runtime", { op: "between", min: 121 }, "longer than two hours"]],
  ["films under 90 min", ["runtime", { op: "between", max: 89 }, "over 89 minutes"]],
  [
    "films directed by and starring Clint Eastwood",
    ["director", any("Clint Eastwood")],
    ["cast", any("Clint Eastwood")],
  ],
  ["films of 90 to 120 min", ["runtime", { op: "between", min: 90, max: 120 }]],
  ["films, without horror or war", ["genre", none("Horror", "War")]],
  ["films, not starring Al Pacino", ["cast", none("Al Pacino")]],
  ["films, not from the eighties", ["year", { op: "outside", min: 1980, max: 1989 }]],
  [
    "sci-fi films directed by Ridley Scott from the eighties under two hours, without horror",
    ["runtime", { op: "between", max: 120 }, "under two hours"],
    ["genre", none("Horror")],
    ["year", { op: "between", min: 1980, max: 1989 }],
    ["director", any("Ridley Scott")],
    ["genre", any("Sci-Fi")],
  ],
])("says %j", (expected, ...wishes) => {
  expect(nounPhrase({ constraints: wishes.map(wish), count: 2 }, films)).toBe(expected);
});

test.each<[expected: string, ...Wish[]]>([
  [
    "moisturizer products for at most $20",
    ["category", any("Moisturizer")],
    ["price", { op: "between", max: 20 }],
  ],
  ["products under $20", ["price", { op: "between", max: 20 }, "under $20"]],
  ["products made by Alba & Reed", ["brand", any("Alba & Reed")]],
  ["products with skin type Dry", ["skin-type", any("Dry")]],
])("says of another catalogue %j", (expected, ...wishes) => {
  expect(nounPhrase({ constraints: wishes.map(wish), count: 2 }, shop)).toBe(expected);
});

test("agrees with one, and puts what else qualifies it where it belongs", () => {
  const parts = {
    constraints: [wish(["genre", any("Sci-Fi")]), wish(["genre", none("Horror")])],
    count: 1,
    before: "well-known",
    after: ["close to Alien", ""],
  };
  expect(nounPhrase(parts, films)).toBe("well-known sci-fi film close to Alien, without horror");
});

test("in any role and by a role, somebody is named once", () => {
  const role = wish(["director", any("Clint Eastwood")]);
  const anyRole = { ...role, or: [{ facet: "cast", test: any("Clint Eastwood") }] };
  expect(nounPhrase({ constraints: [anyRole, role], count: 2 }, films)).toBe(
    "films directed by Clint Eastwood",
  );
  expect(nounPhrase({ constraints: [anyRole], count: 2 }, films)).toBe("Clint Eastwood films");
});

test("what trails behind a comma gets one at its end where the sentence goes on", () => {
  expect(closed("one short book, not written by J. R. R. Tolkien")).toMatch(/Tolkien,$/u);
  expect(closed("films with robots, snow and heists")).toBe("films with robots, snow and heists");
});
