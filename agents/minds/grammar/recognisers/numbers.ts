import { type Bound, boundAfter, boundBefore } from "../bounds.ts";
import type { Meaning } from "../meaning.ts";
import { pauses } from "../pauses.ts";
import { numberAt, type Quantity, quantityAt } from "../quantities.ts";
import { type Reading, type Recogniser, type Span, wordAt } from "../span.ts";
import { isInTitle } from "./number-in-title.ts";

/** How far "about" reaches to either side. */
const ABOUT = 0.1;

/** Numbers with a unit ("under two hours", "$20 to $30") or next to a facet's name ("price below 20"). */
export const numbers: Recogniser = {
  name: "numbers",
  find(reading) {
    const spans: Span[] = [];
    let end = 0;
    for (let at = 0; at < reading.tokens.length; at++) {
      if (at < end) continue;
      const span = spanAt(reading, at) ?? madeAt(reading, at, spans);
      if (span === undefined) continue;
      spans.push(span);
      end = span.to;
    }
    return spans;
  },
};

/** "two hours is too strict, make it three": of the unit before, bounded as what is asked for now is. */
function madeAt(reading: Reading, at: number, before: readonly Span[]): Span | undefined {
  const { tokens, situation } = reading;
  const last = before.at(-1);
  const number = numberAt(tokens, at);
  const made = wordAt(tokens, at - 2) === "make" && /^(?:it|that)$/.test(wordAt(tokens, at - 1));
  if (!made || number === undefined || last?.meaning.kind !== "range") return undefined;
  if (number.to < tokens.length && !pauses(tokens, number.to)) return undefined;
  const { facet } = last.meaning;
  const earlier = tokens.flatMap((_, place) => (place < at ? (numberAt(tokens, place) ?? []) : []))[0];
  const quantity = tokens
    .map((_, place) => (place < at ? quantityAt(tokens, place) : undefined))
    .find((one) => one !== undefined);
  if (earlier === undefined || quantity === undefined || earlier.value <= 0) return undefined;
  const value = number.value * (quantity.value / earlier.value);
  const bound = situation.request.constraints.find(
    (one) => one.facet === facet && one.test.op === "between",
  )?.test;
  const least = bound?.op === "between" && bound.max === undefined && bound.min !== undefined;
  const meaning: Meaning = { kind: "range", facet, ...(least ? { min: value } : { max: value }) };
  return { from: at - 2, to: number.to, weight: 10, meaning };
}

interface Measured extends Quantity {
  readonly facet: string;
}

function spanAt(reading: Reading, at: number): Span | undefined {
  const { tokens, lexicon } = reading;
  const first = quantityAt(tokens, at);
  if (first === undefined || isInTitle(reading, at)) return undefined;
  const second = secondQuantity(reading, first.to);
  const one = measured(reading, first, second?.unit);
  if (one === undefined) return undefined;
  const before = boundBefore(tokens, at);
  const two = second === undefined ? undefined : measured(reading, second, first.unit);
  const opened =
    wordAt(tokens, at - 1) === "between" || wordAt(tokens, at - 1) === "from" || before === undefined;
  if (two !== undefined && opened && two.facet === one.facet && two.value >= one.value) {
    const from = /^(?:between|from)$/.test(wordAt(tokens, at - 1)) ? at - 1 : at;
    return {
      from,
      to: measureEnd(reading, two.to, one.facet),
      weight: 9,
      meaning: { kind: "range", facet: one.facet, min: one.value, max: two.value },
    };
  }
  const after = boundAfter(tokens, one.to);
  const bound: Bound | undefined = before !== undefined && before.side !== "from" ? before : after;
  const start = before !== undefined && before.side !== "from" ? before.start : at;
  const from = facetNameBefore(reading, start, one.facet);
  const step = lexicon.scale(one.facet).step;
  const to = measureEnd(reading, Math.max(one.to, bound === after ? (after?.end ?? 0) : 0), one.facet);
  return { from, to, weight: 8, meaning: meaningOf(one, bound, step) };
}

