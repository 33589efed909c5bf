import type { TasteSide } from "./taste.ts";

export interface Scale {
  readonly min: number;
  readonly max: number;
}

/** What a fit is made with; kept in the card. */
export interface RaterParameters {
  readonly factors: number;
  /** Singular vectors of who rated what that priors are regressed on; fewer where there are few users or items, or very many. */
  readonly traits: number;
  /** Rounds on the ratings of everybody but the calibrators, then with them. */
  readonly rounds: number;
  readonly finalRounds: number;
}

/** Tuned on parts of MovieLens-100K `u1.base` and `u4.base` that were held out; see test/data/rating.test.ts for what they reach. */
export const DEFAULT_PARAMETERS: RaterParameters = { factors: 12, traits: 40, rounds: 14, finalRounds: 3 };

/** How wide intervals are, and what that was measured on. */
export interface Calibration {
  /** The probability with which an interval holds the true rating. */
  readonly level: number;
  /** Of the variance model of uncertainty.ts, in squared quarters. */
  readonly weights: readonly number[];
  /** From `count` given ratings on: the half-width in multiples of the predicted deviation; null = the whole scale. */
  readonly multipliers: readonly { readonly count: number; readonly multiplier: number | null }[];
  /** Measured on calibrators whose ratings did not set the multipliers; undefined with too few. */
  readonly coverage: number | undefined;
  /** Root mean squared error of fold-in on the calibrators' held-out ratings, on the scale. */
  readonly rmse: number | undefined;
  readonly heldOut: number;
}

/**
 * A fitted statistical rater: rating = mean + item effect + user effect + user · item, in quarters of the scale. Rows of
 * `items` are [effect, factor 1 … factor d]. Columns have the catalogue's length. There is no matrix of items by items: what
 * neighbours say is in the factors (a neighbourhood of residuals lowered the error on held-out parts by .001 at most), so that size
 * grows with the items alone.
 */
export interface RaterModel extends TasteSide {
  readonly scale: Scale;
  readonly seed: number;
  readonly parameters: RaterParameters;
  /** Number of ratings of each item. */
  readonly counts: Float32Array;
  /** Plain mean rating on the scale; NaN where nobody rated. */
  readonly means: Float32Array;
  /** Variance of what the model leaves unexplained of each item's ratings, shrunk to the average, in squared quarters. */
  readonly spreads: Float32Array;
  readonly calibration: Calibration;
}

/** Ratings on any scale are fitted on 0 to 4, so that penalties mean the same everywhere. */
export function toQuarters(scale: Scale, value: number): number {
  return (4 * (value - scale.min)) / (scale.max - scale.min);
}

/** The inverse of `toQuarters`, clipped to the scale. */
export function fromQuarters(scale: Scale, quarters: number): number {
  return scale.min + (Math.min(4, Math.max(0, quarters)) * (scale.max - scale.min)) / 4;
}
