import type { ItemId } from "../../../memory/ids.ts";
import type { Catalogue } from "../../../memory/items/catalogue.ts";
import type { TitleLinker } from "../../../tools/language/title-linker.ts";
import { pauses, stops } from "./pauses.ts";
import { isKind, type Reading, type Span, wordAt } from "./span.ts";
import { MADE } from "./words/roles.ts";

/**
 * Which of several items of one title is meant: "the original 3:10 to Yuma, not the remake", "Dune by David Lynch", "Little Women, the new
 * one"; and of the title spoken of last "the 1969 one", "the one with Winona Ryder", "the other one".
 */
export function withNamesakes(reading: Reading, spans: readonly Span[]): Span[] {
  const found = spans.flatMap((span) => chosenBeside(reading, spans, span));
  if (found.length === 0) {
    const picked = chosenOfLast(reading, spans);
    if (picked !== undefined) found.push(picked);
  }
  if (found.length === 0) return [...spans];
  const covered = (span: Span): boolean => found.some(({ from, to }) => span.from < to && span.to > from);
  return [...spans.filter((span) => !covered(span)), ...found].sort((a, b) => a.from - b.from);
}

/** All items of an item's very title, itself among them. */
export function sharedTitle(item: ItemId, catalogue: Catalogue, titles: TitleLinker): readonly ItemId[] {
  const index = catalogue.indexOf(item);
  if (index === undefined) return [];
  const title = catalogue.title(index);
  const mention = titles.find(title);
  if (mention === undefined) return [item];
  const same = [mention.item, ...mention.alternatives].filter((other) => catalogue.title(other) === title);
  return same.includes(index) ? same.map((other) => catalogue.id(other)) : [item];
}

/** Whether a span names an item by words that chose it among those of another's title. */
export function isNamesakeOf(span: Span, item: ItemId): boolean {
  return isKind(span, "item") && span.meaning.among?.includes(item) === true;
}

const OLDER = /^(?:old|older|oldest|original|first|earlier|earliest|classic)$/;
const NEWER = /^(?:new|newer|newest|remake|recent|later|latest|last|modern|remade)$/;
const ONE = /^(?:one|version|adaptation|take)$/;
const BY = new RegExp(`^(?:by|with|from|of|${MADE})$`);

/** A title with words beside it that choose among its namesakes. */
function chosenBeside(reading: Reading, spans: readonly Span[], span: Span): Span[] {
  if (!isKind(span, "item") || span.meaning.by !== "title") return [];
  const { tokens } = reading;
  if (span.meaning.namesakes === undefined) return describedBeside(reading, span);
  const group = [...span.meaning.items, ...span.meaning.namesakes];
  const before = olderOrNewer(reading, group, wordAt(tokens, span.from - 1));
  const owner = spans.find((other) => other.to === span.from && isOwner(reading, other));
  const owned = owner === undefined ? undefined : withPerson(reading, group, owner);
  const behind = chosenBehind(reading, spans, span.to, group);
  const item = before ?? owned ?? behind?.item;
  if (item === undefined) return [];
  const start = owned !== undefined ? (owner?.from ?? span.from) : before ? span.from - 1 : span.from;
  const from = before && wordAt(tokens, start - 1) === "the" ? start - 1 : start;
  return [
    {
      ...span,
      from,
      to: behind?.to ?? span.to,
      meaning: { kind: "item", items: [item], by: "title", among: group },
    },
  ];
}

/** "Godzilla was boring, the old Japanese one": what only describes the one there is asks for nothing. */
function describedBeside({ tokens }: Reading, span: Span): Span[] {
  const end = tokens.findIndex((token, at) => at > span.to && /[,.;!?]/.test(token.gap));
  if (end < 0 || end - span.to > 4 || wordAt(tokens, end) !== "the") return [];
  for (let at = end + 1; at < Math.min(tokens.length, end + 5); at++) {
    if (pauses(tokens, at)) return [];
    if (ONE.test(wordAt(tokens, at)) && (at + 1 >= tokens.length || stops(tokens, at + 1)))
      return [{ ...span, from: end, to: at + 1 }, span];
  }
  return [];
}

interface Choice {
  readonly item: ItemId;
  readonly to: number;
}

