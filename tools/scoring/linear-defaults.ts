import type { Recency } from "./recency.ts";

/** What shapes the linear scorer. Apart from its fit, which brings all that computes: opening a scorer needs only this. */
export interface LinearOptions {
  /** How a history fades when it is scored. */
  readonly recency: Recency;
  /** In interactions: how the past fades in the states that the transition model learns from. */
  readonly past: number;
  /** λ of EASE. */
  readonly ease: number;
  /** λ that grows with an item's users: this share of them. */
  readonly easeDropout: number;
  /** λ of the transition model. */
  readonly transition: number;
  /** How much EASE counts beside the transition model. */
  readonly easeShare: number;
  /** a: a candidate's score is divided by (its users / the median item's users)^a. 0 leaves it as it is. */
  readonly popularity: number;
}

/**
 * Where there is too little to tune on, and where the search of `tuneLinear` begins: chosen on the validation interactions (the last but one
 * of each user) of MovieLens-100K and MovieLens-1M together.
 */
export const LINEAR_DEFAULTS: LinearOptions = {
  recency: { decay: 10, floor: 0.03, power: 0.5 },
  past: 8,
  ease: 1000,
  easeDropout: 0.3,
  transition: 200,
  easeShare: 0.2,
  popularity: 0.1,
};

/** As a card and a protocol write them. */
export function linearParameters({ recency, ...rest }: LinearOptions): Record<string, number> {
  const { decay, floor, power = 0 } = recency;
  return { ...rest, decay, floor, power };
}
