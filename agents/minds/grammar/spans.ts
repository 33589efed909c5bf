import type { Token } from "../../../tools/language/running-text.ts";
import type { Request } from "../../../tools/retrieval/request.ts";
import { withNamesakes } from "./namesakes.ts";
import { pauses, stops } from "./pauses.ts";
import { numberAt } from "./quantities.ts";
import { RECOGNISERS } from "./recognisers/table.ts";
import { withRelations } from "./relations.ts";
import { withRoles } from "./roles-around.ts";
import { isKind, type Reading, type Span, type SpanOf, wordAt } from "./span.ts";
import { CUES } from "./words/cues.ts";
import { WITH } from "./words/roles.ts";

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
  const named = withNamesakes(reading, withAllNamed(withPeople(chosen, reading), reading.tokens));
  return withRoles(reading, withRelations(reading, resolvePronouns(named, reading)));
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

const LEADS_TO_PERSON = new RegExp(`^(?:without|by|${WITH})$`);

/** "I hate Tarantino. No, I like him": who was named before in the same text. */
function withPeople(spans: readonly Span[], { tokens, situation, catalogue }: Reading): Span[] {
  const added = tokens.flatMap(({ norm }, at): Span[] => {
    const before = wordAt(tokens, at - 1);
    const taste = TASTE.test(before);
    if (!/^(?:him|her|them)$/.test(norm) || !(taste || LEADS_TO_PERSON.test(before))) return [];
    // "I'd like them to be …"
    if (/^(?:id|would|d|wed)$/.test(wordAt(tokens, at - 2)) || wordAt(tokens, at + 1) === "to") return [];
    if (spans.some(({ from, to }) => from <= at && at < to)) return [];
    const person = spans.findLast((span) => span.to <= at && isKind(span, "values"));
    if (person !== undefined && (taste || isPerson(person, catalogue)))
      return taste ? [{ ...person, from: at, to: at + 1 }] : [];
    return norm === "them" ? [] : personAskedFor(situation.request, catalogue, at);
  });
  return added.length === 0 ? [...spans] : [...spans, ...added].sort((a, b) => a.from - b.from);
}

function isPerson({ meaning }: Span, catalogue: Reading["catalogue"]): boolean {
  return meaning.kind === "values" && catalogue.facet(meaning.facet)?.kind === "people";
}

/** "Do you have any westerns without him?": who the request on the table names last. */
function personAskedFor({ constraints }: Request, catalogue: Reading["catalogue"], at: number): Span[] {
  const last = constraints.findLast(
    ({ facet, test, source }) =>
      source === "said" &&
      catalogue.facet(facet)?.kind === "people" &&
      test.op !== "none-of" &&
      "values" in test,
  );
  if (last === undefined || !("values" in last.test) || last.test.values.length > 1) return [];
  const { facet, test, or } = last;
  const meaning = {
    kind: "values" as const,
    facet,
    values: [...test.values],
    open: false,
    ...(or !== undefined && { or }),
  };
  return [{ from: at, to: at + 1, weight: 5, meaning }];
}

/** "Seen Heat, Ronin and Thief. Loved all three.": those that the same text named. */
function withAllNamed(spans: readonly Span[], tokens: readonly Token[]): Span[] {
  const added = tokens.flatMap(({ norm }, at): Span[] => {
    const number = norm === "both" ? 2 : norm === "all" ? numberAt(tokens, at + 1)?.value : undefined;
    const to = norm === "both" ? at + 1 : at + 2;
    if (number === undefined || spans.some((span) => span.from < to && at < span.to && isKind(span, "item")))
      return [];
    const named = spans.filter(
      (span) => span.to <= at && isKind(span, "item") && span.meaning.by === "title",
    );
    if (
      named.length !== number ||
      !(to >= tokens.length || pauses(tokens, to) || /^(?:of|were|are)$/.test(wordAt(tokens, to)))
    )
      return [];
    const items = named.flatMap((span) => (isKind(span, "item") ? span.meaning.items : []));
    return [{ from: at, to, weight: 9, meaning: { kind: "item", items, by: "all", plural: true } }];
  });
  if (added.length === 0) return [...spans];
  const clear = spans.filter((span) => !added.some((one) => span.from < one.to && one.from < span.to));
  return [...clear, ...added].sort((a, b) => a.from - b.from);
}

