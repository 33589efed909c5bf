import type { ItemId } from "../memory/ids.ts";
import type { Catalogue } from "../memory/items/catalogue.ts";
import { HashListsBuilder, hashOf } from "../tools/language/hash-lists.ts";
import type { Findings, Situation } from "./minds/mind.ts";

/** Finds titles of the catalogue in a text that are not those of the given items. */
export type TitleGuard = (text: string, allowed: ReadonlySet<ItemId>) => string[];

/**
 * Titles of two words or more count wherever they stand, in their own capitals; a title of one word ("Heat") is an ordinary word too, and
 * counts only between quotation marks or stars. The index is made at first use: only minds that may invent titles need it.
 */
export function createTitleGuard(catalogue: Catalogue): TitleGuard {
  let index: TitlesByWords | undefined;
  return (text, allowed) => {
    index ??= titlesByWords(catalogue);
    const known = new Set([...allowed].map((id) => titleOf(catalogue, id)));
    const tokens = tokensOf(text);
    const found = new Set<string>();
    for (const place of tokens.keys())
      for (const title of standingAt(place, tokens, text, index)) found.add(title);
    return [...found].filter(
      (title) => !known.has(title) && ![...known].some((other) => other.includes(title)),
    );
  };
}

/** Every item that a reply may name: what was found, what was spoken of, what is remembered and what lies on the table. */
export function itemsSpokenOf(situation: Situation, findings: Findings): Set<ItemId> {
  const { plan, items, lookUps, comparison, opinions, claims, remembered, forgotten } = findings;
  const reasons = [
    ...items.flatMap((item) => item.reasons),
    ...claims.flatMap((one) => one.claims),
    ...opinions.flatMap((one) => one.claims),
  ];
  return new Set([
    ...items.map(({ id }) => id),
    ...[...lookUps, ...opinions, ...claims, ...(comparison?.items ?? [])].map(({ item }) => item),
    ...reasons.flatMap(({ evidence }) =>
      evidence.flatMap((one) => ("item" in one ? [one.item] : "without" in one ? [one.without] : [])),
    ),
    ...plan.acts.flatMap((act) =>
      "items" in act ? (act.items ?? []) : act.act === "unknown-title" ? act.nearest : [],
    ),
    ...plan.request.like,
    ...plan.request.unlike,
    ...[...remembered.events, ...(forgotten?.events ?? []), ...situation.history].map(({ item }) => item),
    ...situation.shortlist.candidates.slice(0, situation.shortlist.shown).map(({ item }) => item),
  ]);
}

interface TitlesByWords {
  /** Titles of just these words. */
  readonly of: (words: readonly string[]) => readonly string[];
  /** The most words any title has. */
  readonly longest: number;
}

interface Token {
  readonly word: string;
  readonly from: number;
  readonly to: number;
}

/** Items are filed by a hash of their title's words: a million titles take some megabytes. */
function titlesByWords(catalogue: Catalogue): TitlesByWords {
  const builder = new HashListsBuilder();
  let longest = 0;
  for (let item = 0; item < catalogue.size; item += 1) {
    const words = wordsOf(catalogue.title(item));
    if (words.length === 0) continue;
    builder.add(hashOf(words.join(" ")), item);
    longest = Math.max(longest, words.length);
  }
  const filed = builder.finish();
  return {
    longest,
    of: (words) => {
      const wanted = words.join(" ");
      const titles = new Set(filed.get(hashOf(wanted)).map((item) => catalogue.title(item)));
      return [...titles].filter((title) => wordsOf(title).join(" ") === wanted);
    },
  };
}

/** Titles whose words begin at a place of the text. */
function standingAt(place: number, tokens: readonly Token[], text: string, index: TitlesByWords): string[] {
  const words: string[] = [];
  const found: string[] = [];
  for (const { word } of tokens.slice(place, place + index.longest)) {
    words.push(word);
    if (words.length > 1 || isMarked(tokens[place], text)) found.push(...index.of(words));
  }
  return found;
}

function wordsOf(title: string): string[] {
  return tokensOf(title).map(({ word }) => word);
}

function tokensOf(text: string): Token[] {
  return Array.from(text.matchAll(/[\p{L}\p{M}\p{N}]+/gu), (match) => ({
    word: match[0],
    from: match.index,
    to: match.index + match[0].length,
  }));
}

/** Between quotation marks or stars. */
function isMarked(token: Token | undefined, text: string): boolean {
  return (
    token !== undefined &&
    /[“"«*_]/u.test(text.charAt(token.from - 1)) &&
    /[”"»*_]/u.test(text.charAt(token.to))
  );
}

function titleOf(catalogue: Catalogue, id: ItemId): string {
  const index = catalogue.indexOf(id);
  return index === undefined ? "" : catalogue.title(index);
}
