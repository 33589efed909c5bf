import type { Token } from "../../../../tools/language/running-text.ts";
import { pauses } from "../pauses.ts";
import { wordAt } from "../span.ts";
import { ASKED_OF, TAKES_TITLE } from "../words/before-titles.ts";
import { VERDICTS_AFTER } from "../words/cues.ts";
import { judged } from "./title-due.ts";

/** "what's psycho about", "how long is brazil?", "would I like Halloween?": what is asked of an item, and nothing after. */
export function asksAbout(tokens: readonly Token[], from: number, to: number): boolean {
  if (endsAt(tokens, to) && ASKED_OF.test(wordsBefore(tokens, from))) return true;
  const about = wordAt(tokens, to) === "about" && endsAt(tokens, to + 1);
  return about && /^(?:whats|is|was)$/.test(wordAt(tokens, from - 1));
}

function endsAt(tokens: readonly Token[], at: number): boolean {
  return at === tokens.length || pauses(tokens, at);
}

function wordsBefore(tokens: readonly Token[], at: number): string {
  return tokens
    .slice(Math.max(0, at - 4), at)
    .map(({ norm }) => norm)
    .join(" ");
}

/** "what is her about?": "it" and "that" are what was spoken of. */
export function isAskedAbout(tokens: readonly Token[], from: number, to: number): boolean {
  return (
    !/^(?:it|this|that|they|them|these|those|he|she)$/.test(wordAt(tokens, from)) &&
    asksAbout(tokens, from, to)
  );
}

/** "2046: what's that about?", "Up? seen it": a title that opens the text and is spoken of then. */
export function announced(tokens: readonly Token[], from: number, to: number): boolean {
  if (from > 0) return false;
  if (/^\s*[:–—-]\s/.test(tokens[to]?.gap ?? "")) return true;
  return (
    /^\?\s/.test(tokens[to]?.gap ?? "") &&
    /^(?:seen|saw|watched|loved|liked|hated|already)$/.test(wordAt(tokens, to))
  );
}

/** Whether nothing else is said, but for what leads in: "or ghostbusters?". */
export function isWhole(tokens: readonly Token[], from: number, to: number): boolean {
  return (
    to === tokens.length &&
    tokens.slice(0, from).every(({ norm }) => /^(?:or|and|maybe|ok|okay|oh|hmm)$/.test(norm))
  );
}

/** "i loved big", "4 stars for up": little words in lower case where only a title can stand. */
export function isOwned(tokens: readonly Token[], from: number, to: number, joined = false): boolean {
  if (!/^(?:big|up|go)$/.test(wordAt(tokens, from)) || !endsAt(tokens, to)) return false;
  // "seen Forrest Gump and big"
  if (joined && /^(?:and|or)$/.test(wordAt(tokens, from - 1))) return true;
  return TAKES_TITLE.test(wordsBefore(tokens, from));
}

/** "it was awesome", "is really fantastic": a verdict where one is given. */
export function isPredicate(tokens: readonly Token[], from: number): boolean {
  const verdict = VERDICTS_AFTER.at(tokens, from);
  if (verdict?.to !== from + 1 || !/^(?:love|hate)$/.test(verdict.meaning)) return false;
  const at = /^(?:so|really|very|pretty|just|also|absolutely|quite|too)$/.test(wordAt(tokens, from - 1))
    ? from - 2
    : from - 1;
  return /^(?:is|was|were|are|its|thats|looks|sounds)$/.test(wordAt(tokens, at));
}

/** "not interested in toy story" */
export function isOfInterest(tokens: readonly Token[], from: number): boolean {
  return wordAt(tokens, from - 1) === "in" && wordAt(tokens, from - 2) === "interested";
}

/** "Up was wonderful": none of these little words can be what something is said of. */
export function isPraised(tokens: readonly Token[], from: number, to: number): boolean {
  return (
    /^(?:up|big|if|her|him|so|go|my)$/.test(wordAt(tokens, from)) &&
    tokens[from]?.capital === true &&
    judged(tokens, from, to)
  );
}

/** "true romance is …": of a phrase that opens its clause something is said, as of a title. */
export function isSubject(tokens: readonly Token[], from: number, to: number): boolean {
  const opens = from === 0 || pauses(tokens, from) || /^(?:and|but|so|yes)$/.test(wordAt(tokens, from - 1));
  return opens && /^(?:is|was|with|has|had|looks)$/.test(wordAt(tokens, to)) && !pauses(tokens, to);
}