/** ", the new one", "by David Lynch", ", not the remake", "the remake". */
function chosenBehind(
  reading: Reading,
  spans: readonly Span[],
  at: number,
  group: readonly ItemId[],
): Choice | undefined {
  const { tokens } = reading;
  const comma = /,/.test(tokens[at]?.gap ?? "");
  if (stops(tokens, at)) return undefined;
  const denied = wordAt(tokens, at) === "not";
  const start = denied ? at + 1 : at;
  const choice = choiceAt(reading, spans, start, group);
  if (choice !== undefined && (comma || denied || wordAt(tokens, start) === "the")) {
    if (!denied) return choice;
    const others = group.filter((item) => item !== choice.item);
    return others.length === 1 && others[0] !== undefined ? { item: others[0], to: choice.to } : undefined;
  }
  return BY.test(wordAt(tokens, at)) ? byPerson(reading, spans, at, group) : undefined;
}

/** "the old one", "the remake", "the 1969 one", "the one with Winona Ryder", "the Villeneuve version". */
function choiceAt(
  reading: Reading,
  spans: readonly Span[],
  at: number,
  group: readonly ItemId[],
): Choice | undefined {
  const { tokens } = reading;
  const start = /^(?:the|that)$/.test(wordAt(tokens, at)) ? at + 1 : at;
  const word = wordAt(tokens, start);
  const named = isOne(reading, start + 1);
  const aged = olderOrNewer(reading, group, word);
  // "the remake" and "the original" say enough; "the old", "the new" need a noun.
  if (aged !== undefined && (named || /^(?:remake|original)$/.test(word)))
    return { item: aged, to: named ? start + 2 : start + 1 };
  const span = spans.find(({ from }) => from === start);
  if (span !== undefined) {
    const picked = ofSpan(reading, group, span);
    if (picked === undefined) return undefined;
    return { item: picked, to: isOne(reading, span.to) ? span.to + 1 : span.to };
  }
  if (!isOne(reading, start)) return undefined;
  const after = start + 1;
  const direct = spans.find(({ from }) => from === after || from === after + 1);
  const picked = direct === undefined ? undefined : ofSpan(reading, group, direct);
  if (picked !== undefined && direct !== undefined) return { item: picked, to: direct.to };
  return BY.test(wordAt(tokens, after)) ? byPerson(reading, spans, after, group) : undefined;
}

function isOne({ tokens, lexicon }: Reading, at: number): boolean {
  if (pauses(tokens, at)) return false;
  return ONE.test(wordAt(tokens, at)) || lexicon.nouns.has(wordAt(tokens, at));
}

function byPerson(
  reading: Reading,
  spans: readonly Span[],
  at: number,
  group: readonly ItemId[],
): Choice | undefined {
  const person = spans.find(({ from }) => from > at && from <= at + 2);
  const item = person === undefined ? undefined : withPerson(reading, group, person);
  return item === undefined || person === undefined ? undefined : { item, to: person.to };
}

