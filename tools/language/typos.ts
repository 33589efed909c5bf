import { HashListsBuilder, hashOf, hashWithout } from "./hash-lists.ts";

/** Rows that every short comparison reuses: they hold nothing between calls. */
const ROOM = 96;
const ROWS: readonly [Uint16Array, Uint16Array, Uint16Array] = [
  new Uint16Array(ROOM),
  new Uint16Array(ROOM),
  new Uint16Array(ROOM),
];

/**
 * Restricted Damerau-Levenshtein distance (insert, delete, substitute, swap neighbours), or `most + 1` as soon as it
 * is certain to exceed `most`.
 */
export function editDistance(a: string, b: string, most: number): number {
  if (a === b) return 0;
  if (Math.abs(a.length - b.length) > most) return most + 1;
  const width = b.length + 1;
  let [beforeLast, last, row] =
    width <= ROOM ? ROWS : [new Uint16Array(width), new Uint16Array(width), new Uint16Array(width)];
  for (let column = 0; column < width; column++) last[column] = column;
  for (let i = 1; i <= a.length; i++) {
    row[0] = i;
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      const swapped =
        i > 1 &&
        j > 1 &&
        a.charCodeAt(i - 1) === b.charCodeAt(j - 2) &&
        a.charCodeAt(i - 2) === b.charCodeAt(j - 1);
      if (swapped) cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
      row[j] = cost;
      if (cost < least) least = cost;
    }
    if (least > most) return most + 1;
    [beforeLast, last, row] = [last, row, beforeLast];
  }
  return Math.min(last[b.length] ?? 0, most + 1);
}

/** How many slips of the finger a text of this many letters may hold and still count as the same. */
export function slipsAllowed(letters: number): number {
  if (letters < 4) return 0;
  if (letters < 9) return 1;
  if (letters < 16) return 2;
  return 3;
}

/** Finds the words within one or two edits of a misspelt one. */
export interface TypoIndex {
  /** Indexed words within `slipsAllowed`, nearest first; the word itself is among them if it is indexed. */
  near(word: string): readonly { readonly word: string; readonly distance: number }[];
}

/**
 * A symmetric-deletion index (Garbe's SymSpell): every word is filed under itself and under each of its one-letter deletions,
 * and so is every query, which finds all single edits and swaps, and a letter too many with one missing, in a few look-ups.
 */
export function createTypoIndex(words: Iterable<string>): TypoIndex {
  const known = [...new Set(words)];
  const builder = new HashListsBuilder();
  known.forEach((word, place) => {
    builder.add(hashOf(word), place);
    if (word.length >= 4) for (const key of deletions(word)) builder.add(key, place);
  });
  const filed = builder.finish();
  return {
    near(word) {
      const most = Math.min(2, slipsAllowed(word.length));
      const found = new Map<string, number>();
      const look = (key: number): void => {
        for (const place of filed.get(key)) {
          const other = known[place] ?? "";
          if (found.has(other)) continue;
          const distance = editDistance(word, other, most);
          if (distance <= most) found.set(other, distance);
        }
      };
      look(hashOf(word));
      if (most > 0) for (const key of deletions(word)) look(key);
      return [...found]
        .map(([other, distance]) => ({ word: other, distance }))
        .sort((a, b) => a.distance - b.distance || (a.word < b.word ? -1 : 1));
    },
  };
}

/** Hashes of the word without each of its letters; of a run of equal letters, without one of them. */
function* deletions(word: string): Iterable<number> {
  for (let left = 0; left < word.length; left++) {
    if (word.charCodeAt(left) !== word.charCodeAt(left + 1)) yield hashWithout(word, left);
  }
}
