import type { ItemId } from "../memory/ids.ts";
import type { Catalogue } from "../memory/items/catalogue.ts";
import type { Findings, Situation } from "./minds/mind.ts";

/** Finds titles of the catalogue in a text that are not those of the given items. */
export type TitleGuard = (text: string, allowed: ReadonlySet<ItemId>) => string[];

/**
 * Titles of two words or more count wherever they stand, in their own capitals; a title of one word ("Heat") is an ordinary word too, and
 * counts only between quotation marks or stars. The index is made at first use: only minds that may invent titles need it.
 */
export function createTitleGuard(catalogue: Catalogue): TitleGuard {
  let index: ReadonlyMap<string, readonly Title[]> | undefined;
  return (text, allowed) => {
    index ??= titlesByFirstWord(catalogue);
    const known = new Set([...allowed].map((id) => titleOf(catalogue, id)));
    const tokens = tokensOf(text);
    const found = tokens.flatMap((token, place) =>
      (index?.get(token.word) ?? []).filter((title) => stands(title, tokens, place, text)),
    );
    return [...new Set(found.map(({ title }) => title))].filter(
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
      "items" in act ? act.items : act.act === "unknown-title" ? act.nearest : [],
    ),
    ...plan.request.like,
    ...plan.request.unlike,
    ...[...remembered.events, ...(forgotten?.events ?? []), ...situation.history].map(({ item }) => item),
    ...situation.shortlist.candidates.slice(0, situation.shortlist.shown).map(({ item }) => item),
  ]);
}

interface Title {
  readonly title: string;
  readonly words: readonly string[];
}

interface Token {
  readonly word: string;
  readonly from: number;
  readonly to: number;
}

function titlesByFirstWord(catalogue: Catalogue): Map<string, Title[]> {
  const index = new Map<string, Title[]>();
  for (let item = 0; item < catalogue.size; item += 1) {
    const title = catalogue.title(item);
    const words = tokensOf(title).map(({ word }) => word);
    const [first] = words;
    if (first !== undefined) index.set(first, [...(index.get(first) ?? []), { title, words }]);
  }
  return index;
}

function tokensOf(text: string): Token[] {
  return Array.from(text.matchAll(/[\p{L}\p{M}\p{N}]+/gu), (match) => ({
    word: match[0],
    from: match.index,
    to: match.index + match[0].length,
  }));
}

function stands({ words }: Title, tokens: readonly Token[], place: number, text: string): boolean {
  if (!words.every((word, offset) => tokens[place + offset]?.word === word)) return false;
  if (words.length > 1) return true;
  const [token] = tokens.slice(place, place + 1);
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
