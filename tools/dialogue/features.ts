import { products } from "../retrieval/item-vectors.ts";
import { type ItemTraits, textOf } from "./item-traits.ts";
import { addTogether, type MentionCounts } from "./mention-counts.ts";
import type { Said } from "./said.ts";
import type { SparseRow } from "./sparse-rows.ts";
import type { FindSpoken } from "./spoken-values.ts";
import type { TextMatches } from "./text-matches.ts";
import type { WordDirections } from "./word-directions.ts";

/**
 * What speaks for an item at a moment of a dialogue:
 * - `popular`: log of the dialogues that name it; `described`, `recent`: whether there is prose of it, and how new it is;
 * - `wanted`: how many of the kinds that were named it is of; `person`: whether somebody who was named has a part in it;
 * - `words`: how far it lies in the direction of the words that were said; `said`: how far its title and text have them;
 * - `together`: how often it is named together with the items that were named;
 * - `text`, `nearest`: likeness of its text to theirs, on average and to the nearest; `kinds`, `people`, `years`: likeness in these;
 * - `series`: whether it belongs to the series of one of them.
 */
export const FEATURES = [
  "popular",
  "described",
  "recent",
  "wanted",
  "person",
  "words",
  "said",
  "together",
  "text",
  "nearest",
  "kinds",
  "people",
  "years",
  "series",
] as const;
export type Feature = (typeof FEATURES)[number];

/** Each a column over the catalogue; good until the next call. */
export type DialogueFeatures = (said: readonly Said[]) => Readonly<Record<Feature, Float32Array>>;

export interface FeatureParts {
  readonly traits: ItemTraits;
  readonly spoken: FindSpoken;
  readonly likeness: TextLikeness;
  readonly counts: MentionCounts;
  readonly directions: WordDirections;
  readonly matches: TextMatches;
}

/** What an item that nobody named counts as. */
const UNNAMED = 0.3;
/** A scale for shares far below one, before the logarithm. */
const SHARE_SCALE = 30;
/** Years after which likeness in time has fallen to a third. */
const YEARS_APART = 8;

export function dialogueFeatures({
  traits,
  spoken,
  likeness,
  counts,
  directions,
  matches,
}: FeatureParts): DialogueFeatures {
  const { size } = traits;
  const popular = counts.dialogues.map((count) => Math.log(count + UNNAMED));
  const recent = recency(traits.years);
  const nothing = new Float32Array(size);
  return (said) => {
    const named = namedItems(said);
    const asked = spoken(said.map(({ text }) => text));
    const context = named.length === 0 ? undefined : likeNamed(named, { traits, likeness, counts });
    return {
      popular,
      described: traits.described,
      recent,
      wanted: wanted(traits, asked.values),
      person: withPeople(traits, asked.people),
      words: directions(said),
      said: matches(said),
      together: context?.together ?? nothing,
      text: context?.text ?? nothing,
      nearest: context?.nearest ?? nothing,
      kinds: context?.kinds ?? nothing,
      people: context?.people ?? nothing,
      years: context?.years ?? nothing,
      series: context?.series ?? nothing,
    };
  };
}

interface Named {
  readonly item: number;
  readonly weight: number;
}

/** What the recommender named was not chosen by the seeker; what was said long ago matters less. */
const RECOMMENDED = 0.7;
const FADING = 0.95;

function namedItems(said: readonly Said[]): Named[] {
  const weights = new Map<number, number>();
  for (const [place, { by, items }] of said.entries()) {
    const weight = (by === "seeker" ? 1 : RECOMMENDED) * FADING ** (said.length - 1 - place);
    for (const item of items) weights.set(item, Math.max(weights.get(item) ?? 0, weight));
  }
  return [...weights].map(([item, weight]) => ({ item, weight }));
}

type Context = Pick<
  Record<Feature, Float32Array>,
  "together" | "text" | "nearest" | "kinds" | "people" | "years" | "series"
>;

