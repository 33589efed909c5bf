import type { ItemId } from "../../../memory/ids.ts";
import type { FacetTest } from "../../../memory/items/constraint.ts";

/** What a message can ask for, one kind a row. */
export const WISH_KINDS = [
  "genre",
  "either-genre",
  "both-genres",
  "without-genre",
  "decade",
  "part-of-decade",
  "before",
  "after",
  "since",
  "between-years",
  "in-year",
  "not-decade",
  "shorter",
  "longer",
  "at-most",
  "at-least",
  "about-long",
  "between-lengths",
  "director",
  "director-or-actor",
  "actor",
  "both-actors",
  "either-actor",
  "without-actor",
  "writer",
  "country",
  "language",
  "certificate",
  "certificate-up-to",
  "keyword",
  "without-keyword",
  "count",
  "renown",
  "like",
  "sort",
] as const;
export type WishKind = (typeof WISH_KINDS)[number];

export interface WishedTest {
  readonly facet: string;
  readonly test: FacetTest;
}

/** `or`: other tests of which any may be met instead ("directed by X or starring Y"). */
export interface WishedConstraint extends WishedTest {
  readonly or?: readonly WishedTest[];
}

/** What a message asks for. All constraints hold at once; an absent field is not asked for. */
export interface Wish {
  readonly constraints: readonly WishedConstraint[];
  /** How many films: said in so many words. "A film" and "something" ask for no number. */
  readonly count?: number;
  readonly renown?: "popular" | "obscure";
  readonly like?: readonly ItemId[];
  readonly sort?: { readonly facet: string; readonly direction: "ascending" | "descending" };
}

/** A message as people type it, and what it asks for. `kinds` says of which kinds it was made, to tell which go wrong. */
export interface WordedWish extends Wish {
  readonly said: string;
  readonly kinds: readonly WishKind[];
}
