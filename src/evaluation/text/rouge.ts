import { bestMatch, type MatchScore, matchScore, NO_MATCH } from "./match-score.ts";
import { countsOf, ngrams } from "./ngrams.ts";
import { porterStem } from "./porter.ts";

export interface RougeOptions {
  /** Stem words of more than three letters (`porterStem`), as rouge-score's `use_stemmer`. Default: false. */
  readonly stem?: boolean;
}

/** A ROUGE score of a candidate against its references. */
export type Rouge = (candidate: string, references: readonly string[], options?: RougeOptions) => MatchScore;

/**
 * ROUGE-1 (Lin, "ROUGE: A Package for Automatic Evaluation of Summaries", 2004) as the package rouge-score: shared words, each at most as
 * often as in the reference, over the candidate's (precision) and the reference's (recall). Tokens: `rougeTokens`.
 *
 * Several references: the one with the best F1. A text without tokens scores 0, against another empty one too; no reference: NaN.
 */
export const rouge1: Rouge = (candidate, references, options) =>
  against(candidate, references, options, (a, b) => sharedNgrams(a, b, 1));

/** ROUGE-2: as `rouge1` with pairs of neighbouring words. A text of one word scores 0. */
export const rouge2: Rouge = (candidate, references, options) =>
  against(candidate, references, options, (a, b) => sharedNgrams(a, b, 2));

/**
 * ROUGE-L (Lin 2004, §3.1): the longest common subsequence of words over the candidate's words (precision) and the reference's (recall),
 * the text taken as one sentence; F1 with equal weights, as rouge-score. References, empty texts and tokens as in `rouge1`.
 */
export const rougeL: Rouge = (candidate, references, options) =>
  against(candidate, references, options, (a, b) => {
    if (a.length === 0 || b.length === 0) return NO_MATCH;
    const length = longestCommonSubsequence(a, b);
    return matchScore(length / a.length, length / b.length);
  });

/** ROUGE's tokens: runs of [a-z0-9] of the text in lower case; all else parts words ("café" is "caf"). */
export function rougeTokens(text: string, { stem = false }: RougeOptions = {}): string[] {
  const tokens = text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return stem ? tokens.map((token) => (token.length > 3 ? porterStem(token) : token)) : tokens;
}

function against(
  candidate: string,
  references: readonly string[],
  options: RougeOptions | undefined,
  score: (candidate: readonly string[], reference: readonly string[]) => MatchScore,
): MatchScore {
  const tokens = rougeTokens(candidate, options);
  return bestMatch(references.map((reference) => score(tokens, rougeTokens(reference, options))));
}

function sharedNgrams(candidate: readonly string[], reference: readonly string[], n: number): MatchScore {
  const own = ngrams(candidate, n);
  const other = ngrams(reference, n);
  const wanted = countsOf(other);
  let shared = 0;
  for (const [ngram, count] of countsOf(own)) shared += Math.min(count, wanted.get(ngram) ?? 0);
  return matchScore(shared / Math.max(1, own.length), shared / Math.max(1, other.length));
}

/** Its length, by dynamic programming over one row (Wagner & Fischer 1974). */
function longestCommonSubsequence(a: readonly string[], b: readonly string[]): number {
  const row = new Uint32Array(b.length + 1);
  for (const token of a) {
    let diagonal = 0;
    for (let at = 1; at <= b.length; at++) {
      const above = row[at] ?? 0;
      row[at] = token === b[at - 1] ? diagonal + 1 : Math.max(above, row[at - 1] ?? 0);
      diagonal = above;
    }
  }
  return row[b.length] ?? 0;
}
