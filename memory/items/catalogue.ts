import type { ItemId } from "../ids.ts";
import type { Constraint } from "./constraint.ts";
import type { FacetDeclaration, Noun } from "./facet.ts";
import type { Identifiers } from "./identifiers.ts";
import type { FacetValue, Item } from "./item.ts";
import type { CatalogueLexicon } from "./lexicon.ts";

export interface ValueCount {
  readonly value: string;
  /** Number of items that carry the value. */
  readonly count: number;
}

/** What the interactions say about one item. */
export interface ItemStatistics {
  /** Number of interactions. */
  readonly count: number;
  /** Mean of the rated interactions; undefined where nobody rated. */
  readonly mean: number | undefined;
  /** Popularity: the count decayed by age, 0 for an item nobody touched. Comparable only within a catalogue. */
  readonly popularity: number;
}

/**
 * The read-only items of one dataset. Items have a dense index, 0 to size − 1, in import order: arrays that speak
 * of items (scores, vectors, masks) are laid out by it. Implementations answer from memory or from disk; callers
 * may call `item` freely for the few items of an answer, and should use columns and masks for whole-catalogue work.
 */
export interface Catalogue {
  readonly name: string;
  readonly noun: Noun;
  readonly facets: readonly FacetDeclaration[];
  /** What the interactions measure (`measures.ts`): asked for, tested and ordered by like number facets, but no part of an item. */
  readonly measures: readonly FacetDeclaration[];
  /** What everyday phrases stand for here. */
  readonly lexicon: CatalogueLexicon;
  readonly size: number;
  /** Whether the interactions were simulated: said wherever numbers from them are shown. */
  readonly simulated: boolean;
  /** The rating scale of the interactions, undefined where they carry no ratings. */
  readonly scale: { readonly min: number; readonly max: number } | undefined;

  /** The facet or measure named so; undefined if there is none. */
  facet(name: string): FacetDeclaration | undefined;
  /** The item at an index, without its text and identifiers. Throws RangeError outside 0..size−1. */
  item(index: number): Item;
  /** The id of the item at an index: cheap for all of them. Throws RangeError outside 0..size−1. */
  id(index: number): ItemId;
  indexOf(id: ItemId): number | undefined;
  /** The item that another catalogue calls so: identified("imdb", "tt0113277"). Undefined where none is known by it. */
  identified(scheme: string, value: string): number | undefined;
  /** What other catalogues call the item; empty where nothing is known. Throws RangeError outside 0..size−1. */
  identifiers(index: number): Identifiers;
  title(index: number): string;
  /** Of a facet, or of a measure. */
  value(index: number, facet: string): FacetValue | undefined;
  /** The item's prose; undefined where it has none. */
  text(index: number): string | undefined;
  statistics(index: number): ItemStatistics;
  /** The vocabulary of a category, tags or people facet, most frequent first. */
  values(facet: string): readonly ValueCount[];
  /** Indices of the items that carry a value of a category, tags or people facet, ascending. */
  having(facet: string, value: string): Int32Array;
  /** A number or year facet, or a measure, as a column of length size; NaN where absent. */
  column(facet: string): Float64Array;
  /** Mask of length size: 1 where the item satisfies the constraint. */
  satisfying(constraint: Constraint): Uint8Array;
  /** Indices by full-text relevance (BM25, best first); words are matched literally, never as query syntax. */
  search(text: string, limit: number): readonly { readonly index: number; readonly score: number }[];
}
