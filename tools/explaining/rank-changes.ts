import type { Scorer, Taste } from "../scoring/scorer.ts";
import type { RankChange } from "./grounds.ts";

/**
 * Scores everything again without one item of the history, and says from where to where each item falls or rises. Ties
 * rank by catalogue index.
 *
 * @param items whose ranks are wanted, catalogue indices
 * @param among the items they are ranked among; undefined: the whole catalogue but the history. `items` always count.
 */
export async function rankChanges(
  scorer: Pick<Scorer, "score">,
  history: readonly Taste[],
  without: number,
  items: readonly number[],
  among: readonly number[] | undefined,
  signal?: AbortSignal,
): Promise<RankChange[]> {
  const before = await scorer.score(history, signal);
  const after = await scorer.score(
    history.filter(({ item }) => item !== without),
    signal,
  );
  const known = new Set(history.map(({ item }) => item));
  const everything = among ?? Array.from(before.keys()).filter((index) => !known.has(index));
  const field = new Set([...everything, ...items]);
  field.delete(without);
  return items.map((item) => ({
    without,
    from: rankOf(item, before, field),
    to: rankOf(item, after, field),
  }));
}

function rankOf(item: number, scores: Float32Array, field: ReadonlySet<number>): number {
  const own = scores[item] as number;
  let rank = 1;
  for (const other of field) {
    const score = scores[other] as number;
    if (score > own || (score === own && other < item)) rank++;
  }
  return rank;
}
