import type { SqliteDatabase } from "../store/sqlite.ts";

/** Title, people, tags and text: how much a word found there counts, in the order of the index's columns. */
const WEIGHTS = [10, 6, 3, 1] as const;

export const FULL_TEXT_TABLE = `
  CREATE VIRTUAL TABLE words USING fts5(
    title, people, tags, prose, content = '', tokenize = 'porter unicode61 remove_diacritics 2')`;

/** BM25 (Robertson & Zaragoza 2009) by column weight; FTS5 gives it negated, the best most negative. */
const FULL_TEXT_QUERY = `
  SELECT rowid - 1 AS "index", -bm25(words, ${WEIGHTS.join(", ")}) AS score
  FROM words WHERE words MATCH ? ORDER BY bm25(words, ${WEIGHTS.join(", ")}), rowid LIMIT ?`;

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

/** The word index of a catalogue file. */
export class FullTextIndex {
  private readonly ranked;

  constructor(database: SqliteDatabase, _size: number) {
    this.ranked = database.prepare<[string, number], WordHit>(FULL_TEXT_QUERY);
  }

  /** Items with any of the words, best first. Each word is quoted: nothing of the text is query syntax. */
  search(text: string, limit: number): readonly WordHit[] {
    const words = tellingWords(text);
    if (words.length === 0 || limit < 1) return [];
    return this.ranked.all(anyOf(words), limit);
  }
}

function tellingWords(text: string): readonly string[] {
  const words = [...new Set(text.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? [])];
  const telling = words.filter((word) => !EMPTY_WORDS.has(word));
  return (telling.length > 0 ? telling : words).slice(0, MAX_WORDS);
}

function anyOf(words: readonly string[]): string {
  return words.map((word) => `"${word}"`).join(" OR ");
}
