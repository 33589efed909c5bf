import type { Recency } from "./recency.ts";

/** What shapes the linear scorer. Apart from its fit, which brings all that computes: opening a scorer needs only this. */
export interface LinearOptions {
  readonly recency: Recency;
  /** λ of EASE. */
  readonly ease: number;
  /** λ of the transition model. */
  readonly transition: number;
  /** How much EASE counts beside the transition model. */
  readonly easeShare: number;
}

/**
 * One recipe for every dataset, chosen on the validation interactions (the last but one of each user) of MovieLens-100K and
 * MovieLens-1M together. It is near the best of either; neighbouring values of the grid cost up to 5 % of NDCG@10 there.
 */
export const LINEAR_DEFAULTS: LinearOptions = {
  recency: { decay: 5, floor: 0.03 },
  ease: 1000,
  transition: 200,
  easeShare: 0.2,
};

/** As a card and a protocol write them. */
export function linearParameters({ recency, ...rest }: LinearOptions): Record<string, number> {
  return { ...rest, ...recency };
}
