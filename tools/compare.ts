import type { ItemId } from "../memory/ids.ts";
import type { FacetValue } from "../memory/items/item.ts";
import type { RatingPrediction } from "./rating/rater.ts";

/** Items side by side, facet by facet, and for this user. */
export interface Comparison {
  readonly items: readonly { readonly item: ItemId; readonly title: string }[];
  readonly rows: readonly {
    readonly facet: string;
    /** One entry for each item, in order; undefined where the catalogue does not know. */
    readonly values: readonly (FacetValue | undefined)[];
    /** What list-valued facets have in common. */
    readonly shared: readonly string[];
  }[];
  /** One for each item, where there is a rater and the user gave ratings or likes. */
  readonly predictions: readonly (RatingPrediction | undefined)[];
  /** The item the scorer puts first for this user, where it knows the user. */
  readonly forYou: ItemId | undefined;
}
