import { ItemId } from "../../memory/ids.ts";
import type { Catalogue } from "../../memory/items/catalogue.ts";
import { type Identifiers, plainIdentifier } from "../../memory/items/identifiers.ts";
import { sharesPeople, spelledAlike, typoGrade, yearFactor } from "./likeness.ts";
import { fitsNoun } from "./nouns.ts";
import { type TitleKey, titleKeys } from "./title-key.ts";

/** What somebody else's file tells of one thing. */
export interface LinkRecord {
  readonly title: string;
  readonly otherTitles: readonly string[];
  readonly year: number | undefined;
  /** Directors or authors. */
  readonly people: readonly string[];
  readonly ids: Identifiers;
  /** What sort of thing it is, where the file knows: a book is not looked for among films. */
  readonly kind: string | undefined;
}

export interface LinkCandidate {
  /** Catalogue index. */
  readonly item: number;
  /** 0..1: how sure it is that they are the same. */
  readonly confidence: number;
}

/** What became of a record. */
export type Link =
  | { readonly how: "id" | "title"; readonly item: number; readonly confidence: number }
  | { readonly how: "none"; readonly why: string; readonly candidates: readonly LinkCandidate[] };

/** Below this nothing is linked: measured on MovieLens-1M (test/data/linking.test.ts). */
export const LINKED_FROM = 0.8;
/** The best candidate must be this much surer than the second. */
const AHEAD = 0.05;
const MOST_CANDIDATES = 3;
/** Titles found by their words alone must be this much alike to be shown. */
const SIMILAR_FROM = 0.45;
/** A candidate less sure than this is not worth showing. */
const SHOWN_FROM = 0.25;

/**
 * Finds the items that records mean: by an identifier that both know, else by title, year and people. What could be two things is not
 * guessed. The catalogue is read once for all records, so that a million items cost seconds and no index.
 */
export function linkRecords(
  catalogue: Catalogue,
  records: readonly LinkRecord[],
  signal?: AbortSignal,
): readonly Link[] {
  const byId = records.map((record) => identified(catalogue, record));
  const open = records.flatMap((record, at) =>
    byId[at] === undefined && record.title !== "" && fitsNoun(record.kind, catalogue.noun) ? [at] : [],
  );
  const found = candidatesOf(catalogue, records, open, signal);
  const similar = similarTitles(catalogue, open.length - found.size);
  return records.map((record, at): Link => {
    const item = byId[at];
    if (item !== undefined) return { how: "id", item, confidence: 1 };
    if (!fitsNoun(record.kind, catalogue.noun)) {
      return {
        how: "none",
        why: `a ${record.kind}, and this is about ${catalogue.noun.many}`,
        candidates: [],
      };
    }
    return decided(found.get(at) ?? similar(record));
  });
}

/** Searches for titles like it, for that many records at most: they are shown to the person, never linked. */
const MOST_SEARCHES = 500;

function similarTitles(catalogue: Catalogue, lost: number): (record: LinkRecord) => LinkCandidate[] {
  if (lost > MOST_SEARCHES) return () => [];
  return ({ title, kind }) =>
    title === "" || !fitsNoun(kind, catalogue.noun)
      ? []
      : catalogue
          .search(title, MOST_CANDIDATES)
          .map(({ index }) => ({
            item: index,
            confidence: LINKED_FROM * spelledAlike(title, catalogue.title(index)),
          }))
          .filter(({ confidence }) => confidence < LINKED_FROM && confidence > SIMILAR_FROM);
}

function decided(found: readonly LinkCandidate[]): Link {
  const candidates = [...found].sort((a, b) => b.confidence - a.confidence || a.item - b.item);
  const [best, second] = candidates;
  const shown = candidates.filter(({ confidence }) => confidence >= SHOWN_FROM).slice(0, MOST_CANDIDATES);
  if (best === undefined || best.confidence < LINKED_FROM) {
    return {
      how: "none",
      why: shown.length === 0 ? "not in the catalogue" : "not sure enough",
      candidates: shown,
    };
  }
  if (second !== undefined && best.confidence - second.confidence < AHEAD) {
    return { how: "none", why: "could be several", candidates: shown };
  }
  return { how: "title", ...best };
}

/** MovieLens numbers its films alike in all its datasets but the first. */
const SHARES_MOVIELENS_IDS = /^ml-(?!100k)/;

function identified(catalogue: Catalogue, { ids }: LinkRecord): number | undefined {
  for (const [scheme, written] of Object.entries(ids)) {
    const value = plainIdentifier(scheme, written);
    if (value === undefined) continue;
    const own =
      scheme === catalogue.name || (scheme === "movielens" && SHARES_MOVIELENS_IDS.test(catalogue.name));
    const item = catalogue.identified(scheme, value) ?? (own ? indexOf(catalogue, value) : undefined);
    if (item !== undefined) return item;
  }
  return undefined;
}

