import { describe, expect, it } from "vitest";
import { BROAD_GENRES, GENRE_SHELVES } from "../../../../memory/datasets/built-in/book-genres.ts";
import { LITERATURE_SHELVES } from "../../../../memory/datasets/built-in/book-literatures.ts";
import { SETTING_SHELVES } from "../../../../memory/datasets/built-in/book-settings.ts";
import type { Shelves } from "../../../../memory/datasets/built-in/book-shelves.ts";
import { AWARD_SHELVES, THEME_SHELVES } from "../../../../memory/datasets/built-in/book-themes.ts";
import { builtInDescriptor } from "../../../../memory/datasets/built-in.ts";
import { TEXT, valuesIn } from "../../../../memory/items/lexicon.ts";

const SHELVES: Readonly<Record<string, Shelves>> = {
  genre: GENRE_SHELVES,
  theme: THEME_SHELVES,
  setting: SETTING_SHELVES,
  award: AWARD_SHELVES,
  literature: LITERATURE_SHELVES,
};
const BOOKS = builtInDescriptor("goodbooks-10k");

describe("readers' shelves", () => {
  it("are written as the release writes them, each once for a label", () => {
    for (const shelves of Object.values(SHELVES)) {
      for (const [label, names] of Object.entries(shelves)) {
        const list = names.split(" ");
        expect(new Set(list).size, label).toBe(list.length);
        expect(
          list.filter((name) => !/^[\p{L}\p{N}-]+$/u.test(name)),
          label,
        ).toEqual([]);
      }
    }
  });

  it("are none that say something of their owner", () => {
    const all = Object.values(SHELVES).flatMap((shelves) =>
      Object.values(shelves).flatMap((names) => names.split(" ")),
    );
    const own = [
      "to-read",
      "currently-reading",
      "favorites",
      "owned",
      "books-i-own",
      "library",
      "kindle",
      "default",
    ];
    expect(all.filter((name) => own.includes(name))).toEqual([]);
  });

  it("give every value that is said in other words or in a phrase", () => {
    for (const { name, synonyms, spoken } of BOOKS.facets) {
      const labels = SHELVES[name];
      if (labels === undefined) continue;
      const said = [...Object.keys(synonyms), ...Object.keys(spoken)];
      expect(
        said.filter((label) => labels[label] === undefined),
        name,
      ).toEqual([]);
    }
    for (const [phrase, entry] of Object.entries(BOOKS.lexicon)) {
      for (const facet of Object.keys(entry).filter((one) => one !== TEXT && SHELVES[one] !== undefined)) {
        const values = valuesIn(entry, facet)
          .flat()
          .map((value) => value.replace(/^not /, ""));
        expect(
          values.filter((value) => SHELVES[facet]?.[value] === undefined),
          phrase,
        ).toEqual([]);
      }
    }
  });

  it("are of genres where a genre is called broad", () => {
    expect(BROAD_GENRES.filter((genre) => GENRE_SHELVES[genre] === undefined)).toEqual([]);
  });
});
