import type { SqliteDatabase } from "../store/sqlite.ts";

/** Title, people, tags and text: how much a word found there counts, in the order of the index's columns. */
const WEIGHTS = [10, 6, 3, 1] as const;

export const FULL_TEXT_TABLE = `
  CREATE VIRTUAL TABLE words USING fts5(
    title, people, tags, prose, content = '', tokenize = 'porter unicode61 remove_diacritics 2')`;

const SCORE = `-bm25(words, ${WEIGHTS.join(", ")})`;

/** BM25 (Robertson & Zaragoza 2009) by column weight; FTS5 gives it negated, the best most negative. */
const RANKED = `
  SELECT rowid - 1 AS "index", ${SCORE} AS score FROM words WHERE words MATCH ? ORDER BY score DESC, rowid LIMIT ?`;

/** The same of the first so many in the catalogue's order: those in whose title the words are, and any. */
const RANKED_FIRST = `
  SELECT rowid - 1 AS "index", max(score) AS score FROM (
    SELECT * FROM (SELECT rowid, ${SCORE} AS score FROM words WHERE words MATCH ? LIMIT ?)
    UNION ALL
    SELECT * FROM (SELECT rowid, ${SCORE} AS score FROM words WHERE words MATCH ? LIMIT ?)
  ) GROUP BY rowid ORDER BY score DESC, rowid`;

const COUNTED = "SELECT count(*) FROM (SELECT 1 FROM words WHERE words MATCH ? LIMIT ?)";

/** Up to here every item that has a word is ranked. */
const SMALL = 50_000;
/** So many items are ranked in larger catalogues: each costs a microsecond, and a common word is in a fifth of a million. */
const MOST_RANKED = 10_000;
const MOST_CACHED_SEARCHES = 16;
const MOST_CACHED_COUNTS = 10_000;

const MAX_WORDS = 32;

/** Words that say nothing about an item. They count only where nothing else was said ("It", "Her"). */
const EMPTY_WORDS = new Set(
  (
    "a about an and any are as at be but by can could did do does for from give had has have her him his how i if in " +
    "into is it its like me my no not of on or our out please s she show so some something t than that the their " +
    "them then there these they this those to up us want was we were what when where which who will with would you your"
  ).split(" "),
);

/** A found item and its relevance, larger is better. */
export interface WordHit {
  readonly index: number;
  readonly score: number;
}

/**
 * The word index of a catalogue file. In a catalogue of more than 50,000 items at most 10,000 are ranked for a text: a text whose
 * words are in more finds those with its rarer words, and the common ones count nothing; a text of common words alone finds
 * those that have all of them, or else the first in the catalogue's order.
 */
export class FullTextIndex {
  private readonly ranked;
  private readonly rankedFirst;
  private readonly counted;
  private readonly small: boolean;
  private readonly counts = new Map<string, number>();
  private readonly searches = new Map<string, { readonly most: number; readonly hits: readonly WordHit[] }>();

  constructor(database: SqliteDatabase, size: number) {
    this.small = size <= SMALL;
    this.ranked = database.prepare<[string, number], WordHit>(RANKED);
    this.rankedFirst = database.prepare<[string, number, string, number], WordHit>(RANKED_FIRST);
    this.counted = database.prepare<[string, number], number>(COUNTED).pluck();
  }

  /** Items with any of the words, best first. Each word is quoted: nothing of the text is query syntax. */
  search(text: string, limit: number): readonly WordHit[] {
    const words = tellingWords(text);
    if (words.length === 0 || limit < 1) return [];
    if (this.small) return this.ranked.all(anyOf(words), limit);
    const key = words.join(" ");
    const most = Math.min(limit, MOST_RANKED);
    const known = this.searches.get(key);
    // Whoever finds too few within a filter asks again for more of the same.
    const search =
      known !== undefined && known.most >= most ? known : { most, hits: this.rankMany(words, most) };
    remember(this.searches, key, search, MOST_CACHED_SEARCHES);
    return search.hits.slice(0, limit);
  }

  /** To hand over 10,000 hits takes half as long as to rank them: only those asked for are. */
  private rankMany(words: readonly string[], most: number): readonly WordHit[] {
    const counts = words.map((word) => ({ word, count: this.countOf(`"${word}"`) }));
    const rare: string[] = [];
    let ranked = 0;
    for (const { word, count } of counts.sort((left, right) => left.count - right.count)) {
      ranked += count;
      if (ranked <= MOST_RANKED) rare.push(word);
    }
    if (rare.length > 0) return this.ranked.all(anyOf(rare), most);
    const all = words.map((word) => `"${word}"`).join(" AND ");
    const together = this.countOf(all);
    if (together > 0 && together <= MOST_RANKED) return this.ranked.all(all, most);
    const some = together > 0 ? all : anyOf(words);
    return this.rankedFirst.all(`{title} : (${some})`, MOST_RANKED / 2, some, MOST_RANKED / 2);
  }

  /** How many items an expression finds, told up to one more than are ranked. */
  private countOf(expression: string): number {
    const count = this.counts.get(expression) ?? this.counted.get(expression, MOST_RANKED + 1) ?? 0;
    remember(this.counts, expression, count, MOST_CACHED_COUNTS);
    return count;
  }
}

/** Keeps the last so many. */
function remember<Value>(cache: Map<string, Value>, key: string, value: Value, most: number): void {
  cache.delete(key);
  cache.set(key, value);
  const oldest = cache.size > most ? cache.keys().next().value : undefined;
  if (oldest !== undefined) cache.delete(oldest);
}

function tellingWords(text: string): readonly string[] {
  const words = [...new Set(text.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? [])];
  const telling = words.filter((word) => !EMPTY_WORDS.has(word));
  return (telling.length > 0 ? telling : words).slice(0, MAX_WORDS);
}

function anyOf(words: readonly string[]): string {
  return words.map((word) => `"${word}"`).join(" OR ");
}
