import { z } from "zod";
import { ItemId } from "../../memory/ids.ts";
import type { Catalogue } from "../../memory/items/catalogue.ts";
import type { Constraint } from "../../memory/items/constraint.ts";
import { VERDICTS } from "../../memory/users/history.ts";
import { FactSubject } from "../../memory/users/profile.ts";
import type { RatedItem } from "../rating/given.ts";

/** A taste as it travels between tools; with the verdict it came from, claims can say "you liked" instead of nothing. */
export const TastedItem = z.strictObject({
  item: ItemId,
  /** As Taste.weight: > 0 draws towards it, < 0 pushes away. */
  weight: z.number(),
  verdict: z.enum(VERDICTS).optional(),
  /** On the catalogue's scale, with the verdict `rated`. */
  value: z.number().optional(),
});
export type TastedItem = z.infer<typeof TastedItem>;

/** A remembered liking (polarity `like`), and the sentence it was said in. */
export const Preference = z.strictObject({ subject: FactSubject, said: z.string() });
export type Preference = z.infer<typeof Preference>;

/** One history item, by catalogue index. */
export interface Tasted {
  readonly index: number;
  readonly weight: number;
  readonly verdict: TastedItem["verdict"];
  readonly value: number | undefined;
}

export interface RankChange {
  /** Catalogue index of the history item left out. */
  readonly without: number;
  /** 1 = best. */
  readonly from: number;
  readonly to: number;
}

/** Cosine of two items' vectors, −1..1; undefined where either has none. */
export type Similarity = (a: number, b: number) => number | undefined;

/** What a predicted rating rests on, by catalogue index. */
export interface RatedGrounds {
  /** What the user said of items, the item itself among them where it was judged. */
  readonly own: ReadonlyMap<number, RatedItem>;
  /** How alike the rater finds other items to this one, −1..1, closest first. */
  readonly alike: ReadonlyMap<number, number>;
}

/** Everything that may be cited about one item: claims are made of it, and checked against it. Items are catalogue indices. */
export interface Grounds {
  readonly catalogue: Catalogue;
  readonly item: number;
  /** Oldest first. */
  readonly history: readonly Tasted[];
  /** History item → exact amount it adds to this item's score. */
  readonly contributions: ReadonlyMap<number, number>;
  /** Sum of the positive contributions: what shares are shares of. */
  readonly mass: number;
  /** All items of the answer, this one too. */
  readonly among: readonly number[];
  /** Items named as examples of what is wanted. */
  readonly examples: readonly number[];
  readonly constraints: readonly Constraint[];
  readonly preferences: readonly Preference[];
  /** What was asked for in words, in so far as no facet expresses it. */
  readonly text: string | undefined;
  readonly similarity: Similarity;
  readonly rankChanges: readonly RankChange[];
  /** What those ranks are among: what was found for the request, or the whole catalogue. */
  readonly ranked: "candidates" | "catalogue";
  /** Absent where no rating was predicted. */
  readonly rated?: RatedGrounds;
}

/** Grounds.mass of contributions. */
export function positiveMass(contributions: ReadonlyMap<number, number>): number {
  let mass = 0;
  for (const amount of contributions.values()) mass += Math.max(0, amount);
  return mass;
}
