import type { Token } from "../../../../tools/language/running-text.ts";
import { phrasesOf, phraseTable } from "../phrases.ts";
import { type Reading, type Recogniser, type Span, type SpanOf, wordAt } from "../span.ts";
import { isSingle } from "./single.ts";

type Direction = "ascending" | "descending";

/** Ways to name an order by a measure, which no comparative of a facet makes. */
const MEASURED = phraseTable(
  phrasesOf<{ readonly facet: string; readonly direction: Direction }>([
    [
      "top rated|highest rated|best rated|best reviewed|best liked|highest rating|best rating|best reviews|best ratings",
      { facet: "rating", direction: "descending" },
    ],
    ["lowest rated|lowest rating|worst rated|worst reviewed", { facet: "rating", direction: "ascending" }],
    [
      "best known|most watched|most seen|most read|most bought",
      { facet: "popularity", direction: "descending" },
    ],
  ]),
);
const SORTING = /^(?:sort|sorted|order|ordered|rank|ranked|arrange|arranged|sorting)$/;
const ASCENDING = /^(?:ascending|upwards|oldest|lowest|shortest|cheapest|smallest|earliest)$/;
const DESCENDING = /^(?:descending|downwards|newest|highest|longest|latest|best|most)$/;

/** "sort by year", "ordered by length", "by rating, best first", "the top rated", "most popular first". */
export const orders: Recogniser = {
  name: "orders",
  find(reading) {
    const spans: Span[] = [];
    for (let at = 0; at < reading.tokens.length; at++) {
      const span = sortedBy(reading, at) ?? inTime(reading, at) ?? measured(reading, at);
      if (span === undefined) continue;
      spans.push(span);
      at = span.to - 1;
    }
    return spans;
  },
};

function sortedBy({ tokens, lexicon, catalogue }: Reading, at: number): Span | undefined {
  if (!SORTING.test(wordAt(tokens, at))) return undefined;
  let by = at + 1;
  while (by < at + 5 && /^(?:it|them|these|those|the|list|all|that|this)$/.test(wordAt(tokens, by))) by += 1;
  if (!/^(?:by|on|after)$/.test(wordAt(tokens, by))) return undefined;
  const start = /^(?:the|their|its)$/.test(wordAt(tokens, by + 1)) ? by + 2 : by + 1;
  const alias = lexicon.aliases.at(tokens, start);
  const facet = alias?.meaning.find((name) => /^(?:number|year)$/.test(catalogue.facet(name)?.kind ?? ""));
  if (alias === undefined || facet === undefined) return undefined;
  const told = toldDirection(tokens, alias.to);
  // A rating is read from the top, all else from the least on: the shortest, the oldest.
  const usual: Direction = isMeasure(facet) ? "descending" : "ascending";
  return sort(at, told?.to ?? alias.to, facet, told?.direction ?? usual, 9);
}

function isMeasure(facet: string): boolean {
  return facet === "rating" || facet === "popularity";
}

/** "start with the oldest", "with the longest at the top", "put the shortest first": the order's own words are read by themselves. */
const IN_TIME = phraseTable(
  phrasesOf<Direction>([
    [
      "in the order in which they came out|in the order they came out|in the order they were made|in order of release|in order of appearance|in chronological order|chronological order|chronologically|chronological|in order of publication|in the order they were written|in the order they were published|by release date|in order of their release|by age",
      "ascending",
    ],
    ["in reverse chronological order|in reverse order of release", "descending"],
  ]),
);

/** "in the order in which they came out", "chronologically". */
function inTime({ tokens, lexicon: { yearFacet } }: Reading, at: number): Span | undefined {
  const found = IN_TIME.at(tokens, at);
  if (found === undefined || yearFacet === undefined) return undefined;
  return sort(at, found.to, yearFacet, found.meaning, 9);
}

/** "…, newest first", "… ascending". */
function toldDirection(
  tokens: readonly Token[],
  at: number,
): { to: number; direction: Direction } | undefined {
  const start = wordAt(tokens, at) === "in" ? at + 1 : at;
  const word = wordAt(tokens, start);
  const direction = ASCENDING.test(word) ? "ascending" : DESCENDING.test(word) ? "descending" : undefined;
  if (direction === undefined) return undefined;
  const to = /^(?:first|order)$/.test(wordAt(tokens, start + 1)) ? start + 2 : start + 1;
  return { to, direction };
}

/** "the best Kubrick film", "his best one": what is rated best; "my best friend" is not. */
function bestAt(reading: Reading, at: number): Span | undefined {
  const { tokens, catalogue, lexicon } = reading;
  const word = wordAt(tokens, at);
  if (!/^(?:best|worst)$/.test(word) || catalogue.facet("rating") === undefined) return undefined;
  if (!/^(?:the|his|her|their|its|all|very|absolute|your|of)$/.test(wordAt(tokens, at - 1)) && at > 0)
    return undefined;
  const [next, after] = [wordAt(tokens, at + 1), wordAt(tokens, at + 2)];
  const noun = (one: string): boolean => /^ones?$/.test(one) || lexicon.nouns.has(one);
  const kind = lexicon.vocabulary.entries(next).some(({ open, person }) => !open && !person);
  const named = lexicon.vocabulary.surname(next).length > 0 && noun(after);
  if (!noun(next) && !kind && !named) return undefined;
  const order = sort(at, at + 1, "rating", word === "best" ? "descending" : "ascending", 6);
  return isSingle(reading, at, at + 1) ? { ...order, meaning: { ...order.meaning, single: true } } : order;
}

/** "the top rated", "most watched first". */
function measured(reading: Reading, at: number): Span | undefined {
  const { tokens, catalogue } = reading;
  const found = MEASURED.at(tokens, at);
  if (found === undefined) return bestAt(reading, at);
  if (catalogue.facet(found.meaning.facet) === undefined) return undefined;
  const { facet, direction } = found.meaning;
  return sort(at, wordAt(tokens, found.to) === "first" ? found.to + 1 : found.to, facet, direction, 8);
}

function sort(from: number, to: number, facet: string, direction: Direction, weight: number): SpanOf<"sort"> {
  return { from, to, weight, meaning: { kind: "sort", facet, direction } };
}
