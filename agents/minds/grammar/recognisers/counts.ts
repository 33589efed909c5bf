import { singular, type Token } from "../../../../tools/language/running-text.ts";
import { pauses } from "../pauses.ts";
import { numberAt } from "../quantities.ts";
import { type Reading, type Recogniser, type Span, wordAt } from "../span.ts";

const LEADING = /^(?:top|best|another|next|just|only)$/;
const RELATIVE = /^(?:i|ive|we|weve|that|which|is|was)$/;
const ASKING = /^(?:me|us|recommend|suggest|find|list|want|need|show|give|watch|see|read|try)$/;
const ENDING = /^(?:|please|of|results|suggestions|recommendations|options)$/;
const MORE = /^(?:more|other|others|new|different)$/;
/** "A few" is no number; "a few more" are some. */
const FEW: Readonly<Record<string, number>> = { couple: 2, pair: 2, handful: 5, dozen: 12 };
const MOST = 50;
/** What ends a number of things that stands behind them: "ten in all", "three will do", "6 of them". */
const IN_ALL =
  /^(?:in all|in total|altogether|will do|would do|is enough|are enough|of them|of those|of these|would be (?:fine|enough|great|nice|good))\b/;

/** How many to show: "top 3", "five films", "a couple", "3 more", "just one". */
export const counts: Recogniser = {
  name: "counts",
  find(reading) {
    const { tokens } = reading;
    const spans: Span[] = [];
    for (let at = 0; at < tokens.length; at++) {
      const top = topAt(reading, at);
      if (top !== undefined) {
        spans.push(top);
        at = top.to - 1;
        continue;
      }
      const told = toldAt(reading, at);
      if (told !== undefined) {
        spans.push(told);
        at = told.to - 1;
        continue;
      }
      const few = fewAt(reading, at);
      const number = few ?? numberAt(tokens, at);
      const instead = insteadAt(tokens, at);
      if (instead !== undefined) {
        spans.push(instead);
        at = instead.to - 1;
        continue;
      }
      if (number === undefined || !Number.isInteger(number.value) || number.value < 1 || number.value > MOST)
        continue;
      if (partOfSomething(reading, at, number.to)) continue;
      const more = MORE.test(wordAt(tokens, number.to)) && wordAt(tokens, number.to + 1) !== "than";
      if (!more && few === undefined && !isCount(reading, at, number.to, number.value === 1)) continue;
      const from = /^(?:top|a|another)$/.test(wordAt(tokens, at - 1)) ? at - 1 : at;
      spans.push({ from, to: number.to, weight: 4, meaning: { kind: "count", count: number.value, more } });
    }
    return spans;
  },
};

