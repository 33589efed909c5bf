import { type Bound, boundAfter, boundBefore } from "../bounds.ts";
import type { Reading, Recogniser, Span } from "../span.ts";

/** "PG-13 or lower", "nothing above PG", "R and up": the values of an ordered category up to one, or from it on. */
export const ordered: Recogniser = {
  name: "ordered",
  find(reading) {
    const ranked = reading.catalogue.facets.filter(({ order }) => order.length > 1).map(({ name }) => name);
    if (ranked.length === 0) return [];
    const spans: Span[] = [];
    for (let at = 0; at < reading.tokens.length; at++) {
      const span = spanAt(reading, at, ranked);
      if (span === undefined) continue;
      spans.push(span);
      at = span.to - 1;
    }
    return spans;
  },
};

function spanAt(reading: Reading, at: number, ranked: readonly string[]): Span | undefined {
  const { tokens, lexicon, catalogue } = reading;
  const value = valueAt(reading, at, ranked);
  if (value === undefined) return undefined;
  const named = namedBefore(reading, at, value.facet);
  const before = boundBefore(tokens, named) ?? boundBefore(tokens, at);
  const after = boundAfter(tokens, value.to);
  const bound = isSide(before) ? before : isSide(after) ? after : undefined;
  if (bound === undefined) return undefined;
  const order = catalogue.facet(value.facet)?.order ?? [];
  const place = order.indexOf(value.value);
  const first = bound.side === "most" ? 0 : place + Number(bound.strict);
  const last = bound.side === "most" ? place - Number(bound.strict) : order.length - 1;
  const values = order.slice(first, last + 1).filter((one) => catalogue.having(value.facet, one).length > 0);
  if (values.length === 0) return undefined;
  const from = isSide(before) ? before.start : at;
  const to = !isSide(before) && isSide(after) ? after.end : value.to;
  const open = lexicon.vocabulary.entries(value.phrase)[0]?.open ?? false;
  return {
    from,
    to,
    weight: 9,
    meaning: { kind: "values", facet: value.facet, values, open, ...(values.length > 1 && { either: true }) },
  };
}

function isSide<Found extends Bound>(bound: Found | undefined): bound is Found {
  return bound?.side === "most" || bound?.side === "least";
}

interface Ranked {
  readonly facet: string;
  readonly value: string;
  readonly phrase: string;
  readonly to: number;
}

/** The longest phrase at a word that is a value of an ordered facet. */
function valueAt(
  { tokens, lexicon, catalogue }: Reading,
  at: number,
  ranked: readonly string[],
): Ranked | undefined {
  const { vocabulary } = lexicon;
  for (
    let length = Math.min(vocabulary.longest(tokens[at]?.norm ?? ""), tokens.length - at);
    length > 0;
    length--
  ) {
    const phrase = tokens
      .slice(at, at + length)
      .map(({ norm }) => norm)
      .join(" ");
    const entry = vocabulary.entries(phrase).find(({ facet }) => ranked.includes(facet));
    const [value] = entry?.values ?? [];
    if (entry === undefined || value === undefined || !catalogue.facet(entry.facet)?.order.includes(value))
      continue;
    return { facet: entry.facet, value, phrase, to: at + length };
  }
  return undefined;
}

/** "nothing rated above PG": where the facet's own name stands between bound and value. */
function namedBefore({ tokens, lexicon }: Reading, at: number, facet: string): number {
  for (let start = Math.max(0, at - 3); start < at; start++) {
    const alias = lexicon.aliases.at(tokens, start);
    if (alias?.to === at && alias.meaning.includes(facet)) return start;
  }
  return at;
}
