import { best } from "../../../tools/retrieval/best.ts";
import type { Candidates } from "./candidates.ts";
import type { RankingCase } from "./cases.ts";
import { rankOf } from "./rank-metrics.ts";
import type { Ranker } from "./ranker.ts";

/** What a ranker did for every case, in case order. */
export interface Ranked {
  /** Ranks of the held-out items, ascending, 1 = best; infinite where one was left out. */
  readonly ranks: readonly (readonly number[])[];
  /** The first `depth` items of each list. */
  readonly lists: readonly Int32Array[];
}

export interface RankCasesOptions {
  readonly depth: number;
  readonly candidates: Candidates;
  readonly signal?: AbortSignal | undefined;
  /** 0..1 */
  readonly onProgress?: (fraction: number) => void;
}

/** Asks a ranker about every case, one after the other. */
export async function rankCases(
  ranker: Ranker,
  cases: readonly RankingCase[],
  { depth, candidates, signal, onProgress }: RankCasesOptions,
): Promise<Ranked> {
  const ranks: number[][] = [];
  const lists: Int32Array[] = [];
  for (const [at, each] of cases.entries()) {
    const open = candidates(each);
    const { user, history } = each;
    const scores = await ranker.rank({ user, history, candidates: open, depth }, signal);
    signal?.throwIfAborted();
    ranks.push(each.truth.map((item) => rankOf(scores, open, item)).sort((a, b) => a - b));
    lists.push(Int32Array.from(best(scores, open, depth), ({ index }) => index));
    if (at % STEP === 0) onProgress?.(at / cases.length);
  }
  return { ranks, lists };
}

const STEP = 100;
