/** How well a candidate matches a reference, 0..1 each; NaN where there is no reference. */
export interface MatchScore {
  /** The share of the candidate that is in the reference. */
  readonly precision: number;
  /** The share of the reference that is in the candidate. */
  readonly recall: number;
  /** Their harmonic mean, 2PR / (P + R); 0 where either is not positive. */
  readonly f1: number;
}

export function matchScore(precision: number, recall: number): MatchScore {
  const f1 = precision > 0 && recall > 0 ? (2 * precision * recall) / (precision + recall) : 0;
  return { precision, recall, f1 };
}

export const NO_MATCH: MatchScore = { precision: 0, recall: 0, f1: 0 };
const NO_REFERENCE: MatchScore = { precision: Number.NaN, recall: Number.NaN, f1: Number.NaN };

/** The score against the reference with the best F1; among equals the first. NaN for none. */
export function bestMatch(scores: readonly MatchScore[]): MatchScore {
  const [first, ...others] = scores;
  if (first === undefined) return NO_REFERENCE;
  return others.reduce((best, score) => (score.f1 > best.f1 ? score : best), first);
}