function likeNamed(
  named: readonly Named[],
  { traits, likeness, counts }: Pick<FeatureParts, "traits" | "likeness" | "counts">,
): Context {
  const { size, years } = traits;
  const total = named.reduce((sum, { weight }) => sum + weight, 0);
  const together = new Float32Array(size);
  const text = new Float32Array(size);
  const nearest = new Float32Array(size).fill(-1);
  const closeness = new Float32Array(size);
  const series = new Float32Array(size);
  for (const { item, weight } of named) {
    const share = weight / total;
    addTogether(counts, item, weight, together);
    const like = likeness(item);
    const year = years[item] ?? Number.NaN;
    for (let index = 0; index < size; index++) {
      const alike = like[index] ?? 0;
      text[index] = (text[index] ?? 0) + share * alike;
      if (alike > (nearest[index] ?? -1)) nearest[index] = alike;
      const apart = Math.abs((years[index] ?? Number.NaN) - year);
      if (!Number.isNaN(apart))
        closeness[index] = (closeness[index] ?? 0) + share * Math.exp(-apart / YEARS_APART);
    }
    for (const index of traits.series.get(traits.beginnings[item] ?? "") ?? []) series[index] = 1;
  }
  return {
    together: together.map(logShare),
    text,
    nearest,
    kinds: alikeIn(traits.values, traits.valueColumns.size, named, total),
    people: alikeIn(traits.people, traits.peopleColumns.size, named, total).map(logShare),
    years: closeness,
    series,
  };
}

function logShare(share: number): number {
  return Math.log1p(SHARE_SCALE * Math.max(0, share));
}

/** Inner product of each row with the mean of the named items' rows. */
function alikeIn(
  rows: readonly SparseRow[],
  columnCount: number,
  named: readonly Named[],
  total: number,
): Float32Array {
  const mean = new Float64Array(columnCount);
  for (const { item, weight } of named) {
    const { columns, values } = rows[item] ?? { columns: [], values: [] };
    for (const [cell, column] of columns.entries()) {
      mean[column] = (mean[column] ?? 0) + (weight / total) * (values[cell] ?? 0);
    }
  }
  return Float32Array.from(rows, ({ columns, values }) => {
    let sum = 0;
    for (let cell = 0; cell < columns.length; cell++)
      sum += (values[cell] ?? 0) * (mean[columns[cell] ?? 0] ?? 0);
    return sum;
  });
}

function wanted({ values, size }: ItemTraits, named: ReadonlySet<number>): Float32Array {
  if (named.size === 0) return new Float32Array(size);
  const scale = 1 / Math.sqrt(named.size);
  return Float32Array.from(values, ({ columns }) => {
    let count = 0;
    for (const column of columns) if (named.has(column)) count++;
    return scale * count;
  });
}

function withPeople({ partsOf, size }: ItemTraits, named: ReadonlySet<number>): Float32Array {
  const having = new Float32Array(size);
  for (const person of named) for (const index of partsOf[person] ?? []) having[index] = 1;
  return having;
}

/** Standard deviations from the mean year, the far past cut off; 0 where unknown. */
function recency(years: Float64Array): Float32Array {
  const known = years.filter((year) => !Number.isNaN(year));
  if (known.length === 0) return new Float32Array(years.length);
  const mean = known.reduce((sum, year) => sum + year, 0) / known.length;
  const spread = Math.sqrt(known.reduce((sum, year) => sum + (year - mean) ** 2, 0) / known.length) || 1;
  return Float32Array.from(years, (year) => (Number.isNaN(year) ? 0 : Math.max(-3, (year - mean) / spread)));
}

/** Cosines of every item's text with one item's: 0 where either has none. Not to be written to. */
export type TextLikeness = (item: number) => Float32Array;

/** So many numbers are remembered: a dialogue comes back to the same items turn after turn. */
const NUMBERS_KEPT = 20_000_000;

export function textLikeness(traits: ItemTraits): TextLikeness {
  const known = new Map<number, Float32Array>();
  const most = Math.max(1, Math.floor(NUMBERS_KEPT / Math.max(1, traits.size)));
  return (item) => {
    const found = known.get(item);
    if (found !== undefined) return found;
    const made = products(traits.vectors, textOf(traits, item)).map((value) =>
      Number.isNaN(value) ? 0 : value,
    );
    if (known.size >= most) known.clear();
    known.set(item, made);
    return made;
  };
}
