import { openAlgebra, zeros } from "./algebra.ts";
import type { FitContext } from "./fit-context.ts";
import { addEase, breathe, type ItemWeights, spread } from "./item-weights.ts";
import { coOccurrence } from "./linear-statistics.ts";
import { type Recency, UNFADED } from "./recency.ts";
import { type Sequences, withoutUntouched } from "./sequences.ts";

export interface EaseOptions {
  /** λ */
  readonly ridge: number;
  /** How a history fades when it is scored; the fit knows of no order. */
  readonly recency: Recency;
}

/** λ = 500 is what Steck found best on MovieLens-20M and the Million Song Dataset. */
export const EASE_DEFAULTS: EaseOptions = { ridge: 500, recency: UNFADED };

/** As a card and a protocol write them. */
export function easeParameters({ ridge, recency }: EaseOptions): Record<string, number> {
  return { ridge, ...recency };
}

/** EASE as published (see `addEase`): to compare with. Items without interactions have empty rows and columns. */
export async function fitEase(
  sequences: Sequences,
  itemCount: number,
  options: Pick<EaseOptions, "ridge">,
  { signal, onProgress }: FitContext = {},
): Promise<ItemWeights> {
  const { sequences: compact, size, original } = withoutUntouched(sequences, itemCount);
  const weights = zeros(size, size);
  if (size === 0) return zeros(itemCount, itemCount);
  const gram = coOccurrence(compact, size);
  await breathe(signal);
  onProgress?.(0.1);
  const algebra = await openAlgebra();
  try {
    await addEase(algebra, weights, gram, { ridge: options.ridge, dropout: 0, share: 1 }, signal);
  } finally {
    await algebra.close();
  }
  onProgress?.(1);
  return spread(weights, original, itemCount);
}
