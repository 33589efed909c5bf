import { describe, expect, it } from "vitest";
import { parseWhere } from "../../../src/cli/where.ts";
import { itemNamed, itemsNamed } from "../../../src/item-named.ts";
import { filmCatalogue, filmId } from "../../fixtures/films.ts";

const catalogue = filmCatalogue();
const test = (text: string): unknown => parseWhere(catalogue, text).test;

describe("parseWhere", () => {
  it.each([
    ["genre=Sci-Fi", { op: "any-of", values: ["Sci-Fi"] }],
    ["genre=sci-fi,drama", { op: "any-of", values: ["Sci-Fi", "Drama"] }],
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
});

describe("itemNamed", () => {
  it.each(["Heat", "heat", "HEAT!", "Heat (1995)"])("finds %s", (name) => {
    expect(itemNamed(catalogue, name)).toBe(filmId("Heat"));
  });

  it("finds an item by its id", () => {
    expect(itemNamed(catalogue, filmId("Heat"))).toBe(filmId("Heat"));
  });

  it("refuses what is not there, naming the nearest title", () => {
    expect(() => itemNamed(catalogue, "Haet")).toThrow(
      expect.objectContaining({ code: "title-not-found", hint: "Did you mean “Heat”?" }),
    );
    expect(() => itemNamed(catalogue, "Heat (1950)")).toThrow(
      expect.objectContaining({ code: "title-not-found" }),
    );
  });

  it("takes words for one title where they are one, else for several", () => {
    expect(itemsNamed(catalogue, ["the", "godfather"])).toEqual([filmId("The Godfather")]);
    expect(itemsNamed(catalogue, ["Heat", "Alien"])).toEqual([filmId("Heat"), filmId("Alien")]);
  });

  it("asks which where several share a name", async () => {
    const { catalogueOf } = await import("../../support/catalogue.ts");
    const { filmFacets, films } = await import("../../fixtures/films.ts");
    const heat = films.find((film) => film.title === "Heat");
    if (heat === undefined) throw new Error("the fixture lost Heat");
    const remake = { ...heat, id: filmId("Fargo"), facets: { ...heat.facets, year: 2024 } };
    const twice = catalogueOf([heat, remake], filmFacets);
    expect(() => itemNamed(twice, "Heat")).toThrow(
      expect.objectContaining({
        code: "usage-ambiguous-title",
        hint: "Say which: Heat (1995), Heat (2024).",
      }),
    );
    expect(itemNamed(twice, "Heat (2024)")).toBe(remake.id);
  });
});
