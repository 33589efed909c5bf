import { conditionsOf } from "../../../../memory/items/constraint.ts";
import { ORDINARY_WORDS } from "../../../../tools/language/ordinary-words.ts";
import { type Token, tokenise } from "../../../../tools/language/running-text.ts";
import { pauses } from "../pauses.ts";
import { type Reading, type Recogniser, type Span, wordAt } from "../span.ts";
import { FILLER } from "../words/filler.ts";
import { isSingle } from "./single.ts";

/** "shorter", "the newest", "long", "more recent", "any length": words that facets declare about themselves. */
export const comparatives: Recogniser = {
  name: "comparatives",
  find(reading) {
    const { tokens, lexicon } = reading;
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
        const single = isSingle(reading, at, to) && { single: true as const };
        spans.push({
          from: at,
          to,
          weight: 6,
          meaning: { kind: "sort", facet, direction: order, ...single },
        });
      }
      const level = lexicon.levels.at(tokens, at);
      if (
        level !== undefined &&
        !isConnective(tokens, at, level.to) &&
        !qualifiesAnother(reading, at, level.to)
      )
        spans.push(levelOrLess(at, level.to, level.meaning, wordAt(tokens, at - 1)));
      const loosened = loosenedAt(
        tokens.map((token) => token.norm),
        at,
      );
      if (loosened === undefined) continue;
      const free = looseFacet(reading, loosened);
      if (free !== undefined)
        spans.push({ from: at, to: free.to, weight: 7, meaning: { kind: "loosen", facet: free.facet } });
    }
    return spans;
  },
};

/** "no longer interested", "any longer": time, not size. */
function isNoLonger(tokens: readonly Token[], at: number, to: number): boolean {
  const before = wordAt(tokens, at - 1);
  // "movies to watch later", "save it for later"
  if (
    wordAt(tokens, at) === "later" &&
    /^(?:watch|see|read|try|for|it|them|one|that|year|night|on|sometime)$/.test(before)
  )
    return wordAt(tokens, to) !== "than";
  const next = pauses(tokens, to) ? "" : wordAt(tokens, to);
  if (before === "no") return next !== "" && !/^(?:than|please|ones|then|though|\d.*)$/.test(next);
  return before === "any" && next === "" && at > 2;
}

/** "as long as it is French", "six years old": a condition and an age, not a length. */
function isConnective(tokens: readonly Token[], at: number, to: number): boolean {
  const before = wordAt(tokens, at - 1);
  if (wordAt(tokens, at) === "new" && /^(?:friends?|years?|here|to)$/.test(wordAt(tokens, to))) return true;
  return (/^(?:as|so)$/.test(before) && wordAt(tokens, to) === "as") || /^(?:years?|yr)$/.test(before);
}

const ARTICLE = /^(?:a|an|the|my|our|this|that|such|another|one|of|his|her|their)$/;

/** "after a long day at work": of what is long nothing can be recommended. */
function qualifiesAnother({ tokens, lexicon }: Reading, at: number, to: number): boolean {
  if (!ARTICLE.test(wordAt(tokens, at - 1)) || to >= tokens.length) return false;
  if (
    /^(?:days?|nights?|evening|week|weekend|time|way|while|life|years?|months?|walk|trip|journey|ride|flight)$/.test(
      wordAt(tokens, to),
    )
  )
    return true;
  for (let next = to; next < Math.min(tokens.length, to + 5); next++) {
    const word = wordAt(tokens, next);
    if (pauses(tokens, next) || /^(?:and|or|but)$/.test(word)) return false;
    if (lexicon.nouns.has(word) || FILLER.has(word)) return false;
    if (isQualifier({ tokens, lexicon }, next)) return false;
    if (PREPOSITION.test(wordAt(tokens, next + 1))) return true;
  }
  return ORDINARY_WORDS.has(wordAt(tokens, to));
}

/** "a long sad drama", "a short heist film": what stands before a noun as well. */
function isQualifier({ tokens, lexicon }: Pick<Reading, "tokens" | "lexicon">, at: number): boolean {
  const { vocabulary, nouns, levels } = lexicon;
  if (levels.at(tokens, at) !== undefined) return true;
  const [word, next] = [wordAt(tokens, at), wordAt(tokens, at + 1)];
  const closed = (phrase: string): boolean => vocabulary.entries(phrase).some(({ open }) => !open);
  if (closed(word) || closed(`${word} ${next}`)) return true;
  const known = vocabulary.entries(word).length > 0;
  return known && (next === "" || nouns.has(next) || closed(next) || vocabulary.entries(next).length > 0);
}

const PREPOSITION = /^(?:at|in|on|of|with|for|from|to|until|because|when|while|since)$/;

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

const LOOSENERS: readonly (readonly string[])[] = (
  "any|whatever|regardless of|regardless of the|dont care about|dont care about the|dont care|doesnt matter|no matter|drop the|scrap the|" +
  "ignore the|forget the|forget about the|lose the|remove the|skip the|never mind the|nevermind the|leave out the|without the|no limit on|" +
  "no limit on the|no limits on|never mind|lift the|take off the|get rid of the|cancel the|clear the|relax the|open up the|no particular|" +
  "dont mind the|dont mind about the|dont mind what|no specific"
)
  .split("|")
  .map((phrase) => phrase.split(" "));

/** Where the facet's name starts after words that set it free; undefined where none stand. */
function loosenedAt(words: readonly string[], at: number): number | undefined {
  const found = LOOSENERS.filter((phrase) => phrase.every((word, offset) => words[at + offset] === word));
  const longest = found.reduce((most, phrase) => Math.max(most, phrase.length), 0);
  return longest === 0 ? undefined : at + longest;
}

/** "drop the year" says so of the whole facet, "drop the year 1995 ones" of a value; "the length limit" ends after "limit". */
function loosenedEnd(tokens: readonly Token[], to: number): number {
  return /^(?:limit|limits|filter|constraint|restriction|requirement|thing|part|range)$/.test(
    wordAt(tokens, to),
  )
    ? to + 1
    : to;
}

/** "the time limit" is one of how long it takes. */
function timeAt(
  { lexicon, tokens }: Pick<Reading, "lexicon" | "tokens">,
  at: number,
): { readonly to: number; readonly meaning: readonly string[] } | undefined {
  if (wordAt(tokens, at) !== "time" || !/^(?:limit|constraint|restriction)$/.test(wordAt(tokens, at + 1)))
    return undefined;
  const long = lexicon.aliases.at(tokenise("how long"), 0);
  return long === undefined ? undefined : { to: at + 1, meaning: long.meaning };
}

/** The facet meant: one that is asked for now, by a name that ends so ("the rating": "film rating"), before one that is merely called so. */
function looseFacet(
  { lexicon, tokens, situation, catalogue }: Reading,
  at: number,
): { facet: string; to: number } | undefined {
  const alias = lexicon.aliases.at(tokens, at) ?? timeAt({ lexicon, tokens }, at);
  if (alias === undefined) return undefined;
  const asked = new Set(situation.request.constraints.flatMap(conditionsOf).map(({ facet }) => facet));
  const word = wordAt(tokens, alias.to - 1);
  const other = catalogue.facets.find(
    ({ name, aliases }) => asked.has(name) && aliases.some((one) => one.split(" ").at(-1) === word),
  );
  const facet = alias.meaning.find((name) => asked.has(name)) ?? other?.name ?? alias.meaning[0];
  return facet === undefined ? undefined : { facet, to: loosenedEnd(tokens, alias.to) };
}
