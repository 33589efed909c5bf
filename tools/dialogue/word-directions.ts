import { words } from "../language/words.ts";
import { type ItemTraits, textOf } from "./item-traits.ts";
import { solveRidge } from "./kernel-ridge.ts";
import { itemsIn, type Occasion, type Said } from "./said.ts";
import { type SparseRow, sparseRow, times, unitRow } from "./sparse-rows.ts";

/** What items are like, as numbers that words can point to: [size × width], row-major. */
export interface ItemProfiles {
  readonly rows: Float32Array;
  readonly width: number;
}

/** Leading dimensions of the text vectors that a profile holds. */
const TEXT_DIMENSIONS = 64;
const YEAR_BUMPS = 12;
/** Prose and year say less of an item than its kind does. */
const LESS = 0.7;

/** Kinds, the broad lines of the text, and the time: the latter as nearness to a dozen moments. */
export function itemProfiles(traits: ItemTraits): ItemProfiles {
  const kinds = traits.valueColumns.size;
  const text = Math.min(TEXT_DIMENSIONS, traits.vectors.dimensions);
  const known = traits.years.filter((year) => !Number.isNaN(year)).sort();
  const bumps = known.length === 0 ? 0 : YEAR_BUMPS;
  const [from, to] = [known[Math.floor(known.length / 50)] ?? 0, known.at(-1) ?? 0];
  const step = Math.max(1, (to - from) / (YEAR_BUMPS - 1));
  const width = kinds + text + bumps;
  const rows = new Float32Array(traits.size * width);
  for (let index = 0; index < traits.size; index++) {
    const at = index * width;
    const { columns, values } = traits.values[index] ?? NOTHING;
    for (const [cell, column] of columns.entries()) rows[at + column] = values[cell] ?? 0;
    for (const [k, value] of textOf(traits, index).subarray(0, text).entries())
      rows[at + kinds + k] = LESS * value;
    const year = traits.years[index] ?? Number.NaN;
    if (Number.isNaN(year)) continue;
    const near = Array.from({ length: bumps }, (_, k) => Math.exp(-(((year - from) / step - k) ** 2)));
    const length = Math.hypot(...near) || 1;
    for (const [k, value] of near.entries()) rows[at + kinds + text + k] = (LESS * value) / length;
  }
  return { rows, width };
}

const NOTHING = sparseRow([]);

/** For what has been said, how far each item lies in the direction that the words point to. */
export type WordDirections = (said: readonly Said[]) => Float32Array;

/** A word or pair that was said on fewer occasions says nothing. */
const FEWEST_OCCASIONS = 3;
const RIDGE = 1;

/**
 * Learns from recorded occasions which words come before which kinds of items: a ridge regression from words and pairs of words (TF-IDF, unit
 * length) to the profile of what was recommended next.
 */
export function learnDirections(occasions: readonly Occasion[], profiles: ItemProfiles): WordDirections {
  const { rows: profile, width } = profiles;
  const counted = occasions.map(({ before }) => termsOf(before));
  const vocabulary = vocabularyOf(counted);
  const rows = counted.map((terms) => weighed(terms, vocabulary));
  const aims = occasions.map(aimsOf);
  const targets = new Float64Array(occasions.length * width);
  for (const [row, items] of aims.entries()) {
    for (const item of items) {
      for (let k = 0; k < width; k++) {
        const at = row * width + k;
        targets[at] = (targets[at] ?? 0) + (profile[item * width + k] ?? 0) / items.length;
      }
    }
  }
  centre(targets, width);
  const columnCount = vocabulary.size;
  const weights = solveRidge({ rows, columnCount, targets, width, ridge: RIDGE });
  return (said) => along(profiles, times(weighed(termsOf(said), vocabulary), weights, width));
}

/** What is new, or all where nothing is. */
function aimsOf({ before, named }: Occasion): readonly number[] {
  const known = new Set(itemsIn(before));
  const fresh = named.filter((item) => !known.has(item));
  return fresh.length > 0 ? fresh : named;
}

function along({ rows, width }: ItemProfiles, direction: Float64Array): Float32Array {
  const product = new Float32Array(rows.length / width);
  for (let index = 0; index < product.length; index++) {
    let sum = 0;
    for (let k = 0; k < width; k++) sum += (rows[index * width + k] ?? 0) * (direction[k] ?? 0);
    product[index] = sum;
  }
  return product;
}

function centre(rows: Float64Array, width: number): void {
  const means = new Float64Array(width);
  const count = rows.length / width;
  for (let at = 0; at < rows.length; at++)
    means[at % width] = (means[at % width] ?? 0) + (rows[at] ?? 0) / count;
  for (let at = 0; at < rows.length; at++) rows[at] = (rows[at] ?? 0) - (means[at % width] ?? 0);
}

type Terms = ReadonlyMap<string, number>;
type Vocabulary = ReadonlyMap<string, { readonly column: number; readonly rarity: number }>;

function termsOf(said: readonly Said[]): Terms {
  const terms = new Map<string, number>();
  for (const { text } of said) {
    const list = words(text);
    for (const [place, word] of list.entries()) {
      const next = list[place + 1];
      terms.set(word, (terms.get(word) ?? 0) + 1);
      if (next !== undefined) terms.set(`${word} ${next}`, (terms.get(`${word} ${next}`) ?? 0) + 1);
    }
  }
  return terms;
}

function vocabularyOf(documents: readonly Terms[]): Vocabulary {
  const counts = new Map<string, number>();
  for (const terms of documents)
    for (const term of terms.keys()) counts.set(term, (counts.get(term) ?? 0) + 1);
  const kept = [...counts].filter(([, count]) => count >= FEWEST_OCCASIONS);
  return new Map(
    kept.map(([term, count], column) => [
      term,
      { column, rarity: Math.log((documents.length + 1) / (1 + count)) },
    ]),
  );
}

function weighed(terms: Terms, vocabulary: Vocabulary): SparseRow {
  const entries: [number, number][] = [];
  for (const [term, count] of terms) {
    const known = vocabulary.get(term);
    if (known !== undefined) entries.push([known.column, (1 + Math.log(count)) * known.rarity]);
  }
  return unitRow(sparseRow(entries));
}