function indexOf(catalogue: Catalogue, written: string): number | undefined {
  const id = ItemId.safeParse(written);
  return id.success ? catalogue.indexOf(id.data) : undefined;
}

interface Wanted {
  readonly record: number;
  readonly key: TitleKey;
}

/** Items looked at between two looks at the signal. */
const BETWEEN_LOOKS = 4096;

function candidatesOf(
  catalogue: Catalogue,
  records: readonly LinkRecord[],
  open: readonly number[],
  signal: AbortSignal | undefined,
): ReadonlyMap<number, LinkCandidate[]> {
  const wanted = new Map<string, Wanted[]>();
  const byYear = new Map<number, Wanted[]>();
  for (const at of open) {
    const record = records[at];
    if (record === undefined) continue;
    for (const key of titleKeys(record.title, record.otherTitles)) {
      append(wanted, key.key, { record: at, key });
      if (record.year !== undefined && key.grade > 0.9) append(byYear, record.year, { record: at, key });
    }
  }
  const found = new Map<number, LinkCandidate[]>();
  const facts = factsOf(catalogue);
  const consider = (item: number, at: number, grade: number): void => {
    const record = records[at];
    if (record === undefined) return;
    const confidence = grade * agreement(record, item, catalogue, facts);
    const known = found.get(at) ?? [];
    const same = known.findIndex((candidate) => candidate.item === item);
    if (same >= 0 && (known[same]?.confidence ?? 0) >= confidence) return;
    found.set(at, [...known.filter((_, place) => place !== same), { item, confidence }]);
  };
  if (open.length === 0) return found;
  for (let item = 0; item < catalogue.size; item++) {
    if (item % BETWEEN_LOOKS === 0) signal?.throwIfAborted();
    const keys = titleKeys(catalogue.title(item), facts.otherTitles(item));
    for (const own of keys) {
      for (const { record, key } of wanted.get(own.key) ?? []) {
        if (!(own.part && key.part)) consider(item, record, own.grade * key.grade);
      }
    }
    const year = facts.year(item);
    const sameYear = year === undefined ? undefined : byYear.get(year);
    const [whole] = keys;
    if (sameYear === undefined || whole === undefined) continue;
    for (const { record, key } of sameYear) {
      const grade = typoGrade(key.key, whole.key);
      if (grade > 0) consider(item, record, grade * key.grade);
    }
  }
  return found;
}

interface Facts {
  readonly year: (item: number) => number | undefined;
  readonly people: (item: number) => readonly string[];
  readonly otherTitles: (item: number) => readonly string[];
}

/** Facets whose values are further names; a text holds several joined by "|". */
const OTHER_NAMES = ["also-known-as", "original-title"];

function factsOf(catalogue: Catalogue): Facts {
  const column = catalogue.facets.find(({ kind }) => kind === "year")?.name;
  const years = column === undefined ? undefined : catalogue.column(column);
  const people = catalogue.facets.filter(({ kind }) => kind === "people").map(({ name }) => name);
  const names = OTHER_NAMES.filter((name) => catalogue.facet(name) !== undefined);
  const values = (item: number, facet: string): string[] => {
    const value = catalogue.value(item, facet);
    return value === undefined ? [] : Array.isArray(value) ? value : [String(value)];
  };
  return {
    year: (item) => {
      const year = years?.[item] ?? Number.NaN;
      return Number.isNaN(year) ? undefined : year;
    },
    people: (item) => people.flatMap((facet) => values(item, facet)),
    otherTitles: (item) => names.flatMap((facet) => values(item, facet)).flatMap((name) => name.split("|")),
  };
}

/** What year, people and identifiers say for or against two of one title, 0..1. */
function agreement(record: LinkRecord, item: number, catalogue: Catalogue, facts: Facts): number {
  const year = yearFactor(record.year, facts.year(item));
  const people = sharesPeople(record.people, facts.people(item));
  const others = contradicted(record.ids, catalogue.identifiers(item)) ? 0.6 : 1;
  if (people === undefined) return year * others;
  if (!people) return year * others * 0.75;
  // Editions of a book are years apart; a film is at most two, or it is another by the same director.
  const nearer = record.kind === "book" || year >= 0.7 ? Math.max(year, 0.97) : year;
  return nearer * others;
}

/** Both have a number in one other catalogue, and not the same. */
function contradicted(ids: Identifiers, own: Identifiers): boolean {
  return Object.entries(ids).some(
    ([scheme, value]) =>
      !OF_EDITIONS.has(scheme) && own[scheme] !== undefined && own[scheme] !== plainIdentifier(scheme, value),
  );
}

/** Numbers that each edition of a book has its own of: another one is no other book. */
const OF_EDITIONS: ReadonlySet<string> = new Set(["isbn", "goodreads"]);

function append<Key>(lists: Map<Key, Wanted[]>, key: Key, one: Wanted): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [one]);
  else list.push(one);
}
