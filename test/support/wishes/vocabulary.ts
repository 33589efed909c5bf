import type { ItemId } from "../../../memory/ids.ts";
import type { Catalogue } from "../../../memory/items/catalogue.ts";
import { COUNTRY_WORDS } from "./country-words.ts";
import { exampleTitles } from "./titles.ts";
import { type Topic, topicOf } from "./topic-words.ts";

const PERSON_ITEMS = 3;
const KEYWORD_ITEMS = 15;
const VALUE_ITEMS = 3;
const DECADE_ITEMS = 5;
/** Weakest first. */
const CERTIFICATE_ORDER = ["G", "PG", "PG-13", "R", "NC-17"];

export interface ExampleTitle {
  readonly id: ItemId;
  readonly title: string;
  /** Whether it is known as a title when it is written small. */
  readonly clear: boolean;
}

/** What can be asked of a catalogue: values that enough items have, so that each wish exists one by one. */
export interface Vocabulary {
  readonly genres: readonly string[];
  readonly directors: readonly string[];
  readonly actors: readonly string[];
  readonly writers: readonly string[];
  /** Whether somebody has written any item: then "by" alone does not say who directed. */
  readonly writes: (person: string) => boolean;
  readonly countries: readonly string[];
  readonly languages: readonly string[];
  /** Those of the order, weakest first. */
  readonly certificates: readonly string[];
  readonly topics: readonly Topic[];
  /** First years of decades. */
  readonly decades: readonly number[];
  /** The years between which most items lie; undefined where items have no years. */
  readonly years: { readonly low: number; readonly high: number } | undefined;
  readonly hasRuntime: boolean;
  readonly titles: readonly ExampleTitle[];
}

export function vocabularyOf(catalogue: Catalogue): Vocabulary {
  const enough = (facet: string, items: number): string[] =>
    has(catalogue, facet)
      ? catalogue.values(facet).flatMap(({ value, count }) => (count >= items ? [value] : []))
      : [];
  // One word alone ("Prince") is hardly known as a name.
  const people = (facet: string): string[] => {
    const names = enough(facet, PERSON_ITEMS).filter(
      (name) => name.includes(" ") && !/[&,/[\]{}|]| and /.test(name),
    );
    const spellings = spelt(catalogue, facet);
    return names.filter((name) => spellings.get(plainly(name)) === 1);
  };
  const writers = new Set(enough("writer", 1));
  const certificates = enough("certificate", VALUE_ITEMS);
  const decades = decadesOf(catalogue);
  return {
    genres: enough("genre", VALUE_ITEMS),
    directors: people("director"),
    actors: people("cast"),
    writers: people("writer"),
    writes: (person) => writers.has(person),
    countries: enough("country", VALUE_ITEMS).filter((country) => COUNTRY_WORDS[country] !== undefined),
    // Names of peoples and countries only: "American Sign Language" is spoken by nobody.
    languages: enough("language", VALUE_ITEMS).filter((language) => /^[A-Z][a-z]+$/.test(language)),
    certificates: CERTIFICATE_ORDER.filter((value) => certificates.includes(value)),
    topics: topicsOf(catalogue, enough("keyword", KEYWORD_ITEMS)),
    decades,
    years: yearsOf(catalogue),
    hasRuntime: has(catalogue, "runtime"),
    titles: exampleTitles(catalogue),
  };
}

/** A name without accents and apostrophes, as hurried people type it. */
function plainly(name: string): string {
  return name
    .normalize("NFD")
    .replace(/[^\p{L}\p{N} ]/gu, "")
    .toLowerCase();
}

/** How many values are typed alike: whose name the data spell in two ways is asked for in both. */
function spelt(catalogue: Catalogue, facet: string): Map<string, number> {
  const counts = new Map<string, number>();
  if (!has(catalogue, facet)) return counts;
  for (const { value } of catalogue.values(facet))
    counts.set(plainly(value), (counts.get(plainly(value)) ?? 0) + 1);
  return counts;
}

function has(catalogue: Catalogue, facet: string): boolean {
  return catalogue.facet(facet) !== undefined;
}

function topicsOf(catalogue: Catalogue, keywords: readonly string[]): Topic[] {
  const others = new Set(
    ["genre", "country", "language"]
      .filter((facet) => has(catalogue, facet))
      .flatMap((facet) => catalogue.values(facet).map(({ value }) => value.toLowerCase())),
  );
  const all = new Set(
    has(catalogue, "keyword") ? catalogue.values("keyword").map(({ value }) => value.toLowerCase()) : [],
  );
  return keywords.flatMap((keyword) => {
    const letters = keyword.replace(/[^\p{L}]/gu, "").length;
    const topic = letters < 4 || others.has(keyword.toLowerCase()) ? undefined : topicOf(keyword);
    return topic === undefined ? [] : unmistakable(topic, all);
  });
}

/** "Aliens" where the catalogue has both "alien" and "aliens" would leave open which of the two is asked for. */
function unmistakable(topic: Topic, all: ReadonlySet<string>): Topic[] {
  const isOwn = (words: string): boolean => {
    const bare = words.toLowerCase().replace(/^(?:the|a|an) /, "");
    return bare === topic.value.toLowerCase() || !all.has(bare);
  };
  const about = topic.about.filter(isOwn);
  const none = topic.none !== undefined && isOwn(topic.none) ? topic.none : undefined;
  return about.length === 0 && topic.setting === undefined ? [] : [{ ...topic, about, none }];
}

function knownYears(catalogue: Catalogue): number[] {
  if (!has(catalogue, "year")) return [];
  return [...catalogue.column("year")].filter((year) => !Number.isNaN(year)).sort((a, b) => a - b);
}

function decadesOf(catalogue: Catalogue): number[] {
  const counts = new Map<number, number>();
  for (const year of knownYears(catalogue)) {
    const decade = Math.floor(year / 10) * 10;
    counts.set(decade, (counts.get(decade) ?? 0) + 1);
  }
  return [...counts].flatMap(([decade, count]) => (count >= DECADE_ITEMS ? [decade] : [])).sort();
}

/** The middle nine tenths: a wish for films from before the first one says nothing. */
function yearsOf(catalogue: Catalogue): Vocabulary["years"] {
  const years = knownYears(catalogue);
  const low = years[Math.floor(years.length * 0.05)];
  const high = years[Math.floor(years.length * 0.95)];
  return low === undefined || high === undefined ? undefined : { low, high };
}
