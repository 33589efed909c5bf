import type { Token } from "../../../../tools/language/running-text.ts";
import { pauses } from "../pauses.ts";
import { numberAt } from "../quantities.ts";
import { wordAt } from "../span.ts";
import { DUE, DUE_IN_QUESTION, LOOSELY_DUE } from "../words/before-titles.ts";
import { VERDICTS_AFTER } from "../words/cues.ts";

const QUESTION =
  /^(?:who|whos|what|whats|when|where|how|is|was|are|does|did|why|which|would|should|could|will|compare)$/;
/** Verbs after which the small vocabularies ("horror", "westerns") are as likely as a title. */
const TASTE = new Set(
  "like liked love loved hate hated enjoy enjoyed adore adored disliked prefer preferred favourite favorite".split(
    " ",
  ),
);

/** "my favourite is …", "another suggestion would be …". */
const NAMING = /^(?:favou?rites?|one|ones|suggestion|recommendation|choice|pick|option|that|classic|more)$/;

function isNaming(word: string, nouns: ReadonlySet<string>): boolean {
  return NAMING.test(word) || nouns.has(word);
}

/** Whether the words before ask for a title; `strictly` when the words are also a value people have tastes about. */
export function dueAt(
  tokens: readonly Token[],
  from: number,
  strictly: boolean,
  nouns: ReadonlySet<string>,
): boolean {
  let at = from - 1;
  while (
    at > 0 &&
    (/^(?:the|a|really|also|just|only|of)$/.test(wordAt(tokens, at)) || nouns.has(wordAt(tokens, at)))
  ) {
    if (wordAt(tokens, at) === "a" || (wordAt(tokens, at) === "of" && wordAt(tokens, at - 1) !== "think"))
      break;
    at -= 1;
  }
  const word = wordAt(tokens, at);
  // "PG-rated romance" rates nothing.
  const rated = word === "rated" && at > 0 && !/^(?:i|ive|we|you)$/.test(wordAt(tokens, at - 1));
  if (strictly) return (DUE.has(word) && !TASTE.has(word) && !rated) || comparesWith(tokens, at);
  if (DUE.has(word) || LOOSELY_DUE.has(word)) return true;
  if (
    ["to", "of"].includes(word) &&
    ["similar", "close", "closer", "vein", "style", "lines", "direction", "fan", "reminiscent"].includes(
      wordAt(tokens, at - 1),
    )
  )
    return true;
  if (word === "for" && ["star", "stars"].includes(wordAt(tokens, at - 1))) return true;
  if (word === "about" && /^(?:me|us|more|know|feel|info|details)$/.test(wordAt(tokens, at - 1))) return true;
  const earlier = wordAt(tokens, at - 1);
  if (word === "about" && /^(?:how|what)$/.test(earlier)) return true;
  if (word === "as" && earlier === "such") return true;
  if (/^(?:is|be|was)$/.test(word) && isNaming(earlier === "would" ? wordAt(tokens, at - 2) : earlier, nouns))
    return true;
  if (/^(?:got|have|carry)$/.test(word) && earlier === "you") return true;
  if (word === "out" && /^(?:check|checked|checking)$/.test(wordAt(tokens, at - 1))) return true;
  if (word === "you" && /^(?:recommend|suggest)$/.test(wordAt(tokens, at - 1))) return true;
  if (word === "with" && tokens.slice(0, at).some((token) => token.norm === "compare")) return true;
  const start = sentenceStart(tokens, from);
  const asks =
    QUESTION.test(wordAt(tokens, start)) ||
    (wordAt(tokens, start) === "and" && QUESTION.test(wordAt(tokens, start + 1)));
  return asks && DUE_IN_QUESTION.has(word);
}

/** Before "like" as a verb stands who likes; before "like" as in "something like Alien" stands no such word. */
const WHO_LIKES = new Set(
  "i we you they he she who people really do dont don't did didnt also always still would id i'd d".split(
    " ",
  ),
);

