import { describe, expect, it } from "vitest";
import { ItemId } from "../../../memory/ids.ts";
import type { Catalogue } from "../../../memory/items/catalogue.ts";
import { buildNameIndex, type NameIndex } from "../../../tools/language/name-index.ts";
import { personKeys, titleKeys } from "../../../tools/language/name-keys.ts";
import { sortedByKey } from "../../../tools/language/sorted-by-key.ts";
import { cosmeticCatalogue } from "../../fixtures/cosmetics.ts";
import { filmCatalogue, filmFacets, films } from "../../fixtures/films.ts";
import { catalogueOf } from "../../support/catalogue.ts";

const still = new AbortController().signal;
const index = (catalogue: Catalogue): Promise<NameIndex> => buildNameIndex(catalogue, still);

function titled(...titles: string[]): Catalogue {
  const items = titles.map((title, at) => ({ id: ItemId.parse(`t${at}`), title, facets: {}, text: "" }));
  return catalogueOf(items, [], {
    name: "titles",
    noun: { one: "a", many: "b", verb: "c", past: "d", aliases: [] },
  });
}

describe("the names of a catalogue", () => {
  it("are found by how they begin, whatever their case, accents, punctuation and leading “the”", async () => {
    const names = await index(filmCatalogue());
    expect(names.starting("ameli", 9)).toEqual(["Amélie"]);
    expect(names.starting("AMÉ", 9)).toEqual(["Amélie"]);
    expect(names.starting("the god", 9)).toEqual(["The Godfather"]);
    expect(names.starting("God", 9)).toEqual(["The Godfather"]);
    expect(names.starting("singin in", 9)).toEqual(["Singin' in the Rain"]);
    expect(names.starting("2001 a", 9)).toEqual(["2001: A Space Odyssey"]);
  });

  it("are titles and people, people by any of their words, each name once", async () => {
    const names = await index(filmCatalogue());
    expect(names.starting("scott", 9)).toEqual(["Scott Glenn", "Ridley Scott"]);
    expect(names.starting("de ni", 9)).toEqual(["Robert De Niro"]);
    // Director and actor of the fixture.
    expect(names.starting("clint", 9)).toEqual(["Clint Eastwood"]);
  });

  it("come with the better known first, and no more than asked for", async () => {
    const catalogue = filmCatalogue();
    const names = await index(catalogue);
    const popularity = (title: string): number =>
      catalogue.statistics(films.findIndex((film) => film.title === title)).popularity;
    const titles = names.starting("s", 40).filter((name) => films.some(({ title }) => title === name));
    expect(titles.length).toBeGreaterThan(4);
    expect(titles.map(popularity)).toEqual(titles.map(popularity).sort((a, b) => b - a));
    expect(names.starting("s", 2)).toHaveLength(2);
  });

  it("holds every title under all that it begins with", async () => {
    for (const catalogue of [filmCatalogue(), cosmeticCatalogue()]) {
      const names = await index(catalogue);
      for (let item = 0; item < catalogue.size; item++) {
        const title = catalogue.title(item);
        for (let length = 4; length <= title.length; length++) {
          expect(names.starting(title.slice(0, length), 50)).toContain(title);
        }
      }
    }
  });

  it("finds what follows a colon, a dash or a bracket, after what begins so as a whole", async () => {
    const names = await index(
      titled("Star Wars: Episode V - The Empire Strikes Back", "Empire Records", "Léon (The Professional)"),
    );
    expect(names.starting("empire", 9)).toEqual([
      "Empire Records",
      "Star Wars: Episode V - The Empire Strikes Back",
    ]);
    expect(names.starting("profess", 9)).toEqual(["Léon (The Professional)"]);
  });

  it("tells apart what other alphabets file together", async () => {
    const names = await index(titled("神隠し", "千と千尋の神隠し", "Солярис", "…"));
    expect(names.starting("神", 9)).toEqual(["神隠し"]);
    expect(names.starting("сол", 9)).toEqual(["Солярис"]);
    expect(names.starting("...", 9)).toEqual([]);
  });

  it("are none where there are none", async () => {
    const empty = catalogueOf([], filmFacets, { name: "none", noun: filmCatalogue().noun });
    expect((await index(empty)).starting("a", 9)).toEqual([]);
  });

  it("are no longer filed once that was stopped", async () => {
    await expect(buildNameIndex(filmCatalogue(), AbortSignal.abort())).rejects.toThrow("aborted");
  });
});

describe("keys", () => {
  it("are what a name can be begun with", () => {
    expect(titleKeys("Star Trek: The Wrath of Khan")).toEqual([
      "star trek the wrath of khan",
      "wrath of khan",
    ]);
    expect(titleKeys("The Thing")).toEqual(["thing", "the thing"]);
    expect(titleKeys("…")).toEqual([]);
    expect(personKeys("Robert De Niro")).toEqual(["robert de niro", "de niro", "niro"]);
  });
});

describe("sortedByKey", () => {
  it("sorts by key and keeps the order of equals", async () => {
    const keys = Int32Array.of(2, 0, 1, 0, 2);
    expect([...(await sortedByKey(undefined, keys, 3))]).toEqual([1, 3, 2, 0, 4]);
    expect([...(await sortedByKey(Int32Array.of(4, 3, 2, 1, 0), keys, 3))]).toEqual([3, 1, 2, 4, 0]);
  });
});
