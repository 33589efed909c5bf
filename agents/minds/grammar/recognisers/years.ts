import type { Token } from "../../../../tools/language/running-text.ts";
import { editDistance } from "../../../../tools/language/typos.ts";
import { boundAfter, boundBefore } from "../bounds.ts";
import { numberAt } from "../quantities.ts";
import { type Reading, type Recogniser, type Span, wordAt } from "../span.ts";

/** Some years in words `from` to `to`. */
interface Period {
  readonly from: number;
  readonly to: number;
  readonly first: number;
  readonly last: number;
}

const DECADES: readonly string[] =
  "twenties thirties forties fifties sixties seventies eighties nineties".split(" ");
const PARTS: Readonly<Record<string, readonly [number, number]>> = {
  ...{ early: [0, 3], mid: [3, 6], middle: [3, 6], late: [6, 9] },
};
const JOINERS = new Set(["and", "to", "until", "till", "through", "thru"]);

/** Years, decades, centuries and spans of them, for the catalogue's year facet. */
export const years: Recogniser = {
  name: "years",
  find(reading) {
    const facet = reading.lexicon.yearFacet;
    if (facet === undefined) return [];
    const spans: Span[] = [];
    let end = 0;
    for (let at = 0; at < reading.tokens.length; at++) {
      const since = at < end ? undefined : lately(reading, at, facet);
      if (since !== undefined) {
        spans.push(since);
        end = since.to;
        continue;
      }
      const period = at < end ? undefined : periodAt(reading, at);
      if (period === undefined) continue;
      const span = bounded(reading, period, facet);
      if (span === undefined) continue;
      spans.push(span);
      end = span.to;
    }
    return spans;
  },
};

/** "this year", "last year", "the last ten years", "the past decade", counted from the day of the talk. */
function lately({ tokens, situation }: Reading, at: number, facet: string): Span | undefined {
  const start = wordAt(tokens, at) === "the" ? at + 1 : at;
  const this_ = wordAt(tokens, start) === "this";
  if (!this_ && !/^(?:last|past)$/.test(wordAt(tokens, start))) return undefined;
  const today = new Date(situation.now).getUTCFullYear();
  const make = (to: number, min: number, max?: number): Span => ({
    from: at,
    to,
    weight: 9,
    meaning: { kind: "range", facet, min, ...(max === undefined ? {} : { max }) },
  });
  if (wordAt(tokens, start + 1) === "year")
    return this_ ? make(start + 2, today) : make(start + 2, today - 1, today - 1);
  if (this_)
    return wordAt(tokens, start + 1) === "decade" ? make(start + 2, today - (today % 10)) : undefined;
  if (wordAt(tokens, start + 1) === "decade") return make(start + 2, today - 10);
  const few = /^(?:few|couple)$/.test(wordAt(tokens, start + 1));
  const number = few
    ? { to: start + (wordAt(tokens, start + 2) === "of" ? 3 : 2), value: 3 }
    : numberAt(tokens, start + 1);
  if (number === undefined || wordAt(tokens, number.to) !== "years") return undefined;
  return make(number.to + 1, today - number.value);
}

function bounded({ tokens, catalogue, lexicon }: Reading, period: Period, facet: string): Span | undefined {
  const before = spokenOf(tokens, boundBefore(tokens, period.from));
  const from = before?.start ?? period.from;
  const isYear = period.first === period.last;
  const between =
    wordAt(tokens, period.from - 1) === "between" || before?.side === "from" || before === undefined;
  const second = between ? secondPeriod({ tokens, catalogue, lexicon }, period.to) : undefined;
  if (second !== undefined && second.last >= period.first) {
    const start = wordAt(tokens, period.from - 1) === "between" ? period.from - 1 : from;
    return {
      from: start,
      to: second.to,
      weight: 9,
      meaning: { kind: "range", facet, min: period.first, max: second.last },
    };
  }
  const make = (to: number, min: number | undefined, max: number | undefined): Span => ({
    from,
    to,
    weight: 8,
    meaning: {
      kind: "range",
      facet,
      ...(min === undefined ? {} : { min }),
      ...(max === undefined ? {} : { max }),
    },
  });
  if (before?.side === "most")
    return make(period.to, undefined, before.strict ? period.first - 1 : period.last);
  if (before?.side === "least")
    return make(period.to, before.strict ? period.last + 1 : period.first, undefined);
  const after = boundAfter(tokens, period.to);
  if (after?.side === "most") return make(after.end, undefined, period.last);
  if (after?.side === "least") return make(after.end, period.first, undefined);
  // "some 1986 films" are of that very year.
  const loosely =
    before?.side === "about" &&
    /^(?:about|around|roughly|approximately|circa|ca)$/.test(wordAt(tokens, period.from - 1));
  if ((loosely || after?.side === "about") && isYear) {
    return make(after?.end ?? period.to, period.first - 2, period.last + 2);
  }
  return make(period.to, period.first, period.last);
}

