import type { ItemId } from "../../../memory/ids.ts";
import type { Constraint } from "../../../memory/items/constraint.ts";
import type { Request } from "../../../tools/retrieval/request.ts";
import { isDescribed } from "./described.ts";
import { letGo } from "./let-go.ts";
import { freedBy, isPermitted } from "./permitted.ts";
import { searchText } from "./search-text.ts";
import { isKind, wordAt } from "./span.ts";
import { lastSpokenOf } from "./spoken-of.ts";
import type { Stanced } from "./stance-scope.ts";
import type { Utterance } from "./utterance.ts";
import { rangeConstraints, tooMuch } from "./wish-ranges.ts";
import { valueConstraints } from "./wish-values.ts";
import { FROM_WATCHLIST } from "./words/lists.ts";

/** What one utterance asks for, before it meets what was asked before. */
export interface Wish {
  readonly constraints: readonly Constraint[];
  readonly like: readonly ItemId[];
  readonly unlike: readonly ItemId[];
  readonly text: string | undefined;
  readonly count: number | undefined;
  readonly sort: Request["sort"];
  readonly surprise: boolean;
  readonly renown: Request["renown"];
  /** "from my watchlist". */
  readonly only: Request["only"];
  /** Facets that no longer matter: "any length". */
  readonly loosened: readonly string[];
  /** Examples that no longer are any: "drop Casablanca". */
  readonly dropped: readonly ItemId[];
  /** Values and ranges that need not be any more: "not only comedies", "the eighties are fine". */
  readonly opened: readonly Opened[];
  /** Items that are not meant: "what else did he direct?". */
  readonly besides: readonly ItemId[];
  /** Directions that are measured against the list: "newer" takes back "older". */
  readonly compared: readonly { readonly facet: string; readonly direction: "lower" | "higher" }[];
  /** Measured against what is on the table: "shorter", "funnier", "more like the second". */
  readonly relative: boolean;
}

/** What is free again. */
export type Opened =
  | { readonly facet: string; readonly value: string }
  | { readonly facet: string; readonly min: number | undefined; readonly max: number | undefined };

const SURPRISE =
  /\b(?:surprise me|something random|random (?:one|pick|choice)|anything (?:at all|goes|is fine|will do|really)|(?:you|just) (?:choose|pick|decide)|dealers choice|whatever you (?:like|want|think)|i(?:m feeling| feel) lucky|i dont care(?: what(?: i \S+| \S+ \S+)?)?$|up to you)\b|^(?:whatever|random|you choose)$/;
/** Alone it leaves the choice; before "It should be a war film" it leaves nothing. */
const ANYTHING = /^(?:anything|something)$/;

/** @param free the spans that no act has claimed */
export function wishOf(utterance: Utterance, free: readonly Stanced[], claimed: Uint8Array): Wish {
  const asked = free.filter(
    ({ span, stance }) =>
      !isPermitted(utterance, span) &&
      !isDescribed(utterance, span) &&
      letGo(utterance, span) === undefined &&
      (stance === "want" ||
        (stance === "tolerate" && isKind(span, "range") && !isRuledOut(utterance, span.meaning.facet)) ||
        stance === "exclude" ||
        stance === "example" ||
        stance === "counterexample" ||
        (stance === "unseen" && span.meaning.kind !== "item")),
  );
  const items = (stances: readonly Stanced["stance"][]): ItemId[] => [
    ...new Set(
      asked.flatMap(({ span, stance }) =>
        isKind(span, "item") && stances.includes(stance) ? span.meaning.items : [],
      ),
    ),
  ];
  const named = items(["example"]);
  const like = named.length > 0 ? named : pointedAt(utterance, asked);
  const unlike = items(like.length > 0 ? ["counterexample", "exclude"] : ["counterexample"]);
  return {
    constraints: [...valueConstraints(utterance, asked), ...rangeConstraints(utterance, asked, like)],
    like,
    unlike,
    text: searchText(utterance, claimed),
    count:
      asked
        .map(({ span }) => (isKind(span, "count") ? span.meaning.count : undefined))
        .find((count) => count !== undefined) ??
      (asked.some(({ span }) => isKind(span, "sort") && span.meaning.single) ? 1 : undefined),
    sort: sortOf(asked),
    surprise: utterance.sentences.some(
      ({ pattern, from }) =>
        claimed[from] !== 1 &&
        (SURPRISE.test(pattern) || (ANYTHING.test(pattern) && utterance.sentences.length === 1)),
    ),
    renown: renownOf(asked),
    only: utterance.sentences.some(({ pattern, from }) => claimed[from] !== 1 && FROM_WATCHLIST.test(pattern))
      ? "wanted"
      : undefined,
    loosened: free.flatMap(({ span }) => {
      const gone = letGo(utterance, span);
      if (gone !== undefined && !("value" in gone)) return [gone.facet];
      return isKind(span, "loosen") ? [span.meaning.facet] : freedBy(utterance, span);
    }),
    dropped: droppedExamples(utterance, asked),
    opened: free.flatMap((one): readonly Opened[] => {
      const gone = letGo(utterance, one.span);
      return gone !== undefined && "value" in gone ? gone.values : openedBy(utterance, one);
    }),
    besides: [
      ...(asksForOthers(utterance) ? lastSpokenOf(utterance) : []),
      ...asked.flatMap(({ span: { meaning } }) => ("of" in meaning ? (meaning.of ?? []) : [])),
    ],
    compared: asked.flatMap(({ span }) => {
      // "older than Vertigo" measures by what it names, not by the list.
      if (!isKind(span, "comparative") || wordAt(utterance.tokens, span.to) === "than") return [];
      return [{ facet: span.meaning.facet, direction: span.meaning.direction }];
    }),
    relative:
      asked.some((one) => isRelative(one)) ||
      (named.length === 0 && like.length > 0) ||
      droppedExamples(utterance, asked).length > 0,
  };
}

