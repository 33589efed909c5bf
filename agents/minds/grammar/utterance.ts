import { stripVTControlCharacters } from "node:util";
import type { ItemId } from "../../../memory/ids.ts";
import { shownItems } from "../../../memory/items/shortlist.ts";
import { normaliseWord, singular, type Token, tokenise } from "../../../tools/language/running-text.ts";
import type { TitleMention } from "../../../tools/language/title-linker.ts";
import type { Meaning } from "./meaning.ts";
import { stops, withoutAbbreviations } from "./pauses.ts";
import { type Stances, stancesOf } from "./polarity.ts";
import type { Reading } from "./span.ts";
import { spansOf } from "./spans.ts";
import type { Stanced } from "./stance-scope.ts";
import { writtenOut } from "./words/shorthand.ts";

/** Longer texts are read up to here. */
const READ = 1200;

/**
 * A sentence with every recognised span replaced by its kind: "who directed ITEM". Patterns of acts are written against it.
 * Words are normalised; commas stand alone; the catalogue's words for its items are "one" and "ones", whatever they are.
 */
export interface Sentence {
  readonly from: number;
  readonly to: number;
  readonly pattern: string;
  /** Token index at an offset of `pattern`. */
  tokenAt(offset: number): number;
}

/** One text, read: words, spans with stances, sentences. */
export interface Utterance extends Reading {
  readonly spans: readonly Stanced[];
  readonly stances: Stances;
  readonly sentences: readonly Sentence[];
  readonly shown: readonly ItemId[];
  /** Whether the text asks (it ends in a question mark). */
  readonly asks: boolean;
}

/** Control characters are blanks, but for line breaks, which end sentences; the rest of an endless text is left unread. */
export function cleaned(text: string): string {
  return stripVTControlCharacters(text.slice(0, READ * 4))
    .replace(/(?:(?!\n)[\p{Cc}\p{Cf}])+/gu, " ")
    .slice(0, READ);
}

export function readUtterance(world: Omit<Reading, "text" | "tokens" | "mentions">): Utterance {
  const text = cleaned(world.situation.text);
  const mentions = world.titles.link(text);
  const tokens = withoutSigns(withoutAbbreviations(writtenOut(tokenise(text))), mentions);
  const reading: Reading = { ...world, text, tokens, mentions };
  const stances = stancesOf(
    tokens,
    spansOf(reading),
    normaliseWord(world.catalogue.noun.past),
    world.lexicon.nouns,
  );
  const sentences = sentencesOf(tokens, stances.spans, world.lexicon.nouns);
  return {
    ...reading,
    spans: stances.spans,
    stances,
    sentences,
    shown: shownItems(world.situation.shortlist),
    asks: /\?\s*$/.test(text),
  };
}

/** The exclamation mark of "Airplane!" ends no sentence. */
function withoutSigns(tokens: readonly Token[], mentions: readonly TitleMention[]): Token[] {
  return tokens.map((token, at) => {
    const end = tokens[at - 1]?.end ?? 0;
    const sign = mentions.find(
      (mention) => mention.end > end && mention.end <= token.start && mention.start < end,
    );
    return sign === undefined ? token : { ...token, gap: token.gap.slice(sign.end - end) };
  });
}

const NAMES: Readonly<Record<Meaning["kind"], string>> = {
  item: "ITEM",
  values: "VALUE",
  range: "RANGE",
  comparative: "COMPARATIVE",
  level: "LEVEL",
  count: "COUNT",
  rating: "RATING",
  renown: "RENOWN",
  sort: "SORT",
  loosen: "LOOSEN",
};

/** A word as patterns have it: "film" is "one", "films" are "ones". */
export function spokenWord(word: string, nouns: ReadonlySet<string>): string {
  if (!nouns.has(word)) return word;
  return singular(word) === word ? "one" : "ones";
}

function sentencesOf(
  tokens: readonly Token[],
  spans: readonly Stanced[],
  nouns: ReadonlySet<string>,
): Sentence[] {
  const sentences: Sentence[] = [];
  let from = 0;
  for (let at = 1; at <= tokens.length; at++) {
    const inside = spans.some(({ span }) => span.from < at && at < span.to);
    if (at < tokens.length && (inside || !stops(tokens, at))) continue;
    sentences.push(sentenceOf(tokens, spans, nouns, from, at));
    from = at;
  }
  return sentences;
}

function sentenceOf(
  tokens: readonly Token[],
  spans: readonly Stanced[],
  nouns: ReadonlySet<string>,
  from: number,
  to: number,
): Sentence {
  const starts: number[] = [];
  const places: number[] = [];
  let pattern = "";
  const append = (word: string, token: number): void => {
    if (pattern !== "") pattern += " ";
    starts.push(pattern.length);
    places.push(token);
    pattern += word;
  };
  for (let at = from; at < to; ) {
    if (at > from && /[,:–—]/.test(tokens[at]?.gap ?? "")) append(",", at);
    const covering = spans.find(({ span }) => span.from === at);
    const word = spokenWord(tokens[at]?.norm ?? "", nouns);
    append(covering === undefined ? word : NAMES[covering.span.meaning.kind], at);
    at = covering?.span.to ?? at + 1;
  }
  return {
    from,
    to,
    pattern,
    tokenAt: (offset) => {
      const place = starts.findLastIndex((start) => start <= offset);
      return offset >= pattern.length ? to : (places[place] ?? from);
    },
  };
}
