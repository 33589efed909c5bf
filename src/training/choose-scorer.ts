/** What can be fitted; which of them, is a matter of size. */
export const SCORER_KINDS = ["linear", "factors"] as const;
export type ScorerKind = (typeof SCORER_KINDS)[number];

/**
 * The linear fit holds about four matrices of items × items in single precision, and its time grows with the cube of the items;
 * the model itself is such a matrix. See docs/scale.md for what was measured.
 */
export const MOST_LINEAR_ITEMS = 12_500;

export interface ScorerChoice {
  readonly kind: ScorerKind;
  /** Why it is not linear, the default: for whoever wonders. */
  readonly reason: string | undefined;
}

/** @param items of the catalogue */
export function chooseScorer(items: number): ScorerChoice {
  if (items <= MOST_LINEAR_ITEMS) return { kind: "linear", reason: undefined };
  const [many, most] = [items, MOST_LINEAR_ITEMS].map((count) => count.toLocaleString("en-GB"));
  return { kind: "factors", reason: `${many} items are more than the ${most} that linear takes` };
}