/** "ten in all", "three will do", "give me 15 of them", "half a dozen", "a single film". */
function toldAt({ tokens, lexicon }: Reading, at: number): Span | undefined {
  const make = (to: number, count: number): Span => ({
    from: at,
    to,
    weight: 9,
    meaning: { kind: "count", count, more: false },
  });
  const [word, next] = [wordAt(tokens, at), wordAt(tokens, at + 1)];
  if (word === "half" && next === "a" && wordAt(tokens, at + 2) === "dozen") {
    const ofThem = wordAt(tokens, at + 3) === "of" && /^(?:them|those|these)$/.test(wordAt(tokens, at + 4));
    return make(ofThem ? at + 5 : at + 3, 6);
  }
  if (word === "a" && next === "single") {
    const topic = lexicon.vocabulary.entries(`${next} ${wordAt(tokens, at + 2)}`).length > 0;
    return topic || kindAfter({ tokens, lexicon }, at + 2) !== "one" ? undefined : make(at + 2, 1);
  }
  const number = numberAt(tokens, at);
  if (number === undefined || number.value < 1 || number.value > MOST || !Number.isInteger(number.value))
    return undefined;
  if (/(?:[#$€£/]\s?|\.)$/.test(tokens[at]?.gap ?? "") || lexicon.units.has(wordAt(tokens, number.to)))
    return undefined;
  const following = tokens.slice(number.to, number.to + 3).map(({ norm }) => norm);
  const found = IN_ALL.exec(following.join(" "));
  if (found === null) return undefined;
  const ends = number.to + found[0].split(" ").length;
  const opens =
    at === 0 ||
    /[.,;:!?–—-]/.test(tokens[at]?.gap ?? "") ||
    ASKING.test(wordAt(tokens, at - 1)) ||
    LEADING.test(wordAt(tokens, at - 1)) ||
    /^(?:like|have|of)$/.test(wordAt(tokens, at - 1)) ||
    lexicon.nouns.has(wordAt(tokens, at - 1));
  return opens ? make(ends, number.value) : undefined;
}

/** "only the top three", "just the first two", "ten of them": so many of what is there. */
function topAt({ tokens, lexicon }: Reading, at: number): Span | undefined {
  const only = /^(?:only|just)$/.test(wordAt(tokens, at)) && wordAt(tokens, at + 1) === "the";
  const start = only ? at + 3 : at;
  const number = numberAt(tokens, start);
  if (number === undefined || number.value < 1 || number.value > MOST) return undefined;
  if (only && /^(?:top|first|best)$/.test(wordAt(tokens, at + 2))) {
    return {
      from: at,
      to: number.to,
      weight: 9,
      meaning: { kind: "count", count: number.value, more: false },
    };
  }
  const opens =
    at === 0 ||
    /^(?:me|us|show|give|list|want|need|just|only|see|have|ok|okay|and)$/.test(wordAt(tokens, at - 1));
  const ofThem =
    wordAt(tokens, number.to) === "of" && /^(?:them|these|those)$/.test(wordAt(tokens, number.to + 1));
  if (opens && ofThem && !only)
    return {
      from: at,
      to: number.to + 2,
      weight: 9,
      meaning: { kind: "count", count: number.value, more: false },
    };
  // "the three shortest thrillers"
  const ordered = lexicon.superlatives.at(tokens, number.to) !== undefined;
  if (!ordered || only) return undefined;
  return { from: at, to: number.to, weight: 7, meaning: { kind: "count", count: number.value, more: false } };
}

/** "make that 3", "3 instead of 5". */
function insteadAt(tokens: readonly Token[], at: number): Span | undefined {
  const number = numberAt(tokens, at);
  if (number === undefined || number.value < 1 || number.value > MOST) return undefined;
  const of = wordAt(tokens, number.to) === "instead" && wordAt(tokens, number.to + 1) === "of";
  const other = of ? numberAt(tokens, number.to + 2) : undefined;
  const made = wordAt(tokens, at - 2) === "make" && /^(?:that|it)$/.test(wordAt(tokens, at - 1));
  const last = number.to === tokens.length || /^(?:please|instead)$/.test(wordAt(tokens, number.to));
  if (other === undefined && !(made && last)) return undefined;
  const [from, to] = [made ? at - 2 : at, other?.to ?? number.to];
  return { from, to, weight: 9, meaning: { kind: "count", count: number.value, more: false } };
}

/** Whether a number counts what follows: "seven obscure films" are many, "one sci-fi mystery" is one. */
function kindAfter(
  { tokens, lexicon }: Pick<Reading, "tokens" | "lexicon">,
  at: number,
): "one" | "many" | undefined {
  for (let next = at; next < Math.min(tokens.length, at + 6); next++) {
    if (pauses(tokens, next)) return undefined;
    const word = wordAt(tokens, next);
    const kind = lexicon.vocabulary.entries(word).some(({ open, person }) => !open && !person);
    const after = pauses(tokens, next + 1) ? "" : wordAt(tokens, next + 1);
    // "seven film noirs"
    if (
      lexicon.nouns.has(word) &&
      lexicon.vocabulary.entries(`${word} ${after}`).some(({ person }) => !person)
    )
      return singular(after) === after ? "one" : "many";
    const goesOn =
      lexicon.nouns.has(after) ||
      lexicon.vocabulary.entries(after).some(({ open, person }) => !open && !person);
    if (lexicon.nouns.has(word) || (kind && !goesOn && after !== "or" && after !== "and"))
      return singular(word) === word ? "one" : "many";
    if (STOPS.test(word)) return undefined;
  }
  return undefined;
}

/** Whether several of something are counted from a word on. */
export function countsKind(words: Pick<Reading, "tokens" | "lexicon">, at: number): boolean {
  return kindAfter(words, at) === "many";
}

const STOPS =
  /^(?:from|by|with|in|about|that|which|who|of|like|for|to|is|are|was|hours?|minutes?|mins?|years?|stars?|points?|pages?|percent|more|times?)$/;

/** "a couple", "a handful", "dozen". */
function fewAt({ tokens }: Reading, at: number): { to: number; value: number } | undefined {
  const value = FEW[wordAt(tokens, at)];
  const before = wordAt(tokens, at - 1);
  if (
    wordAt(tokens, at) === "dozen" &&
    /^of (?:them|these|those)$/.test(`${wordAt(tokens, at + 1)} ${wordAt(tokens, at + 2)}`)
  )
    return { to: at + 3, value: 12 };
  if (wordAt(tokens, at) === "few")
    return /^(?:another|next)$/.test(before) ? { to: at + 1, value: 3 } : undefined;
  const led = wordAt(tokens, at) === "dozen" || /^(?:a|another|next)$/.test(before);
  return value === undefined || !led ? undefined : { to: at + 1, value };
}

/** "#2", "$20", "7/10", "number 3", "the last 2" are no counts. */
function partOfSomething({ tokens, situation }: Reading, at: number, to: number): boolean {
  if (/(?:[#$€£/]\s?|\.)$/.test(tokens[at]?.gap ?? "") || /^\//.test(tokens[to]?.gap ?? "")) return true;
  return situation.shortlist.shown > 0 && /^(?:first|last|number|no)$/.test(wordAt(tokens, at - 1));
}

function isCount({ tokens, lexicon }: Reading, at: number, to: number, single: boolean): boolean {
  const before = wordAt(tokens, at - 1);
  const following = tokens.slice(to, to + 5).map((token) => token.norm);
  const next = lexicon.nouns.has(following[0] ?? "");
  // "another one I liked is Splash" counts nothing
  if (single && before === "another" && RELATIVE.test(following[0] ?? "")) return false;
  if (next || LEADING.test(before)) return true;
  const ends = ENDING.test(following[0] ?? "");
  const kind = kindAfter({ tokens, lexicon }, to);
  if (single)
    return (
      (before === "me" && ends) || (kind === "one" && !/^(?:the|that|this|which|no|any|every)$/.test(before))
    );
  if (kind !== undefined && !/^(?:the|first|last)$/.test(before)) return true;
  const any = following.some((word) => lexicon.nouns.has(word) || (word.endsWith("s") && word.length > 4));
  // "train cases then, three"
  if (before !== "" && /,/.test(tokens[at]?.gap ?? "") && (following[0] ?? "") === "") return true;
  const opens = at === 0 || /[.!?;,]/.test(tokens[at]?.gap ?? "");
  const attached = /^(?:from|by|with|of|in|about)$/.test(following[0] ?? "");
  return (ASKING.test(before) && (any || ends)) || (at === 0 && any) || (opens && attached);
}
