import { overAll, type UnitValues } from "../statistics/statistic.ts";
import { ngrams } from "./ngrams.ts";
import { wordTokens } from "./word-tokens.ts";

/**
 * Distinct-n (Li et al., NAACL 2016): different n-grams over all n-grams in the texts together, 0..1; n is 1 or 2, tokens are those of
 * `wordTokens`. Divided by n-grams, as most papers do; the original divides by words, which is the same for n = 1.
 *
 * Longer collections repeat more: compare only systems on the same units. Texts without an n-gram add nothing; NaN where none has one.
 */
export function distinct(texts: readonly string[], n: 1 | 2): number {
  return overAll(distinctValues(texts, n), texts.length);
}

/** The same, for a bootstrap over units: text i is what unit i said. */
export function distinctValues(texts: readonly string[], n: 1 | 2): UnitValues {
  const kinds = new Map<string, number>();
  const units: number[] = [];
  const things: number[] = [];
  texts.forEach((text, unit) => {
    for (const ngram of ngrams(wordTokens(text), n)) {
      const kind = kinds.get(ngram) ?? kinds.size;
      kinds.set(ngram, kind);
      units.push(unit);
      things.push(kind);
    }
  });
  return {
    kind: "distinct",
    columns: [Float64Array.from(units), Float64Array.from(things), Float64Array.of(0)],
  };
}
