import type { ItemId } from "../../../memory/ids.ts";
import type { Constraint, FacetTest } from "../../../memory/items/constraint.ts";
import { shownItems } from "../../../memory/items/shortlist.ts";
import { isKind, type Span, type SpanOf, wordAt } from "./span.ts";
import type { Stanced } from "./stance-scope.ts";
import type { Utterance } from "./utterance.ts";
import { saidBy } from "./wish-values.ts";

/** Inclusive; an absent end is open. */
interface Interval {
  readonly min?: number | undefined;
  readonly max?: number | undefined;
}

interface Bounded {
  readonly facet: string;
  readonly interval: Interval;
  readonly unwanted: boolean;
  readonly either: boolean;
  readonly from: Stanced;
}

/**
 * Years, quantities, levels and comparatives as constraints. Wanted intervals of one facet are united by "or", else
 * intersected; of those that exclude each other the last holds.
 * @param like items named as examples: "like the second but shorter" is shorter than the second
 */
export function rangeConstraints(
  utterance: Utterance,
  asked: readonly Stanced[],
  like: readonly ItemId[],
): Constraint[] {
  const bounded = asked.flatMap((stanced): Bounded[] => {
    const { span, stance, joined } = stanced;
    const unwanted = stance === "exclude" || stance === "counterexample";
    const either = joined === "or" || joined === "listed";
    if (isKind(span, "range")) {
      const { facet, min, max } = span.meaning;
      return [{ facet, interval: { min, max }, unwanted, either, from: stanced }];
    }
    if (isKind(span, "level"))
      return [
        { facet: span.meaning.facet, ...levelInterval(utterance, span, unwanted), either, from: stanced },
      ];
    if (!isKind(span, "comparative") || isSaidBefore(utterance, asked, stanced)) return [];
    const interval = comparedInterval(utterance, span, unwanted, like);
    return [{ facet: span.meaning.facet, interval, unwanted: false, either, from: stanced }];
  });
  return [...new Set(bounded.map(({ facet }) => facet))].flatMap((facet) => {
    const own = bounded.filter((one) => one.facet === facet);
    return constraintsOf(utterance, facet, own);
  });
}

/** "I only have two hours, so nothing longer than that." */
function isSaidBefore({ tokens }: Utterance, asked: readonly Stanced[], { span }: Stanced): boolean {
  const than = wordAt(tokens, span.to) === "than" && /^(?:that|this|it)$/.test(wordAt(tokens, span.to + 1));
  const { meaning } = span;
  if (!than || meaning.kind !== "comparative") return false;
  return asked.some(
    (other) =>
      other.span.to <= span.from && isKind(other.span, "range") && other.span.meaning.facet === meaning.facet,
  );
}

function constraintsOf(utterance: Utterance, facet: string, own: readonly Bounded[]): Constraint[] {
  const strength = utterance.catalogue.facet(facet)?.strength ?? 0.5;
  const make = (test: FacetTest, from: readonly Bounded[], firm: number): Constraint => ({
    facet,
    test,
    strength: firm,
    said: saidBy(
      utterance,
      from.map((one) => one.from),
    ),
    source: "said",
  });
  const wanted = own.filter((one) => !one.unwanted);
  const unwanted = own.filter((one) => one.unwanted);
  const tests = wantedTests(wanted);
  const { step } = utterance.lexicon.scale(facet);
  const without = united(
    unwanted.map((one) => one.interval),
    step,
  );
  return [
    ...tests.map((test) => make(test, wanted, strength)),
    ...without.map((interval) => make(outside(interval, step), unwanted, 1)),
  ];
}

function wantedTests(wanted: readonly Bounded[]): FacetTest[] {
  const [first, ...rest] = wanted;
  if (first === undefined) return [];
  const either = rest.some((one, at) => one.either && isAlternative(one, wanted[at]));
  const joint = rest.reduce<Interval>((all, one) => intersection(all, one.interval), first.interval);
  const last = rest.at(-1)?.interval ?? joint;
  const apart = (joint.min ?? -Infinity) > (joint.max ?? Infinity);
  const listed = rest.every(
    ({ from, interval }) => from.joined === "and" && interval.min !== undefined && interval.max !== undefined,
  );
  // "the 60s and 70s" are twenty years.
  if (!either && apart && listed) return unitedTests(wanted);
  if (!either) return [between((joint.min ?? -Infinity) <= (joint.max ?? Infinity) ? joint : last)];
  return unitedTests(wanted);
}

function unitedTests(wanted: readonly Bounded[]): FacetTest[] {
  const parts = united(
    wanted.map((one) => one.interval),
    1,
  );
  const whole: Interval = { min: parts[0]?.min, max: parts.at(-1)?.max };
  const gaps = parts.slice(1).flatMap((part, at): FacetTest[] => {
    const [end, start] = [parts[at]?.max, part.min];
    return end === undefined || start === undefined ? [] : [{ op: "outside", min: end + 1, max: start - 1 }];
  });
  return whole.min === undefined && whole.max === undefined ? gaps : [between(whole), ...gaps];
}

/** "1994, 1996" lists years; "short, under 90 minutes" says one thing twice. */
function isAlternative({ interval, from }: Bounded, before: Bounded | undefined): boolean {
  const closed = [interval, before?.interval].every((one) => one?.min !== undefined && one.max !== undefined);
  return closed || from.joined === "or";
}

