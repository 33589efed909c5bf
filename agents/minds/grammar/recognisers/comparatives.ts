import type { Token } from "../../../../tools/language/running-text.ts";
import { type Recogniser, type Span, wordAt } from "../span.ts";

/** "shorter", "the newest", "long", "more recent", "any length": words that facets declare about themselves. */
export const comparatives: Recogniser = {
  name: "comparatives",
  find({ tokens, lexicon }) {
    const spans: Span[] = [];
    for (let at = 0; at < tokens.length; at++) {
      const comparative = lexicon.comparatives.at(tokens, at);
      if (comparative !== undefined && !isNoLonger(tokens, at, comparative.to)) {
        const from = /^(?:much|bit|little|even|lot|slightly|somewhat)$/.test(wordAt(tokens, at - 1))
          ? at - 1
          : at;
        spans.push({
          from,
          to: comparative.to,
          weight: 6,
          meaning: { kind: "comparative", ...comparative.meaning },
        });
      }
      const superlative = lexicon.superlatives.at(tokens, at);
      if (superlative !== undefined) {
        const { facet, direction } = superlative.meaning;
        const to = wordAt(tokens, superlative.to) === "first" ? superlative.to + 1 : superlative.to;
        const order = direction === "lower" ? "ascending" : "descending";
        spans.push({ from: at, to, weight: 6, meaning: { kind: "sort", facet, direction: order } });
      }
      const level = lexicon.levels.at(tokens, at);
      if (level !== undefined && !isConnective(tokens, at, level.to))
        spans.push(levelOrLess(at, level.to, level.meaning, wordAt(tokens, at - 1)));
      const loosened = loosenedAt(
        tokens.map((token) => token.norm),
        at,
      );
      if (loosened === undefined) continue;
      const alias = lexicon.aliases.at(tokens, loosened);
      const facet = alias?.meaning[0];
      if (alias !== undefined && facet !== undefined) {
        spans.push({ from: at, to: alias.to, weight: 7, meaning: { kind: "loosen", facet } });
      }
    }
    return spans;
  },
};

/** "no longer interested", "any longer": time, not size. */
function isNoLonger(tokens: readonly Token[], at: number, to: number): boolean {
  const before = wordAt(tokens, at - 1);
  const next = /[.,;:!?]/.test(tokens[to]?.gap ?? "") ? "" : wordAt(tokens, to);
  if (before === "no") return next !== "" && !/^(?:than|please|ones|then|though|\d.*)$/.test(next);
  return before === "any" && next === "" && at > 2;
}

/** "as long as it is French", "six years old": a condition and an age, not a length. */
function isConnective(tokens: readonly Token[], at: number, to: number): boolean {
  const before = wordAt(tokens, at - 1);
  return (/^(?:as|so)$/.test(before) && wordAt(tokens, to) === "as") || /^(?:years?|yr)$/.test(before);
}

/** "less long" and "more recent" are comparatives made of a level. */
function levelOrLess(
  at: number,
  to: number,
  level: { facet: string; direction: "lower" | "higher" },
  before: string,
): Span {
  if (before !== "less" && before !== "more")
    return { from: at, to, weight: 6, meaning: { kind: "level", ...level } };
  const direction = (before === "less") === (level.direction === "higher") ? "lower" : "higher";
  return { from: at - 1, to, weight: 7, meaning: { kind: "comparative", facet: level.facet, direction } };
}

const LOOSENERS: readonly (readonly string[])[] = [
  ["any"],
  ["whatever"],
  ["regardless", "of"],
  ["regardless", "of", "the"],
  ["dont", "care", "about"],
  ["dont", "care", "about", "the"],
  ["dont", "care"],
  ["doesnt", "matter"],
  ["no", "matter"],
];

/** Where the facet's name starts after words that set it free; undefined where none stand. */
function loosenedAt(words: readonly string[], at: number): number | undefined {
  const found = LOOSENERS.filter((phrase) => phrase.every((word, offset) => words[at + offset] === word));
  const longest = found.reduce((most, phrase) => Math.max(most, phrase.length), 0);
  return longest === 0 ? undefined : at + longest;
}
