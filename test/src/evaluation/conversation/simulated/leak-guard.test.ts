import { describe, expect, it } from "vitest";
import { ItemId } from "../../../../../memory/ids.ts";
import { FacetDeclaration } from "../../../../../memory/items/facet.ts";
import { leakGuard } from "../../../../../src/evaluation/conversation/simulated/leak-guard.ts";
import { filmCatalogue, filmIndex } from "../../../../fixtures/films.ts";
import { catalogueOf } from "../../../../support/catalogue.ts";

const films = filmCatalogue();
const guard = (title: string) => leakGuard(films, filmIndex(title));

describe("the guard of a target's name", () => {
  it("lets a description pass", () => {
    expect(guard("Heat")("I'm looking for a crime film from the 1990s starring Al Pacino")).toEqual([]);
  });

  it("finds the title in any spelling", () => {
    expect(guard("Amélie")("is it AMELIE?")).toContain("amelie");
    expect(guard("2001: A Space Odyssey")("2001 - a space odyssey, please")).toContain(
      "2001 a space odyssey",
    );
  });

  it("finds a single telling word of the title, also within a longer one", () => {
    expect(guard("The Godfather")("about a godfather of the mob")).toEqual(["godfather"]);
    expect(guard("Heat")("something about a heatwave")).toEqual(["heat"]);
    expect(guard("Seven")("about seven sins")).not.toEqual([]);
  });

  it("does not mind words that tell nothing", () => {
    expect(guard("Once Upon a Time in the West")("it is a film in which a man waits")).toEqual([]);
  });

  it("finds other titles and identifiers", () => {
    const item = {
      id: ItemId.parse("x900"),
      title: "The Boat",
      facets: { "also-known-as": "Das Boot | Le Bateau" },
      identifiers: { imdb: "tt0082096" },
    };
    const facets = [FacetDeclaration.parse({ name: "also-known-as", kind: "text" })];
    const own = leakGuard(catalogueOf([item], facets), 0);
    expect(own("the German one, das boot")).toContain("das boot");
    expect(own("tt0082096")).toEqual(["tt0082096"]);
    expect(own("number x900")).toEqual(["x900"]);
    expect(own("about a submarine")).toEqual([]);
  });

  it("takes a word of many titles for none's own", () => {
    const items = Array.from({ length: 7 }, (_, at) => ({
      id: ItemId.parse(`n${at}`),
      title: `Night ${["Train", "Moves", "Shift", "Falls", "Watch", "Crossing", "Porter"][at]}`,
      facets: {},
    }));
    const own = leakGuard(catalogueOf(items, []), 0);
    expect(own("it plays at night")).toEqual([]);
    expect(own("it plays on a train")).toEqual(["train"]);
  });
});