function between({ min, max }: Interval): FacetTest {
  return { op: "between", ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
}

/** The complement, up to the number next to it: ranges are inclusive at both ends. */
function outside({ min, max }: Interval, step: number): FacetTest {
  if (min !== undefined && max !== undefined) return { op: "outside", min, max };
  return min === undefined
    ? between({ min: (max ?? 0) + step })
    : between({ max: rounded(min - step, step) });
}

export function intersection(a: Interval, b: Interval): Interval {
  const min = a.min === undefined ? b.min : b.min === undefined ? a.min : Math.max(a.min, b.min);
  const max = a.max === undefined ? b.max : b.max === undefined ? a.max : Math.min(a.max, b.max);
  return { min, max };
}

/** Sorted, with those that touch joined. */
function united(intervals: readonly Interval[], step: number): Interval[] {
  const sorted = [...intervals].sort((a, b) => (a.min ?? -Infinity) - (b.min ?? -Infinity));
  const joined: Interval[] = [];
  for (const interval of sorted) {
    const last = joined.at(-1);
    if (last === undefined || (last.max ?? Infinity) + step < (interval.min ?? -Infinity)) {
      joined.push(interval);
      continue;
    }
    const max =
      last.max === undefined || interval.max === undefined ? undefined : Math.max(last.max, interval.max);
    joined[joined.length - 1] = { min: last.min, max };
  }
  return joined;
}

/** "not too long" leaves out the high third; "not so long", with a list on the table, means less than what is there. */
function levelInterval(
  utterance: Utterance,
  span: SpanOf<"level">,
  negated: boolean,
): { interval: Interval; unwanted: boolean } {
  const { facet, direction } = span.meaning;
  const { low, high, step } = utterance.lexicon.scale(facet);
  const before = wordAt(utterance.tokens, span.from - 1);
  const subject = tooMuch(utterance, span);
  const pool = subject.length > 0 ? subject : shownItems(utterance.situation.shortlist);
  const reference = measure(utterance, facet, pool);
  if (reference !== undefined && (negated ? /^(?:so|as|that)$/ : /^(?:too|so)$/).test(before)) {
    return { interval: beyond(reference, direction === "lower" ? "higher" : "lower", step), unwanted: false };
  }
  const opposed = !negated && before === "too";
  if (direction === "lower")
    return { interval: opposed || negated ? { min: low } : { max: low }, unwanted: false };
  return { interval: opposed || negated ? { max: high } : { min: high }, unwanted: false };
}

/** "the second is way too long": of which item there is too much. */
export function tooMuch({ spans, tokens }: Utterance, { from }: Span): readonly ItemId[] {
  let at = from - 1;
  if (wordAt(tokens, at) !== "too") return [];
  while (
    /^(?:too|way|far|much|a|bit|little|just|really|simply|is|was|looks|seems|sounds)$/.test(
      wordAt(tokens, at),
    )
  )
    at -= 1;
  const item = spans.find(({ span }) => span.to === at + 1 && isKind(span, "item"))?.span;
  return item !== undefined && isKind(item, "item") ? item.meaning.items : [];
}

function comparedInterval(
  utterance: Utterance,
  span: SpanOf<"comparative">,
  negated: boolean,
  like: readonly ItemId[],
): Interval {
  const { facet, direction } = span.meaning;
  const { low, high, step } = utterance.lexicon.scale(facet);
  const named = itemAfterThan(utterance, span);
  const pool = named.length > 0 ? named : like.length > 0 ? like : shownItems(utterance.situation.shortlist);
  const reference =
    measure(utterance, facet, pool) ?? measure(utterance, facet, shownItems(utterance.situation.shortlist));
  if (negated) return direction === "lower" ? { min: reference ?? low } : { max: reference ?? high };
  if (reference === undefined) return direction === "lower" ? { max: low } : { min: high };
  return beyond(reference, direction, step);
}

function itemAfterThan({ spans, tokens }: Utterance, span: Span): readonly ItemId[] {
  if (wordAt(tokens, span.to) !== "than") return [];
  const named = spans.find((other) => other.span.from > span.to && other.span.from <= span.to + 2)?.span;
  return named !== undefined && isKind(named, "item") ? named.meaning.items : [];
}

function beyond(reference: number, direction: "lower" | "higher", step: number): Interval {
  if (direction === "higher") return { min: rounded(Math.floor(reference / step) * step + step, step) };
  return { max: rounded(Math.ceil(rounded(reference / step, 1e-6)) * step - step, step) };
}

function rounded(value: number, step: number): number {
  return Number((Math.round(value / step) * step).toFixed(6));
}

/** The median of a facet over items; undefined where none has it. */
function measure({ catalogue }: Utterance, facet: string, items: readonly ItemId[]): number | undefined {
  const numbers = items
    .map((id) => catalogue.indexOf(id))
    .map((index) => (index === undefined ? undefined : catalogue.value(index, facet)))
    .filter((value) => typeof value === "number")
    .sort((a, b) => a - b);
  const middle = numbers.length >> 1;
  const upper = numbers[middle];
  if (upper === undefined) return undefined;
  return numbers.length % 2 === 1 ? upper : (upper + (numbers[middle - 1] ?? upper)) / 2;
}