/** "90 minutes long" ends after "long". */
function measureEnd({ tokens, lexicon }: Reading, at: number, facet: string): number {
  // "100 min max, shortest first" orders.
  if (pauses(tokens, at) || lexicon.superlatives.at(tokens, at) !== undefined) return at;
  const word = lexicon.levels.at(tokens, at);
  return word?.meaning.facet === facet ? word.to : at;
}

/** "Under two hours" leaves out two hours sharp, "no longer than two hours" does not: ranges are inclusive, so the former ends a step before. */
function meaningOf({ facet, value }: Measured, bound: Bound | undefined, step: number): Meaning {
  const rounded = (number: number): number => Number((Math.round(number / step) * step).toFixed(6));
  const inside = bound?.strict === true ? step : 0;
  if (bound?.side === "most")
    return { kind: "range", facet, max: inside === 0 ? value : rounded(value - inside) };
  if (bound?.side === "least")
    return { kind: "range", facet, min: inside === 0 ? value : rounded(value + inside) };
  if (bound?.side === "exactly") return { kind: "range", facet, min: value, max: value };
  return { kind: "range", facet, min: rounded(value * (1 - ABOUT)), max: rounded(value * (1 + ABOUT)) };
}

/** "a PG-13 rating" counts no ratings. */
const ONE_OF_MANY = /^(?:rating|review|vote|person|people)$/;

function secondQuantity({ tokens }: Reading, at: number): Quantity | undefined {
  if (/^\s*[-–—]\s*[$€£]?$/.test(tokens[at]?.gap ?? "")) return quantityAt(tokens, at);
  return /^(?:and|to)$/.test(wordAt(tokens, at)) ? quantityAt(tokens, at + 1) : undefined;
}

/** The facet by unit, by the unit of the other end of a range, or by its name before the number. */
function measured(reading: Reading, quantity: Quantity, otherUnit: string | undefined): Measured | undefined {
  const { tokens, lexicon } = reading;
  const named = nameBefore(reading, boundBefore(tokens, quantity.from)?.start ?? quantity.from);
  for (const [unit, to] of [
    [quantity.unit, quantity.to],
    [otherUnit ?? "", bareEnd(quantity)],
  ] as const) {
    const meant = ONE_OF_MANY.test(unit) && unit !== "people" ? undefined : lexicon.units.get(unit);
    const choice = meant?.find((one) => one.facet === named) ?? meant?.[0];
    if (choice !== undefined)
      return { ...quantity, to, value: quantity.value * choice.factor, facet: choice.facet };
  }
  return named === undefined ? undefined : { ...quantity, to: bareEnd(quantity), facet: named };
}

/** Where the number itself ends, when the word after it is no unit. */
function bareEnd(quantity: Quantity): number {
  return quantity.unit === "" || /^[$€£]$/.test(quantity.unit) ? quantity.to : quantity.to - 1;
}

/** A number facet whose name or alias ends at a word, "is", "of" and "rated" aside. */
function nameBefore({ tokens, lexicon, catalogue }: Reading, at: number): string | undefined {
  const end = /^(?:is|of|be|was|being)$/.test(wordAt(tokens, at - 1)) ? at - 1 : at;
  if (pauses(tokens, at) || pauses(tokens, end)) return undefined;
  for (let start = Math.max(0, end - 3); start < end; start++) {
    const alias = lexicon.aliases.at(tokens, start);
    // "how long is 2010?"
    if (alias?.to === end && end < at && wordAt(tokens, start) === "how") return undefined;
    if (alias?.to === end) return alias.meaning.find((name) => catalogue.facet(name)?.kind === "number");
  }
  return undefined;
}

function facetNameBefore(reading: Reading, at: number, facet: string): number {
  if (nameBefore(reading, at) !== facet) return at;
  for (let start = Math.max(0, at - 4); start < at; start++) {
    if (reading.lexicon.aliases.at(reading.tokens, start)?.meaning.includes(facet)) return start;
  }
  return at;
}
