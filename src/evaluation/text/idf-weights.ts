/** How much a token counts. */
export type TokenWeight = (token: string) => number;

/**
 * Inverse document frequencies as BERTScore has them (Zhang et al. 2020, §3): idf(w) = ln((M + 1) / (df(w) + 1)), M = the references,
 * df = those that hold the word. A word of none weighs ln(M + 1), a word of all 0.
 */
export function idfWeights(references: readonly (readonly string[])[]): TokenWeight {
  const frequencies = new Map<string, number>();
  for (const tokens of references) {
    for (const token of new Set(tokens)) frequencies.set(token, (frequencies.get(token) ?? 0) + 1);
  }
  return (token) => Math.log((references.length + 1) / ((frequencies.get(token) ?? 0) + 1));
}