/** "how about the 80s": no bound but a proposal. */
function spokenOf(
  tokens: readonly Token[],
  bound: ReturnType<typeof boundBefore>,
): ReturnType<typeof boundBefore> {
  // "I'm after 1930s adventures"
  const sought =
    bound !== undefined &&
    wordAt(tokens, bound.start) === "after" &&
    /^(?:im|am|are|were|is|be)$/.test(wordAt(tokens, bound.start - 1));
  if (sought) return undefined;
  const proposed = bound?.side === "about" && /^(?:how|what)$/.test(wordAt(tokens, bound.start - 1));
  return proposed ? undefined : bound;
}

type Words = Pick<Reading, "tokens" | "catalogue" | "lexicon">;

/** "… and 1985", "… -1985", "… to the 80s". */
function secondPeriod(words: Words, at: number): Period | undefined {
  const { tokens } = words;
  const dash = /^\s*[-–—]\s*$/.test(tokens[at]?.gap ?? "");
  if (dash) return periodAt(words, at);
  if (!JOINERS.has(wordAt(tokens, at))) return undefined;
  const opened = tokens.slice(0, at).some((token) => token.norm === "between");
  if (wordAt(tokens, at) === "and" && !opened) return undefined;
  return periodAt(words, at + 1);
}

function periodAt(words: Words, at: number): Period | undefined {
  const { tokens } = words;
  let start = at;
  if (wordAt(tokens, start) === "the") start += 1;
  const part = PARTS[wordAt(tokens, start)];
  const between = part === undefined ? start : skip(tokens, start + 1, ["of", "the", "to"]);
  const decade = decadeAt(words, between);
  if (decade !== undefined) {
    const [low, high] = part ?? [0, 9];
    return { from: at, to: between + 1, first: decade + low, last: decade + high };
  }
  if (part !== undefined) return undefined;
  return centuryAt(tokens, at, start) ?? yearAt(tokens, at);
}

function skip(tokens: readonly Token[], at: number, words: readonly string[]): number {
  return words.includes(wordAt(tokens, at)) ? skip(tokens, at + 1, words) : at;
}

function decadeAt({ tokens, catalogue, lexicon }: Words, at: number): number | undefined {
  const word = wordAt(tokens, at);
  const long = /^(1[89]|20)(\d)0s$/.exec(word);
  if (long !== null) return Number(long[1]) * 100 + Number(long[2]) * 10;
  const short = /^(\d)0s$/.exec(word);
  const tens = short === null ? decadeNamed(word) + 2 : Number(short[1]);
  if (short === null && tens < 2) return undefined;
  const count = (decade: number): number => {
    const column = lexicon.yearFacet === undefined ? [] : catalogue.column(lexicon.yearFacet);
    let number = 0;
    for (const year of column) if (year >= decade && year < decade + 10) number += 1;
    return number;
  };
  const [early, late] = [1900 + tens * 10, 2000 + tens * 10];
  // "the twenties" were a hundred years ago, "the 20s" may be now.
  const now = short === null ? count(early) === 0 : count(late) > count(early);
  return tens < 4 && now && count(late) > 0 ? late : early;
}

/** Its place among the decades' names, one slip of the finger allowed ("ninties"); -1: it is none. */
function decadeNamed(word: string): number {
  const exact = DECADES.indexOf(word);
  if (exact >= 0 || word.length < 6 || !word.endsWith("s")) return exact;
  return DECADES.findIndex((decade) => editDistance(word, decade, 1) <= 1);
}

const CENTURIES: readonly string[] = "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(
  " ",
);

function centuryAt(tokens: readonly Token[], from: number, at: number): Period | undefined {
  if (!/^centur(?:y|ies)$/.test(wordAt(tokens, at + 1))) return undefined;
  const named = /^(\d\d)(?:st|nd|rd|th)$/.exec(wordAt(tokens, at));
  const word = wordAt(tokens, at);
  const spelled = CENTURIES.indexOf(word);
  const century =
    named !== null
      ? Number(named[1])
      : spelled >= 0
        ? spelled + 15
        : word === "last"
          ? 20
          : word === "this"
            ? 21
            : undefined;
  if (century === undefined) return undefined;
  return { from, to: at + 2, first: (century - 1) * 100, last: century * 100 - 1 };
}

function yearAt(tokens: readonly Token[], at: number): Period | undefined {
  const token = tokens[at];
  // "'94"
  if (token !== undefined && /^\d\d$/.test(token.text) && /['’‘]$/.test(token.gap)) {
    const year = (Number(token.text) < 30 ? 2000 : 1900) + Number(token.text);
    return { from: at, to: at + 1, first: year, last: year };
  }
  if (
    token === undefined ||
    !/^(?:18[89]\d|19\d\d|20[0-3]\d)$/.test(token.norm) ||
    /[#$€£]\s?$/.test(token.gap)
  )
    return undefined;
  const year = Number(token.norm);
  return { from: at, to: at + 1, first: year, last: year };
}
