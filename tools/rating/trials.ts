import type { RatingRows } from "./rating-matrix.ts";
import type { Circumstances } from "./uncertainty.ts";

/** One held-out rating and what was predicted for it; errors in quarters of the scale. */
export interface Trial {
  readonly circumstances: Circumstances;
  readonly error: number;
  readonly user: number;
}

/** Where groups of users by number of ratings begin: from somebody new to a regular. */
export const GROUPS = [0, 1, 3, 8, 20, 60] as const;

/** Folds somebody in: catalogue indices and their ratings in quarters → what they would rate an item, in quarters. */
export type FoldIn = (items: readonly number[], values: readonly number[]) => (item: number) => number;

/** What the width of an interval may depend on, for each item. */
export interface ItemFacts {
  /** Ratings that the item was fitted on. */
  readonly counts: Float32Array;
  /** See RaterModel.spreads. */
  readonly spreads: Float32Array;
}

/** Of a user's ratings: users count as they do among ratings, not all alike. */
const HELD_OUT_SHARE = 0.2;

/**
 * Tries a model on users it was not fitted on: for each group of users, somebody gives as many ratings as that group has, and a
 * fifth of the ratings is predicted.
 *
 * @param byUser all ratings in quarters, those of the calibrators among them
 */
export function heldOutTrials(
  foldIn: FoldIn,
  facts: ItemFacts,
  byUser: RatingRows,
  calibrators: readonly number[],
  random: () => number,
): Trial[] {
  return calibrators.flatMap((user) => trialsOf(user, foldIn, facts, byUser, random));
}

function trialsOf(
  user: number,
  foldIn: FoldIn,
  facts: ItemFacts,
  byUser: RatingRows,
  random: () => number,
): Trial[] {
  const from = byUser.start[user] ?? 0;
  const own = shuffled((byUser.start[user + 1] ?? 0) - from, random);
  return GROUPS.flatMap((least, group) => {
    const most = Math.min((GROUPS[group + 1] ?? own.length) - 1, own.length - 1);
    if (most < least) return [];
    const given = least + Math.floor(random() * (most - least + 1));
    const kept = own.slice(0, given).map((k) => from + k);
    const predict = foldIn(
      kept.map((at) => byUser.other[at] ?? 0),
      kept.map((at) => byUser.value[at] ?? 0),
    );
    return own
      .slice(-Math.min(Math.ceil(own.length * HELD_OUT_SHARE), own.length - given))
      .map((k): Trial => {
        const item = byUser.other[from + k] ?? 0;
        return {
          user,
          circumstances: circumstancesOf(facts, given, item),
          error: (byUser.value[from + k] ?? 0) - predict(item),
        };
      });
  });
}

export function circumstancesOf(facts: ItemFacts, userCount: number, item: number): Circumstances {
  return { userCount, itemCount: facts.counts[item] ?? 0, itemSpread: facts.spreads[item] ?? 0 };
}

/** 0 to size − 1 in random order (Fisher–Yates). */
export function shuffled(size: number, random: () => number): number[] {
  const order = Array.from({ length: size }, (_, k) => k);
  for (let k = size - 1; k > 0; k--) {
    const other = Math.floor(random() * (k + 1));
    [order[k], order[other]] = [order[other] ?? k, order[k] ?? other];
  }
  return order;
}
