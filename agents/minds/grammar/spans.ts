import type { Token } from "../../../tools/language/running-text.ts";
import { withNamesakes } from "./namesakes.ts";
import { RECOGNISERS } from "./recognisers/table.ts";
import { withRelations } from "./relations.ts";
import { isKind, type Reading, type Span, type SpanOf, wordAt } from "./span.ts";
import { CUES } from "./words/cues.ts";

/** All spans of a text, left to right, not overlapping: the longer wins, then the weightier, then the earlier recogniser. */
export function spansOf(reading: Reading): Span[] {
  const found = RECOGNISERS.flatMap((recogniser) => recogniser.find(reading)).filter(
    (span) => !isInCue(reading, span),
  );
  const ranked = found.map((span, order) => ({ span, order, length: lengthOf(span) }));
  ranked.sort((a, b) => b.length - a.length || b.span.weight - a.span.weight || a.order - b.order);
  const taken = new Uint8Array(reading.tokens.length);
  const chosen: Span[] = [];
  for (const { span } of ranked) {
    if (taken.subarray(span.from, span.to).includes(1)) continue;
    taken.fill(1, span.from, span.to);
    chosen.push(span);
  }
  chosen.sort((a, b) => a.from - b.from);
  const named = withNamesakes(reading, withPeople(chosen, reading.tokens));
  return withRelations(reading, resolvePronouns(named, reading.tokens));
}

/** "light on romance", "a change from": a word that is a value elsewhere is part of a phrase that takes a stance. */
function isInCue({ tokens }: Reading, { from, to, meaning }: Span): boolean {
  if (meaning.kind !== "values" || to > from + 1) return false;
  if ((CUES.at(tokens, from)?.to ?? to) > to) return true;
  return [1, 2, 3].some((back) => (from >= back ? (CUES.at(tokens, from - back)?.to ?? 0) : 0) >= to);
}

/** Ranges own their prepositions, which must not make them outweigh a title that is as long without. */
function lengthOf(span: Span): number {
  return span.to - span.from + (span.meaning.kind === "rating" ? 1 : 0);
}

/** Verbs whose "it" and "them" may be a kind as well as an item: "horror? I love it", "musicals, can't stand them". */
const TASTE =
  /^(?:love|loved|hate|hated|enjoy|enjoyed|stand|adore|loathe|detest|dislike|bear|avoid|skip|remove|drop|mind|like|liked)$/;

/** "I hate Tarantino. No, I like him": who was named before in the same text. */
function withPeople(spans: readonly Span[], tokens: readonly Token[]): Span[] {
  const added = tokens.flatMap(({ norm }, at): Span[] => {
    if (!/^(?:him|her|them)$/.test(norm) || !TASTE.test(wordAt(tokens, at - 1))) return [];
    if (spans.some(({ from, to }) => from <= at && at < to)) return [];
    const person = spans.findLast((span) => span.to <= at && isKind(span, "values"));
    return person === undefined ? [] : [{ ...person, from: at, to: at + 1 }];
  });
  return added.length === 0 ? [...spans] : [...spans, ...added].sort((a, b) => a.from - b.from);
}

/** "I've seen Heat and loved it": a pronoun means what was named before it in the same text, else what it meant already. */
function resolvePronouns(spans: readonly Span[], tokens: readonly Token[]): Span[] {
  let values: SpanOf<"values"> | undefined;
  let named: Extract<Span["meaning"], { kind: "item" }>[] = [];
  let end = -1;
  return spans.map((span) => {
    if (isKind(span, "values")) values = span;
    if (!isKind(span, "item")) return span;
    const { by } = span.meaning;
    if (by === "title" || by === "place") {
      named = span.from - end <= 2 ? [...named, span.meaning] : [span.meaning];
      end = span.to;
      values = undefined;
      return span;
    }
    const last = named.at(-1);
    if (last === undefined) {
      if (values === undefined || !TASTE.test(wordAt(tokens, span.from - 1))) return span;
      return { ...span, meaning: values.meaning };
    }
    if (by === "pronoun") return { ...span, meaning: { ...last, by } };
    const items = named.flatMap((meaning) => meaning.items);
    return items.length > 1 ? { ...span, meaning: { kind: "item", items, by, plural: true } } : span;
  });
}
