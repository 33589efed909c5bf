import { describe, expect, it } from "vitest";
import { itemNamed, itemsNamed } from "../../src/item-named.ts";
import { filmCatalogue, filmId } from "../fixtures/films.ts";

const catalogue = filmCatalogue();

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
    const { catalogueOf } = await import("../support/catalogue.ts");
    const { filmFacets, films } = await import("../fixtures/films.ts");
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