/**
 * Whether a pronoun stands for what is asked for, and so for no item: "a film, as long as it isn't from the 90s", "they should star …",
 * "something with Peter Lorre in it".
 */
function standsForWish({ from, to, meaning }: Span, { tokens, lexicon }: Reading): boolean {
  if (meaning.kind !== "item" || (meaning.by !== "pronoun" && meaning.by !== "all")) return false;
  const word = wordAt(tokens, from);
  if (!/^(?:it|them|they|that)$/.test(word) || to > from + 1) return false;
  // "something like it", "anything Japanese among them"
  const before = wordAt(tokens, from - 1);
  if (/^(?:like|than|as|among|amongst|between|of|from)$/.test(before) && wordAt(tokens, to) !== "to")
    return false;
  // "so I'll have to check it out": what is met is an item.
  const subject = [2, 3, 4, 5].some((back) => /^(?:i|ill|id|im|we|well)$/.test(wordAt(tokens, from - back)));
  if (word === "it" && subject && /^(?:check|look|watch|see|try|read|give)$/.test(before)) return false;
  // "I used to hate horror but now I love it"
  if (TASTE.test(before) && before !== "like") return false;
  const next = wordAt(tokens, to);
  const relative = word === "that" && wishedBefore(tokens, lexicon, from) >= 0;
  if (word === "that") return relative && /^(?:is|are|was|were|has|have|isnt|arent|wasnt)$/.test(next);
  if (/^(?:should|must|shouldnt|mustnt|shall|ought|need|needs)$/.test(next)) return true;
  // "I'd like it to be set in Paris"
  if (next === "to" && /^(?:be|have|star|take|run|last|play)$/.test(wordAt(tokens, to + 1))) return true;
  if (/^(?:has|have)$/.test(next) && wordAt(tokens, to + 1) === "to") return true;
  // "Mel Brooks should have directed it", "as long as he isn't in it"
  let start = from;
  while (start > 0 && from - start < 10 && !stops(tokens, start)) start -= 1;
  const clause = tokens.slice(start, from).map(({ norm }) => norm);
  if (clause.some((word) => /^(?:should|must|shouldnt|mustnt|ought|unless|provided)$/.test(word)))
    return true;
  if (
    /\b(?:as|so) long as\b|\bhas to\b|(?<!\b(?:i|ill|id|we|well|will|would|may|might) )\bhave to\b/.test(
      clause.join(" "),
    )
  )
    return true;
  // "I want something …": the nearest thing before that is asked for.
  const earlier = tokens.slice(0, from).map(({ norm }) => norm);
  const wished = wishedBefore(tokens, lexicon, from);
  const asks = earlier.some((word) => ASKS.test(word));
  return (
    wished >= 0 &&
    asks &&
    !earlier.slice(wished).some((word) => /^(?:seen|watched|read|loved|hated)$/.test(word))
  );
}

/** The nearest word before a place that stands for what is asked for; -1: none. */
function wishedBefore(
  tokens: readonly Token[],
  { nouns, vocabulary }: Reading["lexicon"],
  at: number,
): number {
  const isKindOf = (word: string): boolean =>
    vocabulary.entries(word).some(({ open, person }) => !open && !person);
  return tokens
    .slice(0, at)
    .findLastIndex(
      ({ norm }) =>
        /^(?:something|anything|somebody|one|ones)$/.test(norm) || nouns.has(norm) || isKindOf(norm),
    );
}

const ASKS =
  /^(?:want|wanna|like|love|need|find|show|give|recommend|recommending|suggest|suggesting|looking|searching|after|got|get|watch|see|pick|list|mood|fancy|any|some|something|anything|which|what|how|a|an|let|lets|could|can)$/;

/** "I've seen Heat and loved it": a pronoun means what was named before it in the same text, else what it meant already. */
function resolvePronouns(spans: readonly Span[], reading: Reading): Span[] {
  const { tokens } = reading;
  let values: SpanOf<"values"> | undefined;
  let named: Extract<Span["meaning"], { kind: "item" }>[] = [];
  let end = -1;
  return spans
    .filter((span) => !standsForWish(span, reading))
    .map((span) => {
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
