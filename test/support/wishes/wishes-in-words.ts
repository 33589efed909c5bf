import type { Catalogue } from "../../../memory/items/catalogue.ts";
import { type Random, seededRandom } from "../../../memory/random.ts";
import { compose } from "./composing.ts";
import { pickWeighted } from "./drawing.ts";
import { handwritten } from "./handwriting.ts";
import type { Part } from "./part.ts";
import { PART_TABLE } from "./part-table.ts";
import { type Vocabulary, vocabularyOf } from "./vocabulary.ts";
import { WISH_KINDS, type Wish, type WishedConstraint, type WordedWish } from "./wish.ts";

/** How many things a message asks for at once, and how often. */
const SIZES = [1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 5, 5] as const;

/**
 * Wishes for films of a catalogue, put into words as people type them, with what a human reader takes them to ask for. Every value
 * is in the catalogue, but nothing need meet a whole wish. The same seed gives the same wishes.
 *
 * An examination: nobody who works on what reads them should read how they are worded.
 */
export function wishesInWords(catalogue: Catalogue, count: number, seed: number): readonly WordedWish[] {
  const random = seededRandom(seed);
  const vocabulary = vocabularyOf(catalogue);
  const wishes: WordedWish[] = [];
  for (let attempt = 0; wishes.length < count && attempt < count * 20; attempt += 1) {
    const wish = wordedWish(vocabulary, random);
    if (wish !== undefined) wishes.push(wish);
  }
  if (wishes.length < count)
    throw new RangeError(`the catalogue has words for ${wishes.length} wishes, not ${count}`);
  return wishes;
}

function wordedWish(vocabulary: Vocabulary, random: Random): WordedWish | undefined {
  const parts = drawParts(vocabulary, random);
  // An order alone is no wish.
  if (parts.length === 0 || parts.every(({ kind }) => kind === "sort")) return undefined;
  const printed = compose(parts, random);
  if (printed === undefined) return undefined;
  const asks: Wish = Object.assign({}, ...parts.map((part) => part.asks));
  return {
    ...asks,
    constraints: parts.flatMap((part) => part.asks.constraints),
    said: handwritten(printed, random),
    kinds: parts.map(({ kind }) => kind),
  };
}

function drawParts(vocabulary: Vocabulary, random: Random): Part[] {
  const size = SIZES[Math.floor(random() * SIZES.length)] ?? 1;
  const parts: Part[] = [];
  const groups = new Set<string>();
  for (let attempt = 0; parts.length < size && attempt < 40; attempt += 1) {
    const row = PART_TABLE[pickWeighted(random, WISH_KINDS, (kind) => PART_TABLE[kind].weight)];
    if (row.groups.some((group) => groups.has(group))) continue;
    const part = row.make(vocabulary, random);
    if (part === undefined || parts.some((other) => contradict(part, other))) continue;
    parts.push(part);
    for (const group of row.groups) groups.add(group);
  }
  return parts;
}

/** Nobody wants and rules out the same, or names one person twice. */
function contradict(one: Part, other: Part): boolean {
  const values = new Set(one.asks.constraints.flatMap(valuesOf));
  return other.asks.constraints.flatMap(valuesOf).some((value) => values.has(value));
}

function valuesOf({ test, or = [] }: WishedConstraint): string[] {
  return [test, ...or.map((alternative) => alternative.test)].flatMap((each) =>
    "values" in each ? each.values : [],
  );
}