/** Whether some of a facet was ruled out: "the eighties are fine" frees them then, and asks for them else. */
function isRuledOut({ situation }: Utterance, facet: string): boolean {
  const said = situation.request.constraints.some((one) => one.facet === facet && one.test.op === "outside");
  return said || situation.facts.some(({ subject }) => subject.facet === facet);
}

/** "drop Casablanca", which the request on the table is to be like. */
function droppedExamples({ situation }: Utterance, asked: readonly Stanced[]): ItemId[] {
  const { like } = situation.request;
  return asked.flatMap(({ span, stance }) =>
    isKind(span, "item") && stance === "exclude"
      ? span.meaning.items.filter((item) => like.includes(item))
      : [],
  );
}

/** "not only comedies" frees comedies, "needn't be French" the country and the language; "the eighties are fine" frees years. */
function openedBy(utterance: Utterance, { span, stance }: Stanced): Opened[] {
  const { lexicon, tokens } = utterance;
  if (stance === "tolerate" && isKind(span, "range") && isRuledOut(utterance, span.meaning.facet))
    return [{ min: undefined, max: undefined, ...span.meaning }];
  if (stance !== "open") return [];
  if (isKind(span, "range")) return [{ min: undefined, max: undefined, ...span.meaning }];
  if (!isKind(span, "values")) return [];
  const phrase = tokens
    .slice(span.from, span.to)
    .map(({ norm }) => norm)
    .join(" ");
  const all = [span.meaning, ...lexicon.vocabulary.entries(phrase)];
  return all.flatMap(({ facet, values }) => values.map((value) => ({ facet, value })));
}

/** "what else is she in?": not what was just spoken of. */
function asksForOthers({ tokens }: Utterance): boolean {
  return tokens.some(
    ({ norm }, at) =>
      norm === "else" && /^(?:what|anything|something|who|which)$/.test(wordAt(tokens, at - 1)),
  );
}

/** "the third but without aliens": what is pointed at while more is asked for is an example. */
function pointedAt(utterance: Utterance, asked: readonly Stanced[]): readonly ItemId[] {
  const { tokens } = utterance;
  const faulted = new Set(
    asked.flatMap(({ span }) => (isKind(span, "level") ? tooMuch(utterance, span) : [])),
  );
  const others = asked.some(({ span }) => !isKind(span, "item") && !isKind(span, "count"));
  if (!others) return [];
  return asked.flatMap(({ span, stance }) => {
    if (!isKind(span, "item") || span.meaning.by !== "place" || stance !== "want") return [];
    if (span.meaning.items.some((item) => faulted.has(item))) return [];
    return wordAt(tokens, span.from - 1) === "than" ? [] : span.meaning.items;
  });
}

/** Whether the wish says anything at all. */
export function asksForSomething(wish: Wish): boolean {
  return (
    wish.constraints.length > 0 ||
    wish.like.length > 0 ||
    wish.unlike.length > 0 ||
    wish.text !== undefined ||
    wish.count !== undefined ||
    wish.sort !== undefined ||
    wish.surprise ||
    wish.renown !== undefined ||
    wish.only !== undefined ||
    wish.loosened.length > 0 ||
    wish.opened.length > 0 ||
    wish.dropped.length > 0
  );
}

function isRelative({ span, stance }: Stanced): boolean {
  if (isKind(span, "comparative") || isKind(span, "loosen")) return true;
  if (isKind(span, "values")) return span.meaning.degree === true;
  return isKind(span, "item") && span.meaning.by !== "title" && stance === "example";
}

function sortOf(asked: readonly Stanced[]): Request["sort"] {
  for (const { span } of asked) {
    if (isKind(span, "sort")) return { facet: span.meaning.facet, direction: span.meaning.direction };
  }
  return undefined;
}

function renownOf(asked: readonly Stanced[]): Request["renown"] {
  for (const { span, stance } of asked) {
    if (!isKind(span, "renown")) continue;
    if (stance !== "exclude") return span.meaning.renown;
    return span.meaning.renown === "popular" ? "obscure" : "popular";
  }
  return undefined;
}
