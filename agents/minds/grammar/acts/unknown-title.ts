import { ORDINARY_WORDS } from "../../../../tools/language/ordinary-words.ts";
import { wordAt } from "../span.ts";
import type { Utterance } from "../utterance.ts";
import { CUES } from "../words/cues.ts";
import { FILLER } from "../words/filler.ts";
import { titleNotFound } from "./about-items.ts";
import type { ActReader, Claim } from "./act-reader.ts";

const QUOTED = /["“”«]([^"“”»]{2,80})["“”»]/g;
const MOST = 7;

/** A title that the catalogue lacks: quoted, or written with capitals or in strange words after "like", "loved", "seen". */
export const unknownTitle: ActReader = {
  name: "unknown-title",
  read: (utterance) => [...quoted(utterance), ...afterCue(utterance), ...besideKnown(utterance)],
};

function quoted(utterance: Utterance): Claim[] {
  return [...utterance.text.matchAll(QUOTED)].flatMap((match): Claim[] => {
    const start = match.index;
    const end = start + match[0].length;
    const from = utterance.tokens.findIndex((token) => token.start >= start);
    const to = utterance.tokens.findLastIndex((token) => token.end <= end) + 1;
    const known = utterance.spans.some(
      ({ span }) => span.from < to && span.to > from && span.meaning.kind === "item",
    );
    if (from < 0 || to <= from || known) return [];
    return [{ from, to, acts: [titleNotFound(utterance, match[1] ?? "")] }];
  });
}

function afterCue(utterance: Utterance): Claim[] {
  const { tokens, spans, text } = utterance;
  const claims: Claim[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const cue = CUES.at(tokens, at);
    if (cue === undefined) continue;
    const { meaning: stance, to: from } = cue;
    at = from - 1;
    if (!/^(?:example|love|hate|seen|counterexample)$/.test(stance)) continue;
    const to = nameEnd(utterance, from);
    if (to === from || spans.some(({ span }) => span.from < to && span.to > from)) continue;
    const words = tokens.slice(from, to);
    const strange = words.some(
      (token) => !ORDINARY_WORDS.has(token.norm) && !FILLER.has(token.norm) && token.norm.length > 2,
    );
    const capital =
      words[0]?.capital === true && words[0].norm !== "i" && tokens.some((token) => !token.capital);
    const example = stance === "example" || stance === "counterexample";
    if (!capital && !(strange && example && !knownWords(utterance, from, to))) continue;
    claims.push({
      from,
      to,
      acts: [titleNotFound(utterance, text.slice(words[0]?.start, words.at(-1)?.end))],
    });
  }
  return claims;
}

/** "I loved Heat and The Insider", "Heat, Zyzzyva and Fargo": capitals right after a title that is known. */
function besideKnown(utterance: Utterance): Claim[] {
  const { tokens, spans, text } = utterance;
  return spans.flatMap(({ span }): Claim[] => {
    if (span.meaning.kind !== "item" || span.meaning.by !== "title") return [];
    const joined = /^(?:and|or)$/.test(wordAt(tokens, span.to));
    const listed = /^\s*,\s*$/.test(tokens[span.to]?.gap ?? "") && isListGoingOn(utterance, span.to);
    if (!joined && !listed) return [];
    const from = joined ? span.to + 1 : span.to;
    const to = nameEnd(utterance, from);
    const words = tokens.slice(from, to);
    if (
      words[0]?.capital !== true ||
      wordAt(tokens, from) === "i" ||
      spans.some((other) => other.span.from < to && other.span.to > from)
    )
      return [];
    if (!words.every((token) => token.capital || token.norm.length < 4)) return [];
    return [{ from, to, acts: [titleNotFound(utterance, text.slice(words[0].start, words.at(-1)?.end))] }];
  });
}

/** Whether another title follows the one that is not known, so that the comma is one of a list. */
function isListGoingOn({ tokens, spans }: Utterance, from: number): boolean {
  return spans.some(
    ({ span }) =>
      span.meaning.kind === "item" &&
      span.from > from &&
      span.from - from < MOST &&
      tokens.slice(from, span.from).every(({ norm, capital }) => capital || /^(?:and|or|of|the)$/.test(norm)),
  );
}

/** Words of the catalogue's own texts describe ("like a heist gone wrong"); a name says nothing to it. */
function knownWords({ tokens, catalogue }: Utterance, from: number, to: number): boolean {
  const words = tokens
    .slice(from, to)
    .map((token) => token.norm)
    .filter((word) => !FILLER.has(word) && word.length > 2);
  return words.every((word) => catalogue.search(word, 1).length > 0);
}

function nameEnd({ tokens, spans }: Utterance, from: number): number {
  let to = from;
  while (to < tokens.length && to - from < MOST) {
    if (to > from && /[.,;!?"”\n]/.test(tokens[to]?.gap ?? "")) break;
    if (
      /^(?:but|and|or|with|without|from|that|because|so|please|instead|tonight|though|except|not|what|which|who|any|anything|something)$/.test(
        wordAt(tokens, to),
      )
    )
      break;
    if (spans.some(({ span }) => span.from === to)) break;
    to += 1;
  }
  return to;
}
