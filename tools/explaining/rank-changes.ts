import type { Scorer, Taste } from "../scoring/scorer.ts";
import type { RankChange } from "./grounds.ts";

/** A question: where would `item` stand without the history item `without`? Catalogue indices. */
export interface Counterfactual {
  readonly item: number;
  readonly without: number;
}

/**
 * Scores everything again without single items of the history, and says from where to where the items asked about fall or
 * rise. Ties rank by catalogue index. One scoring as it is, and one for each distinct history item left out.
 *
 * @param among the items they are ranked among; undefined: the whole catalogue but the history. Items asked about always count.
 * @returns one for each question, in order
 */
export async function rankChanges(
  scorer: Pick<Scorer, "score">,
  history: readonly Taste[],
  questions: readonly Counterfactual[],
  among: readonly number[] | undefined,
  signal?: AbortSignal,
): Promise<RankChange[]> {
  if (questions.length === 0) return [];
  const before = await scorer.score(history, signal);
  const after = new Map<number, Float32Array>();
  for (const without of new Set(questions.map((question) => question.without))) {
    const rest = history.filter(({ item }) => item !== without);
    after.set(without, await scorer.score(rest, signal));
  }
  const known = new Set(history.map(({ item }) => item));
  const others = among ?? Array.from(before.keys()).filter((index) => !known.has(index));
  const field = [...new Set([...others, ...questions.map(({ item }) => item)])];
  return questions.map(({ item, without }) => ({
    without,
    from: rankOf(item, before, field, without),
    to: rankOf(item, after.get(without) ?? before, field, without),
  }));
}

function rankOf(item: number, scores: Float32Array, field: readonly number[], without: number): number {
  const own = scores[item] as number;
  let rank = 1;
  for (const other of field) {
    if (other === without) continue;
    const score = scores[other] as number;
    if (score > own || (score === own && other < item)) rank++;
  }
  return rank;
}
