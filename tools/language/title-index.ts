import type { Catalogue } from "../../memory/items/catalogue.ts";
import { ORDINARY_WORDS } from "./ordinary-words.ts";
import { type IndexedTitle, TitleTable } from "./title-table.ts";
import { isOrdinary, ORDER_WORDS, type TitleVariant, titleVariants } from "./title-variants.ts";
import { createTypoIndex, editDistance, slipsAllowed } from "./typos.ts";

/** A run of words that names items, most popular first. */
export interface TitleHit {
  readonly from: number;
  readonly to: number;
  readonly items: readonly number[];
  readonly slips: number;
  readonly rank: TitleVariant["rank"];
}

export interface TitleIndex {
  /** Hits in a sequence of key words, overlapping ones too: exact first, then with slips of the finger. */
  hits(words: readonly string[]): TitleHit[];
  /** Titles that share a telling word with the text, misspelt or not; one for each way of writing. */
  sharing(words: readonly string[]): readonly IndexedTitle[];
  popularity(item: number): number;
}

/** Facets whose values are further names; a text holds several joined by "|". */
const OTHER_NAMES = ["also-known-as", "original-title"];
/** A word in more titles than this anchors no misspelt title. */
const ANCHOR_LIMIT = 60;
/** A word of so many letters may stand for the one title that has it, written in at most so many ways. */
const LONG = 8;
const VARIANTS = 6;

export function createTitleIndex(catalogue: Catalogue): TitleIndex {
  const popularity = (item: number): number => catalogue.statistics(item).popularity;
  const table = collect(catalogue);
  const inOrder = ordering(catalogue, popularity);
  const spellings = createTypoIndex(table.vocabulary().filter((word) => word.length > 3));

  const exact = (words: readonly string[], hits: TitleHit[]): void => {
    for (let from = 0; from < words.length; from++) {
      let key = "";
      for (let to = from + 1; to <= Math.min(words.length, from + table.longest + 1); to++) {
        key += words[to - 1];
        const title = table.find(key);
        if (title === undefined || !sameWords(title, words, from, to) || isNumbered(words, to)) continue;
        hits.push({ from, to, items: inOrder(title), slips: 0, rank: title.rank });
      }
    }
  };

  /** "Shawshank", "Strangelove": a long word that only one item's titles have. */
  const byWord = (words: readonly string[], hits: TitleHit[]): void => {
    words.forEach((word, from) => {
      if (word.length < LONG || isOrdinary(word)) return;
      const [title, ...others] = table.having(word, VARIANTS);
      const [item] = title?.items ?? [];
      if (title === undefined || item === undefined || title.words.length === 1) return;
      if ([title, ...others].some(({ items }) => items.length > 1 || items[0] !== item)) return;
      hits.push({ from, to: from + 1, items: [item], slips: 0, rank: 2 });
    });
  };

  /** Lines a title up with the text around one shared word, allowing one word more or fewer (run together, torn apart). */
  const around = (
    title: IndexedTitle,
    at: number,
    word: string,
    words: readonly string[],
    hits: TitleHit[],
  ): void => {
    const allowed = slipsAllowed(title.key.length);
    if (allowed === 0) return;
    const start = at - title.words.indexOf(word);
    let best: TitleHit | undefined;
    for (let from = Math.max(0, start - 1); from <= Math.min(at, start + 1); from++) {
      for (
        let to = Math.max(at + 1, from + title.words.length - 1);
        to <= from + title.words.length + 1;
        to++
      ) {
        if (to > words.length) break;
        const typed = words.slice(from, to).join("");
        if (!startsAlike(typed, title.key)) continue;
        const slips = editDistance(typed, title.key, allowed);
        if (slips === 0 || slips > allowed || (best !== undefined && best.slips <= slips)) continue;
        if (!differsPlausibly(words.slice(from, to), title.words)) continue;
        if (title.words.length === 1 && table.hasWord(typed)) continue;
        best = { from, to, items: inOrder(title), slips, rank: title.rank };
      }
    }
    if (best !== undefined) hits.push(best);
  };

  return {
    hits(words) {
      const hits: TitleHit[] = [];
      exact(words, hits);
      byWord(words, hits);
      words.forEach((word, at) => {
        const plain = isOrdinary(word);
        for (const near of plain ? [{ word }] : spellings.near(word)) {
          for (const title of table.having(near.word, ANCHOR_LIMIT)) {
            if (!plain || title.words.length > 1) around(title, at, near.word, words, hits);
          }
        }
      });
      return hits;
    },
    sharing(words) {
      const found = new Map<string, IndexedTitle>();
      for (const word of words) {
        for (const near of [{ word }, ...spellings.near(word)]) {
          for (const title of table.having(near.word, 4 * ANCHOR_LIMIT)) found.set(title.key, title);
        }
      }
      return [...found.values()];
    },
    popularity,
  };
}

