import type { ItemId } from "../../../memory/ids.ts";
import type { FacetValue } from "../../../memory/items/item.ts";
import { isKind, type Reading, type Span, type SpanOf, wordAt } from "./span.ts";
import { lastSpokenOf, peopleSpokenOf, roleOfVerb } from "./spoken-of.ts";

/**
 * What is said by way of something else: "the same director as the first", "by the director of Alien", "from the same decade as Heat",
 * "what else did he direct?", "only those she wrote". Each becomes the values or the years that it comes to, in the place of its words.
 */
export function withRelations(reading: Reading, spans: readonly Span[]): Span[] {
  const found: Span[] = [];
  for (let at = 0; at < reading.tokens.length; at++) {
    const span =
      sameAs(reading, spans, at) ??
      facetOfItem(reading, spans, at) ??
      otherWork(reading, at) ??
      ownWork(reading, at) ??
      workOf(reading, spans, at) ??
      partOf(reading, spans, at);
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
  if (wordAt(tokens, at) !== "same") return undefined;
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

const BEFORE_PERSON = /^(?:by|from|with|like|of|starring|featuring)$/;

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

/** "what else did he direct?", "anything else by that director", "more with her". */
function otherWork(reading: Reading, at: number): Span | undefined {
  const { tokens } = reading;
  if (!/^(?:else|more|other|others|another|anything|something|films)$/.test(wordAt(tokens, at)))
    return undefined;
  const words = tokens.slice(at + 1, at + 7).map(({ norm }) => norm);
  const text = words.join(" ");
  const done =
    /^(?:(?:did|has|have|does|do|is|was|were|are) )?(?:he|she|they|that (?:\S+)|this (?:\S+)|the (?:director|author|writer|actor|actress))(?: (?:ever|also))? (\S+)(?: in| by)?/.exec(
      text,
    );
  const by =
    /^(?:\S+ )?(by|from|with|starring) (?:him|her|them|the same (?!lead |main )(?:\S+)(?! (?:as|of|like|in)\b)|that (?:\S+)|this (?:\S+)|the (?:director|author|writer|actor|actress))(?: |$)/.exec(
      text,
    );
  const [matched, verb] = done ?? by ?? [];
  if (matched === undefined || verb === undefined) return undefined;
  return ofPeople(reading, at, at + 1 + matched.trim().split(" ").length, verb, matched);
}

/** "directed by Eastwood but without him in it": a part in it is one on the screen. */
function partOf({ tokens, catalogue }: Reading, spans: readonly Span[], at: number): Span | undefined {
  if (!/^(?:him|her|them)$/.test(wordAt(tokens, at)) || !/^(?:without|not|no|with)$/.test(wordAt(tokens, at - 1)))
    return undefined;
  const person = spans.findLast((span) => span.to <= at && isKind(span, "values"));
  const facet = roleOfVerb(catalogue, "star", "");
  if (person === undefined || !isKind(person, "values") || facet === undefined) return undefined;
  const values = person.meaning.values.filter((value) => catalogue.having(facet, value).length > 0);
  if (values.length === 0) return undefined;
  const inIt = wordAt(tokens, at + 1) === "in" && /^(?:it|them|that)$/.test(wordAt(tokens, at + 2));
  const acting = /^(?:acting|starring|himself|herself)$/.test(wordAt(tokens, at + 1));
  const to = inIt ? at + 3 : acting ? at + 2 : at + 1;
  return { from: at, to, weight: 10, meaning: { kind: "values", facet, values, open: false } };
}

const WORKED =
  /^(?:direct(?:ed|s)?|wrote|writes?|written|made|makes?|acts?|acted|stars?|starred|plays?|played|appears?|appeared|penned|authored|do|done|in)$/;

/** "films Greta Gerwig directed", "what else did Greta Gerwig direct?": somebody named, in the role of the verb. */
function workOf({ tokens, catalogue }: Reading, spans: readonly Span[], at: number): Span | undefined {
  const person = spans.find(({ from }) => from === at);
  if (person === undefined || !isKind(person, "values")) return undefined;
  const { facet, values, or = [] } = person.meaning;
  if (catalogue.facet(facet)?.kind !== "people" || /^(?:by|with|starring|featuring)$/.test(wordAt(tokens, at - 1)))
    return undefined;
  const helping = /^(?:did|has|have|does|is|was)$/;
  const verbAt = helping.test(wordAt(tokens, person.to)) ? person.to + 1 : person.to;
  const verb = wordAt(tokens, verbAt);
  const asked = helping.test(wordAt(tokens, at - 1)) || verbAt > person.to;
  if (!WORKED.test(verb) || wordAt(tokens, verbAt + 1) === "by") return undefined;
  // "Hitchcock in colour" is about no role; "what else is she in?" and "did he do" are.
  if (/^(?:in|do|done|make|write|star|act|play|direct|appear|stars|plays|acts)$/.test(verb) && !asked) return undefined;
  const role = roleOfVerb(catalogue, verb, "");
  const roles = [facet, ...or.map((one) => one.facet)];
  if (role === undefined || !(roles.includes(role) || values.some((value) => catalogue.having(role, value).length > 0)))
    return undefined;
  const to = /^(?:himself|herself|themselves|in)$/.test(wordAt(tokens, verbAt + 1)) ? verbAt + 2 : verbAt + 1;
  return { from: at, to, weight: 10, meaning: { kind: "values", facet: role, values, open: false } };
}

/** "only those he directed", "that she didn't write herself". */
function ownWork(reading: Reading, at: number): Span | undefined {
  const { tokens } = reading;
  if (!/^(?:he|she|they)$/.test(wordAt(tokens, at)) || at === 0) return undefined;
  const negated = /^(?:didnt|doesnt|hasnt|never|did)$/.test(wordAt(tokens, at + 1));
  const skipped = wordAt(tokens, at + 1) === "did" && wordAt(tokens, at + 2) === "not" ? 2 : negated ? 1 : 0;
  const verbAt =
    at + 1 + skipped + (/^(?:has|have|is|was|also|only)$/.test(wordAt(tokens, at + 1 + skipped)) ? 1 : 0);
  const verb = wordAt(tokens, verbAt);
  const to = /^(?:himself|herself|themselves|in)$/.test(wordAt(tokens, verbAt + 1)) ? verbAt + 2 : verbAt + 1;
  const span = ofPeople(reading, at, to, verb, "");
  if (span === undefined || !negated || !isKind(span, "values")) return span;
  return { ...span, meaning: { ...span.meaning, inverse: true } };
}

function ofPeople(reading: Reading, from: number, to: number, verb: string, words: string): Span | undefined {
  const facet = roleOfVerb(reading.catalogue, verb, words);
  if (facet === undefined) return undefined;
  const people = peopleSpokenOf(reading, facet);
  if (people.length === 0) return undefined;
  const either = people.length > 1 && { either: true as const };
  return {
    from,
    to,
    weight: 10,
    meaning: { kind: "values", facet, values: [...people], open: false, ...either },
  };
}
