/**
 * Ranking metrics of one user, from the ranks at which the relevant items stand (1 = best, ascending). Averages over users are
 * plain means of these.
 *
 * Tie rule: an item with the same score as a relevant one stands before it (`rankOf`): a scorer gains nothing by scoring everything alike.
 * Empty-truth rule: a user without relevant items has no metric (undefined) and is left out of the mean.
 */
export type RankMetric = (ranks: readonly number[], k: number) => number | undefined;

/**
 * The rank of `target` among the candidates (mask of 1s) by score, larger first; ties stand before it. Infinite where the target has no
 * score (NaN).
 */
export function rankOf(scores: Float32Array, candidates: Uint8Array, target: number): number {
  const own = scores[target] ?? Number.NaN;
  if (Number.isNaN(own)) return Number.POSITIVE_INFINITY;
  let rank = 1;
  for (let item = 0; item < scores.length; item++) {
    if (candidates[item] === 1 && item !== target && (scores[item] ?? 0) >= own) rank += 1;
  }
  return rank;
}

/** Recall@k = relevant items in the first k / relevant items. */
export const recall: RankMetric = (ranks, k) =>
  ranks.length === 0 ? undefined : within(ranks, k).length / ranks.length;

/**
 * NDCG@k = DCG@k / IDCG@k with binary gains: DCG@k = Σ over relevant ranks r ≤ k of 1/log₂(r + 1), IDCG@k = the same
 * with the relevant items first. (Järvelin & Kekäläinen, TOIS 2002.)
 */
export const ndcg: RankMetric = (ranks, k) => {
  if (ranks.length === 0) return undefined;
  const ideal = Array.from({ length: Math.min(k, ranks.length) }, (_, place) => discount(place + 1));
  return sum(within(ranks, k).map(discount)) / sum(ideal);
};

/** MRR@k = 1 / rank of the first relevant item, 0 if it stands after k. */
export const mrr: RankMetric = (ranks, k) => {
  const [first] = ranks;
  if (first === undefined) return undefined;
  return first <= k ? 1 / first : 0;
};

/** Hit@k = 1 if a relevant item is in the first k, else 0. With one relevant item it equals recall@k. */
export const hit: RankMetric = (ranks, k) =>
  ranks.length === 0 ? undefined : Number(within(ranks, k).length > 0);

/** By the names in which results are written: "recall@10". */
export const RANK_METRICS = { recall, ndcg, mrr, hit } satisfies Readonly<Record<string, RankMetric>>;
export type RankMetricName = keyof typeof RANK_METRICS;

function within(ranks: readonly number[], k: number): number[] {
  return ranks.filter((rank) => rank <= k);
}

function discount(rank: number): number {
  return 1 / Math.log2(rank + 1);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
