/** Title, people, tags and text: how much a word found there counts, in the order of the index's columns. */
const WEIGHTS = [10, 6, 3, 1] as const;

export const FULL_TEXT_TABLE = `
  CREATE VIRTUAL TABLE words USING fts5(
    title, people, tags, prose, content = '', tokenize = 'porter unicode61 remove_diacritics 2')`;

/** BM25 (Robertson & Zaragoza 2009) by column weight; FTS5 gives it negated, the best most negative. */
export const FULL_TEXT_QUERY = `
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

/** An FTS5 query that finds any of the words, each quoted: nothing of it is query syntax. Undefined for a text without words. */
export function matchQuery(text: string): string | undefined {
  const words = [...new Set(text.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? [])];
  const telling = words.filter((word) => !EMPTY_WORDS.has(word));
  const chosen = (telling.length > 0 ? telling : words).slice(0, MAX_WORDS);
  return chosen.length === 0 ? undefined : chosen.map((word) => `"${word}"`).join(" OR ");
}