function ofSpan(reading: Reading, group: readonly ItemId[], span: Span): ItemId | undefined {
  if (!isKind(span, "range")) return withPerson(reading, group, span);
  const { facet, min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = span.meaning;
  return only(group, (item) => {
    const value = facetValue(reading, item, facet);
    return typeof value === "number" && value >= min && value <= max;
  });
}

/** The one of them that somebody had a part in, or that is from somewhere. */
function withPerson(reading: Reading, group: readonly ItemId[], person: Span): ItemId | undefined {
  if (!isKind(person, "values")) return undefined;
  const { facet, values, or = [] } = person.meaning;
  const { vocabulary } = reading.lexicon;
  // "the Russian one" is in Russian or from Russia.
  const words = reading.tokens
    .slice(person.from, person.to)
    .map(({ norm }) => norm)
    .join(" ");
  const ways = [
    { facet, values },
    ...or.map((condition) => ({ facet: condition.facet, values })),
    ...vocabulary.entries(words),
  ];
  return only(group, (item) =>
    ways.some((way) => {
      const own = facetValue(reading, item, way.facet);
      return own !== undefined && way.values.some((value) => [own].flat().includes(value));
    }),
  );
}

function isOwner({ tokens }: Reading, span: Span): boolean {
  return isKind(span, "values") && /['’]s?$/.test(tokens[span.to - 1]?.text ?? "");
}

function only(group: readonly ItemId[], fits: (item: ItemId) => boolean): ItemId | undefined {
  const [first, ...others] = group.filter(fits);
  return others.length === 0 ? first : undefined;
}

function facetValue({ catalogue }: Reading, item: ItemId, facet: string): unknown {
  const index = catalogue.indexOf(item);
  return index === undefined ? undefined : catalogue.value(index, facet);
}

function olderOrNewer(reading: Reading, group: readonly ItemId[], word: string): ItemId | undefined {
  const { yearFacet } = reading.lexicon;
  const [older, newer] = [OLDER.test(word), NEWER.test(word)];
  if (yearFacet === undefined || !(older || newer)) return undefined;
  const year = (item: ItemId): number => Number(facetValue(reading, item, yearFacet) ?? 0);
  const sorted = [...group].sort((a, b) => year(a) - year(b));
  return older ? sorted[0] : sorted.at(-1);
}

/** Words that choose among the namesakes of what the last turn spoke of. */
function chosenOfLast(reading: Reading, spans: readonly Span[]): Span | undefined {
  const { tokens } = reading;
  const last = lastShared(reading);
  if (last === undefined) return undefined;
  for (let at = 0; at < tokens.length; at++) {
    if (spans.some(({ from, to, meaning }) => from < at && at < to && meaning.kind !== "item")) continue;
    const choice = otherOne(reading, at, last) ?? ownersOne(reading, spans, at, last) ?? listed(at);
    if (choice === undefined) continue;
    const meaning = {
      kind: "item" as const,
      items: [choice.item],
      by: "title" as const,
      among: last.group,
    };
    return { from: at, to: choice.to, weight: 10, meaning };
  }
  return undefined;

  function listed(at: number): Choice | undefined {
    if (!/^(?:the|that)$/.test(wordAt(tokens, at))) return undefined;
    // "the first one" is a place where there is a list.
    const place = /^(?:first|last)$/.test(wordAt(tokens, at + 1));
    if (place && reading.situation.shortlist.shown > 0) return undefined;
    return choiceAt(reading, spans, at, last?.group ?? []);
  }
}

interface Shared {
  readonly group: readonly ItemId[];
  readonly current: ItemId;
}

/** "the other one", where there are two. */
function otherOne({ tokens }: Reading, at: number, { group, current }: Shared): Choice | undefined {
  if (wordAt(tokens, at) !== "the" || wordAt(tokens, at + 1) !== "other") return undefined;
  const [other, ...more] = group.filter((item) => item !== current);
  if (other === undefined || more.length > 0) return undefined;
  return { item: other, to: ONE.test(wordAt(tokens, at + 2)) ? at + 3 : at + 2 };
}

/** "and Villeneuve's?": nothing else is said. */
function ownersOne(
  reading: Reading,
  spans: readonly Span[],
  at: number,
  { group }: Shared,
): Choice | undefined {
  const { tokens } = reading;
  const span = spans.find(({ from }) => from === at);
  if (span === undefined || !isOwner(reading, span)) return undefined;
  const to = isOne(reading, span.to) ? span.to + 1 : span.to;
  const opened = tokens
    .slice(0, at)
    .every(({ norm }) => /^(?:and|or|no|not|i|meant|mean|what|how|about)$/.test(norm));
  const item = opened && to === tokens.length ? withPerson(reading, group, span) : undefined;
  return item === undefined ? undefined : { item, to };
}

/** The title that the last turn spoke of, where it has namesakes. */
function lastShared({ situation, catalogue, titles }: Reading): Shared | undefined {
  const acts = situation.last?.acts ?? [];
  const named = acts.flatMap((act) => ("items" in act ? (act.items ?? []) : []));
  const like = acts.some(({ act }) => act === "seek" || act === "refine") ? situation.request.like : [];
  const focus = situation.focus === undefined ? [] : [situation.focus];
  for (const current of [...named, ...like, ...focus]) {
    const group = sharedTitle(current, catalogue, titles);
    if (group.length > 1) return { group, current };
  }
  return undefined;
}
