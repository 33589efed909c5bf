import type { ItemId } from "../../../memory/ids.ts";
import type { Condition } from "../../../memory/items/constraint.ts";

/** What a stretch of words means by itself, before anybody asks what was done with it. */
export type Meaning =
  /** Items by title or by reference; `pronoun` ones take the items spoken of before. Empty items: `unknown` says what was asked for. */
  | {
      readonly kind: "item";
      readonly items: readonly ItemId[];
      readonly by: "title" | "place" | "pronoun" | "all";
      readonly plural?: boolean;
      /** Others of the very same title: which one is meant was not said. */
      readonly namesakes?: readonly ItemId[];
      /** It was chosen among these, which share a title. */
      readonly among?: readonly ItemId[];
      readonly unknown?: string;
    }
  /**
   * Values of one category, tags or people facet, all meant together unless it is `either`. `open`: from a large vocabulary, so weaker
   * evidence.
   */
  | {
      readonly kind: "values";
      readonly facet: string;
      readonly values: readonly string[];
      readonly open: boolean;
      /** "funnier": more of it than what is on the table. */
      readonly degree?: true;
      /** Everything but these values is meant: "subtitles" is any language but one's own. */
      readonly inverse?: true;
      /** Any of the values will do. */
      readonly either?: true;
      /** What will do as well: "light" is a comedy or something heartwarming. */
      readonly or?: readonly Condition[];
      /** The everyday phrase that a lexicon explains so. */
      readonly phrase?: string;
      /** Items that it was taken from ("the same director as Alien"), which are not meant themselves. */
      readonly of?: readonly ItemId[];
    }
  | {
      readonly kind: "range";
      readonly facet: string;
      readonly min?: number;
      readonly max?: number;
      readonly of?: readonly ItemId[];
    }
  /** "shorter": less than what is on the table, or than the item that follows "than". */
  | {
      readonly kind: "comparative";
      readonly facet: string;
      readonly direction: "lower" | "higher";
      readonly than?: ItemId;
    }
  /** "short": the low or high third of the catalogue. */
  | { readonly kind: "level"; readonly facet: string; readonly direction: "lower" | "higher" }
  | { readonly kind: "count"; readonly count: number; readonly more: boolean }
  /** On the catalogue's scale; 0..1 where it has none. */
  | {
      readonly kind: "rating";
      readonly value: number;
      /** The scale has no such value. */
      readonly beyond?: true;
    }
  | { readonly kind: "renown"; readonly renown: "popular" | "obscure" }
  | {
      readonly kind: "sort";
      readonly facet: string;
      readonly direction: "ascending" | "descending";
      /** Only the first is meant: "the longest western". */
      readonly single?: true;
    }
  /** "any length", "the year doesn't matter". */
  | { readonly kind: "loosen"; readonly facet: string };