/** "like" as a comparison: what follows is an example, even where its name is a value as well ("Alien", the series). */
function comparesWith(tokens: readonly Token[], at: number): boolean {
  return wordAt(tokens, at) === "like" && !WHO_LIKES.has(wordAt(tokens, at - 1));
}

function sentenceStart(tokens: readonly Token[], at: number): number {
  let start = at;
  while (start > 0 && !/[.!?;,]/.test(tokens[start]?.gap ?? "")) start -= 1;
  return start;
}

/** "heat was boring", "alien is one of my favourites": only a title is judged so at the start of a clause. */
export function judged(tokens: readonly Token[], from: number, to: number): boolean {
  const opens =
    from === 0 || pauses(tokens, from) || /^(?:but|and|the|think)$/.test(wordAt(tokens, from - 1));
  // "Arrival blew me away"
  const verdict = opens && !pauses(tokens, to) ? VERDICTS_AFTER.at(tokens, to) : undefined;
  if (verdict !== undefined && verdict.to > to + 1 && /^(?:love|hate)$/.test(verdict.meaning)) return true;
  if (!opens || pauses(tokens, to) || !/^(?:is|was|were)$/.test(wordAt(tokens, to))) return false;
  const at = /^(?:a|an|so|really|very|pretty|just|such|absolutely)$/.test(wordAt(tokens, to + 1))
    ? to + 2
    : to + 1;
  return wordAt(tokens, at) === "one" || VERDICTS_AFTER.at(tokens, at) !== undefined;
}

/** "fargo vs psycho". */
export function followedByVerdict(tokens: readonly Token[], to: number): boolean {
  return /^(?:is|was|were|vs|versus|but|deserves|gets)$/.test(wordAt(tokens, to)) && !pauses(tokens, to);
}

/** "fargo 4/5", "8 out of 10 for fargo", "give heat 3 stars": a mark stands beside what it is given to. */
export function ratedBeside(tokens: readonly Token[], from: number, to: number): boolean {
  const skipped = /^(?:a|an|gets|deserves)$/.test(wordAt(tokens, to)) ? to + 1 : to;
  if (isMark(tokens, skipped)) return true;
  const given = /^(?:give|gave|rate|rated)$/.test(wordAt(tokens, from - 1));
  if (given && numberAt(tokens, skipped) !== undefined) return true;
  if (!/^(?:for|to)$/.test(wordAt(tokens, from - 1))) return false;
  return [1, 2, 3, 4, 5].some((back) => {
    const start = from - 1 - back;
    return start >= 0 && markEnd(tokens, start) === from - 1;
  });
}

function isMark(tokens: readonly Token[], at: number): boolean {
  return markEnd(tokens, at) !== undefined;
}

/** The end of "4 stars", "7/10" or "8 out of 10" that begins at a word. */
function markEnd(tokens: readonly Token[], at: number): number | undefined {
  const number = numberAt(tokens, at);
  if (number === undefined) return undefined;
  if (/^(?:stars?|points?)$/.test(wordAt(tokens, number.to))) return number.to + 1;
  if (/^\s*\/\s*$/.test(tokens[number.to]?.gap ?? "")) return numberAt(tokens, number.to)?.to;
  if (wordAt(tokens, number.to) !== "out" || wordAt(tokens, number.to + 1) !== "of") return undefined;
  return numberAt(tokens, number.to + 2)?.to;
}

/** "Terminator 3" is not The Terminator; "Heat 4 stars" and "Heat, 3 of them" are about Heat. */
export function isNumbered(tokens: readonly Token[], to: number): boolean {
  if (!/^ $/.test(tokens[to]?.gap ?? "") || !/^(?:[2-9]|i{2,3}|iv|v|vi)$/.test(wordAt(tokens, to)))
    return false;
  const next = wordAt(tokens, to + 1);
  const counted = /^(?:stars?|points?|out|times?|of|more|others?|ones?|hours?|h|min|minutes)$/.test(next);
  if (counted || /\//.test(tokens[to + 1]?.gap ?? "")) return false;
  return !tokens.some(({ norm }) => /^(?:stars?|points?|give|gave|rate|rated|rating|out)$/.test(norm));
}
