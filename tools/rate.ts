import type { ItemId } from "../memory/ids.ts";
import type { Claim } from "./explaining/claim.ts";

/** What this user would think of one item: a rating with its interval where the catalogue has ratings, and why. */
export interface Opinion {
  readonly item: ItemId;
  readonly title: string;
  readonly prediction:
    | { readonly value: number; readonly low: number; readonly high: number; readonly level: number }
    | undefined;
  readonly claims: readonly Claim[];
  /** How many of the user's own ratings it rests on. */
  readonly basis: number;
}