function collect(catalogue: Catalogue): TitleTable {
  const facets = OTHER_NAMES.filter((name) => catalogue.facet(name) !== undefined);
  const table = new TitleTable();
  for (let item = 0; item < catalogue.size; item++) {
    const names = facets
      .flatMap((facet) => catalogue.value(item, facet) ?? [])
      .flatMap((name) => String(name).split("|"));
    for (const variant of titleVariants(catalogue.title(item), names)) table.add(variant, item);
  }
  return table;
}

/** A title's items, the likeliest first. */
function ordering(
  catalogue: Catalogue,
  popularity: (item: number) => number,
): (title: IndexedTitle) => readonly number[] {
  const byPopularity = (a: number, b: number): number => popularity(b) - popularity(a) || a - b;
  const year = catalogue.facets.find((facet) => facet.kind === "year")?.name;
  const years = year === undefined ? undefined : catalogue.column(year);
  const byYear = (a: number, b: number): number =>
    (years?.[a] || Infinity) - (years?.[b] || Infinity) || byPopularity(a, b);
  // The name that parts of a series share ("Star Wars") is above all the first one's.
  return ({ items, rank }) => [...items].sort(rank === 2 ? byYear : byPopularity);
}

/** "The Godfather" is not meant where "part 3" follows. */
function isNumbered(words: readonly string[], to: number): boolean {
  return ORDER_WORDS.has(words[to] ?? "") && /^\d+$/.test(words[to + 1] ?? "");
}

/** Word limits must agree, except in longer phrases, where "starwars" may stand for "star wars". */
function sameWords(title: IndexedTitle, words: readonly string[], from: number, to: number): boolean {
  if (title.words.length === to - from && title.words.every((word, at) => words[from + at] === word))
    return true;
  return title.key.length >= 7 && !words.slice(from, to).every(isOrdinary);
}

/** Slips rarely touch the first letter, and when they do, the second is right: this spares most comparisons. */
function startsAlike(a: string, b: string): boolean {
  return a[0] === b[0] || a[1] === b[1] || a[1] === b[0] || a[0] === b[1];
}

/** A changed word must look like a slip: not one ordinary word for another, not other numbers, not another first letter of a short one. */
function differsPlausibly(typed: readonly string[], title: readonly string[]): boolean {
  if (typed.length !== title.length) {
    if (typed.every(isOrdinary)) return false;
    return typed.join("").replace(/\D/g, "") === title.join("").replace(/\D/g, "");
  }
  return typed.every((word, at) => {
    const wanted = title[at] ?? "";
    if (word === wanted) return true;
    if (/\d/.test(word + wanted)) return false;
    if (title.length === 1) return word.length > 3 && !isOrdinary(word);
    if (Math.max(word.length, wanted.length) < 4)
      return wanted === "the" || (title.length > 2 && !(isOrdinary(word) && ORDINARY_WORDS.has(wanted)));
    // "scary movies" are no slip of "Scary Movie": one everyday word does not stand for another.
    return !isOrdinary(word) || (!isOrdinary(wanted) && editDistance(word, wanted, 1) <= 1);
  });
}
