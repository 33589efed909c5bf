import { countsOf, ngrams } from "./ngrams.ts";
import { tokens13a } from "./tokens-13a.ts";

const ORDERS = 4;
const CANDIDATE_LENGTH = 0;
const REFERENCE_LENGTH = 1;
const MATCHES = 2;
const NGRAMS = MATCHES + ORDERS;

/** How many numbers BLEU is made of. */
export const BLEU_STATISTICS = NGRAMS + ORDERS;

/**
 * What one unit (a candidate and its references) adds to corpus BLEU. Sum over the units of a corpus, or of a bootstrap's draw, and give
 * the sum to `bleuOf`. Tokens are those of `tokens13a`, case kept.
 *
 * Several references: an n-gram counts at most as often as in the reference that has it most; the reference length is the one nearest
 * to the candidate's, of two as near the shorter. An empty candidate adds its reference length alone; without references nothing is added.
 * @returns 10 numbers: candidate length, reference length, matched n-grams for n = 1..4, candidate's n-grams for n = 1..4
 */
export function bleuStatistics(candidate: string, references: readonly string[]): Float64Array {
  const statistics = new Float64Array(BLEU_STATISTICS);
  if (references.length === 0) return statistics;
  const tokens = tokens13a(candidate);
  const others = references.map(tokens13a);
  statistics[CANDIDATE_LENGTH] = tokens.length;
  statistics[REFERENCE_LENGTH] = nearestLength(tokens.length, others);
  for (let n = 1; n <= ORDERS; n++) {
    const own = ngrams(tokens, n);
    statistics[MATCHES + n - 1] = clippedMatches(own, others, n);
    statistics[NGRAMS + n - 1] = own.length;
  }
  return statistics;
}

export interface BleuOptions {
  /** Leave out the orders for which the candidate is too short: sacrebleu's rule for single sentences. Default: false. */
  readonly effectiveOrder?: boolean;
}

/**
 * BLEU-4 (Papineni et al., ACL 2002) from summed statistics, 0..1 (sacrebleu prints it times 100):
 * BP · exp(¼ Σₙ ln pₙ), pₙ = matched / candidate's n-grams, BP = 1 for candidates at least as long as the references, else
 * exp(1 − reference length / candidate length).
 *
 * Smoothing is sacrebleu's default, "exp" (NIST's mteval; method 3 of Chen & Cherry, WMT 2014): the k-th order in a row of orders
 * without a match counts 1/2ᵏ matches. Without one matching word, and where an order has no n-gram at all, BLEU is 0.
 * @param statistics 10 numbers, see `bleuStatistics`
 */
export function bleuOf(statistics: ArrayLike<number>, { effectiveOrder = false }: BleuOptions = {}): number {
  const at = (place: number): number => statistics[place] ?? 0;
  if (at(MATCHES) === 0) return 0;
  let logarithms = 0;
  let misses = 0;
  let orders = 0;
  for (; orders < ORDERS && at(NGRAMS + orders) > 0; orders++) {
    const matches = at(MATCHES + orders);
    if (matches === 0) misses += 1;
    logarithms += Math.log((matches || 0.5 ** misses) / at(NGRAMS + orders));
  }
  if (orders < ORDERS && !effectiveOrder) return 0;
  const shortness = at(REFERENCE_LENGTH) / at(CANDIDATE_LENGTH);
  return Math.min(1, Math.exp(1 - shortness)) * Math.exp(logarithms / orders);
}

/** BLEU of all units together, 0..1: the sum of their statistics, not the mean of their BLEU. */
export function corpusBleu(
  units: Iterable<{ readonly candidate: string; readonly references: readonly string[] }>,
): number {
  const sums = new Float64Array(BLEU_STATISTICS);
  for (const { candidate, references } of units) {
    bleuStatistics(candidate, references).forEach((value, place) => {
      sums[place] = (sums[place] ?? 0) + value;
    });
  }
  return bleuOf(sums);
}

/** BLEU of one unit with effective order, as sacrebleu's `sentence_bleu`, 0..1; NaN without references. */
export function sentenceBleu(candidate: string, references: readonly string[]): number {
  if (references.length === 0) return Number.NaN;
  return bleuOf(bleuStatistics(candidate, references), { effectiveOrder: true });
}

function clippedMatches(
  own: readonly string[],
  references: readonly (readonly string[])[],
  n: number,
): number {
  const inReferences = references.map((tokens) => countsOf(ngrams(tokens, n)));
  let matches = 0;
  for (const [ngram, count] of countsOf(own)) {
    const most = Math.max(...inReferences.map((counts) => counts.get(ngram) ?? 0));
    matches += Math.min(count, most);
  }
  return matches;
}

function nearestLength(length: number, references: readonly (readonly string[])[]): number {
  const lengths = references.map((tokens) => tokens.length);
  return lengths.reduce((best, other) => {
    const nearer = Math.abs(other - length) - Math.abs(best - length);
    return nearer < 0 || (nearer === 0 && other < best) ? other : best;
  });
}
