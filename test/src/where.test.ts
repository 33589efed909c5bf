import { describe, expect, it } from "vitest";
import { parseWhere } from "../../src/where.ts";
import { filmCatalogue } from "../fixtures/films.ts";

const catalogue = filmCatalogue();
const test = (text: string): unknown => parseWhere(catalogue, text).test;

describe("parseWhere", () => {
  it.each([
    ["genre=Sci-Fi", { op: "any-of", values: ["Sci-Fi"] }],
    ["genre=sci-fi,drama", { op: "any-of", values: ["Sci-Fi", "Drama"] }],
    ["genre=Sci-Fi+horror", { op: "all-of", values: ["Sci-Fi", "Horror"] }],
    ["genre=science fiction + drama", { op: "all-of", values: ["Sci-Fi", "Drama"] }],
    ["genre=science fiction", { op: "any-of", values: ["Sci-Fi"] }],
    ["genre != Horror", { op: "none-of", values: ["Horror"] }],
    ["year<2000", { op: "between", max: 1999 }],
    ["year<=2000", { op: "between", max: 2000 }],
    ["year>1990", { op: "between", min: 1991 }],
    ["year>=1990", { op: "between", min: 1990 }],
    ["year=1995", { op: "between", min: 1995, max: 1995 }],
    ["year=1990..1999", { op: "between", min: 1990, max: 1999 }],
    ["year!=1990..1999", { op: "outside", min: 1990, max: 1999 }],
    ["minutes>=90", { op: "between", min: 90 }],
  ])("reads %s", (text, expected) => {
    expect(test(text)).toEqual(expected);
  });

  it("is never relaxed, and says where it came from", () => {
    expect(parseWhere(catalogue, "genre=Drama")).toMatchObject({
      facet: "genre",
      strength: 1,
      said: "genre=Drama",
      source: "said",
    });
  });

  it("excludes the bound itself where the sign says so, for numbers with fractions too", () => {
    const parsed = parseWhere(catalogue, "runtime<117");
    const mask = catalogue.satisfying(parsed);
    const column = catalogue.column("runtime");
    expect(
      [...mask].every((satisfied, index) => satisfied === Number((column[index] ?? Number.NaN) < 117)),
    ).toBe(true);
    expect(mask.includes(1)).toBe(true);
  });

  it.each([
    ["genre", /is no condition/],
    ["gnre=Drama", /Did you mean genre\?/],
    ["genre=Drma", /Did you mean Drama\?/],
    ["genre=Drama+Crme", /No genre here is “Crme”.*Did you mean Crime\?/],
    ["genre!=Drama+Crime", /one by one.*"genre!=Drama,Crime"/],
    ["genre<Drama", /has no order/],
    ["year=soon", /is no number/],
    ["year<1990..1999", /is no number/],
    ["year=1999..1990", /is no number/],
  ])("refuses %s and says what is right", (text, message) => {
    try {
      parseWhere(catalogue, text);
      expect.unreachable();
    } catch (error) {
      expect(error).toMatchObject({ code: "usage-where" });
      expect(`${(error as Error).message} ${(error as { hint?: string }).hint}`).toMatch(message);
    }
  });

  it("joins alternatives of several facets", () => {
    expect(parseWhere(catalogue, "director=Ridley Scott or year<1960 or genre!=War")).toMatchObject({
      facet: "director",
      test: { op: "any-of", values: ["Ridley Scott"] },
      or: [
        { facet: "year", test: { op: "between", max: 1959 } },
        { facet: "genre", test: { op: "none-of", values: ["War"] } },
      ],
    });
  });

  it("takes the values of an ordered category up to one, or from one on", async () => {
    const { catalogueOf } = await import("../support/catalogue.ts");
    const { filmFacets, films } = await import("../fixtures/films.ts");
    const facets = filmFacets.map((facet) =>
      facet.name === "genre" ? { ...facet, order: ["Vaudeville", "Comedy", "Drama", "Horror"] } : facet,
    );
    const ordered = catalogueOf(films, facets);
    expect(parseWhere(ordered, "genre<=drama").test).toEqual({ op: "any-of", values: ["Comedy", "Drama"] });
    expect(parseWhere(ordered, "genre>Comedy").test).toEqual({ op: "any-of", values: ["Drama", "Horror"] });
    expect(() => parseWhere(ordered, "genre>Horror")).toThrow(/Nothing here has a genre > Horror/);
    expect(() => parseWhere(ordered, "genre<War")).toThrow(/No genre here is “War”/);
  });

  it("takes commas and plus signs for part of a value where a value has them", async () => {
    const { catalogueOf } = await import("../support/catalogue.ts");
    const { filmFacets, films } = await import("../fixtures/films.ts");
    const odd = films.map((film, at) =>
      at < 2 ? { ...film, facets: { ...film.facets, genre: ["Crosby, Stills & Nash", "Disney+"] } } : film,
    );
    const read = (text: string): unknown => parseWhere(catalogueOf(odd, filmFacets), text).test;
    expect(read("genre=crosby, stills & nash")).toEqual({ op: "any-of", values: ["Crosby, Stills & Nash"] });
    expect(read("genre=Drama, Crosby, Stills & Nash")).toEqual({
      op: "any-of",
      values: ["Drama", "Crosby, Stills & Nash"],
    });
    expect(read("genre=Disney++Drama")).toEqual({ op: "all-of", values: ["Disney+", "Drama"] });
  });
});
