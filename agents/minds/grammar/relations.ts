import type { ItemId } from "../../../memory/ids.ts";
import type { FacetValue } from "../../../memory/items/item.ts";
import { isKind, type Reading, type Span, type SpanOf, wordAt } from "./span.ts";
import { lastSpokenOf } from "./spoken-of.ts";
import { WITH } from "./words/roles.ts";
import { workAt } from "./works.ts";

/**
 * What is said by way of something else: "the same director as the first", "by the director of Alien", "from the same decade as Heat",
 * "what else did he direct?", "only those she wrote". Each becomes the values or the years that it comes to, in the place of its words.
 */
export function withRelations(reading: Reading, spans: readonly Span[]): Span[] {
  const found: Span[] = [];
  for (let at = 0; at < reading.tokens.length; at++) {
    const span = sameAs(reading, spans, at) ?? facetOfItem(reading, spans, at) ?? workAt(reading, spans, at);
    if (span === undefined) continue;
    found.push(span);
    at = span.to - 1;
  }
  if (found.length === 0) return [...spans];
  const covered = (span: Span): boolean => found.some(({ from, to }) => span.from < to && span.to > from);
  return [...spans.filter((span) => !covered(span)), ...found].sort((a, b) => a.from - b.from);
}

/** "the same director as the first", "from the same decade as Pulp Fiction"; without "as", as what was spoken of. */
function sameAs(reading: Reading, spans: readonly Span[], at: number): Span | undefined {
  const { tokens } = reading;
  // "at the same time"
  if (wordAt(tokens, at) !== "same" || wordAt(tokens, at - 2) === "at") return undefined;
  const start = wordAt(tokens, at + 1) === "lead" || wordAt(tokens, at + 1) === "main" ? at + 2 : at + 1;
  const decade = /^(?:decade|era|period|time)$/.test(wordAt(tokens, start));
  const alias = decade ? undefined : reading.lexicon.aliases.at(tokens, start);
  const end = decade ? start + 1 : alias?.to;
  if (end === undefined) return undefined;
  const linked = /^(?:as|of|like|in)$/.test(wordAt(tokens, end));
  const named = linked ? itemAfter(spans, end + 1, tokens) : undefined;
  const items = named?.meaning.items ?? lastSpokenOf(reading);
  const facet = decade ? reading.lexicon.yearFacet : alias?.meaning[0];
  if (facet === undefined || items.length === 0 || (linked && named === undefined)) return undefined;
  const from = wordAt(tokens, at - 1) === "the" ? at - 1 : at;
  return likewise(reading, { from, to: named?.to ?? end }, facet, items, { decade, lead: start > at + 1 });
}

/** "by the director of Alien"; a question for who that is is none of it. */
function facetOfItem(reading: Reading, spans: readonly Span[], at: number): Span | undefined {
  const { tokens, lexicon, catalogue } = reading;
  if (!/^(?:the|a|an|any)$/.test(wordAt(tokens, at - 1)) || !BEFORE_PERSON.test(wordAt(tokens, at - 2)))
    return undefined;
  const alias = lexicon.aliases.at(tokens, at);
  const facet = alias?.meaning.find((name) => catalogue.facet(name)?.kind === "people");
  if (alias === undefined || facet === undefined || !/^(?:of|from|in|who)$/.test(wordAt(tokens, alias.to)))
    return undefined;
  const named = itemAfter(spans, alias.to + 1, tokens) ?? itemAfter(spans, alias.to + 2, tokens);
  if (named === undefined) return undefined;
  return likewise(reading, { from: at - 1, to: named.to }, facet, named.meaning.items, {});
}

const BEFORE_PERSON = new RegExp(`^(?:by|from|like|of|${WITH})$`);

function itemAfter(
  spans: readonly Span[],
  at: number,
  tokens: Reading["tokens"],
): SpanOf<"item"> | undefined {
  const start = /^(?:the|in)$/.test(wordAt(tokens, at)) ? [at, at + 1] : [at];
  const span = spans.find(({ from }) => start.includes(from));
  return span !== undefined && isKind(span, "item") && span.meaning.items.length > 0 ? span : undefined;
}

interface Likeness {
  readonly decade?: boolean;
  /** Only the first of several: "the same lead actor". */
  readonly lead?: boolean;
}

/** What items have of a facet, as the wish for more of it. */
function likewise(
  { catalogue }: Reading,
  { from, to }: Pick<Span, "from" | "to">,
  facet: string,
  items: readonly ItemId[],
  { decade = false, lead = false }: Likeness,
): Span | undefined {
  const values = items.flatMap((item): FacetValue[] => {
    const index = catalogue.indexOf(item);
    const value = index === undefined ? undefined : catalogue.value(index, facet);
    return value === undefined ? [] : [value];
  });
  const [number] = values;
  if (typeof number === "number") {
    const first = decade ? number - (number % 10) : number;
    return {
      from,
      to,
      weight: 10,
      meaning: { kind: "range", facet, min: first, max: decade ? first + 9 : number, of: items },
    };
  }
  const words = values.flatMap((value) => (typeof value === "number" ? [] : value)).slice(0, lead ? 1 : MOST);
  if (words.length === 0) return undefined;
  const either = words.length > 1 && { either: true as const };
  return {
    from,
    to,
    weight: 10,
    meaning: { kind: "values", facet, values: [...new Set(words)], open: false, ...either, of: items },
  };
}

/** "The same actors" are not all twenty of them. */
const MOST = 5;
