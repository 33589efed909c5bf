import type { Random } from "../../../memory/random.ts";
import { isClause, type Worded } from "./after-phrases.ts";
import { pick, pickWeighted, shuffled } from "./drawing.ts";
import type { Grammar, Phrase } from "./noun-phrase.ts";
import type { Part, Place } from "./part.ts";

/** The words of a message, each in its place. */
export interface Placed {
  readonly phrase: Phrase;
  readonly asides: readonly string[];
  readonly sentences: readonly string[];
}

/** How much of a message stands where. A weight of 0 closes a place. */
export type Weights = Readonly<Record<Place | "head", number>>;

const ROOM: Readonly<Record<Place | "head", number>> = {
  determiner: 1,
  head: 1,
  before: 2,
  after: 3,
  aside: 2,
  sentence: 3,
};

/** Puts every part somewhere; undefined where there is no room for one. */
export function place(parts: readonly Part[], weights: Weights, random: Random): Placed | undefined {
  const grammar = grammarOf(parts, random);
  const words: Record<Place, Worded[]> = {
    determiner: [],
    before: [],
    after: [],
    aside: [],
    sentence: [],
  };
  let head: Part | undefined;
  for (const part of shuffled(random, parts)) {
    const places = PLACES.filter(
      (where) =>
        weights[where] > 0 &&
        (where === "head"
          ? head === undefined && canHead(part, grammar)
          : hasRoom(words, part, where, grammar)),
    );
    if (places.length === 0) return undefined;
    const where = pickWeighted(random, places, (option) => weights[option]);
    if (where === "head") head = part;
    else words[where].push({ kind: part.kind, text: pick(random, fitting(words, part, where)) });
  }
  return {
    phrase: {
      grammar,
      determiner: words.determiner[0]?.text,
      before: words.before,
      head,
      after: words.after,
    },
    asides: inOrder(words.aside.map(({ text }) => text)),
    sentences: words.sentence.map(({ text }) => text),
  };
}

const PLACES = ["determiner", "head", "before", "after", "aside", "sentence"] as const;

/** Several films where a number or an order is asked for. */
function grammarOf(parts: readonly Part[], random: Random): Grammar {
  const wanted = parts.find(({ kind }) => kind === "count")?.asks.count;
  if (wanted === 1) return "one";
  if (wanted !== undefined || parts.some(({ kind }) => kind === "sort")) return "many";
  return pick(random, [
    "one",
    "one",
    "one",
    "many",
    "many",
    "many",
    "many",
    "something",
    "something",
  ] as const);
}

function canHead(part: Part, grammar: Grammar): boolean {
  return part.heads !== undefined && grammar !== "something";
}

type Words = Readonly<Record<Place, readonly { readonly text: string }[]>>;

function hasRoom(words: Words, part: Part, where: Place, grammar: Grammar): boolean {
  if (where === "before" && grammar === "something") return false;
  return words[where].length < ROOM[where] && fitting(words, part, where).length > 0;
}

/** Words that leave those already placed as clear as they were: one clause, one thing ruled out behind a comma. */
function fitting(words: Words, part: Part, where: Place): readonly string[] {
  const texts = part.words[where] ?? [];
  const placed = words[where].map(({ text }) => text);
  if (where === "after" && placed.some(isClause)) return texts.filter((text) => !isClause(text));
  if (where === "aside" && placed.some(rulesOut)) return texts.filter((text) => !rulesOut(text));
  return texts;
}

function rulesOut(aside: string): boolean {
  return /^((but|just) )?(no|not|nothing|neither|without|anything but)\b|^as long as/.test(aside);
}

/** What is asked for comes before what is ruled out, and that before the order of the answer. */
function inOrder(asides: readonly string[]): string[] {
  const rank = (aside: string): number =>
    rulesOut(aside) ? 1 : /first|sorted|starting|top$/.test(aside) ? 2 : 0;
  return [...asides].sort((a, b) => rank(a) - rank(b));
}
