import type { Scorer } from "../../tools/scoring/scorer.ts";
import { sequenceOf } from "../../tools/scoring/sequences.ts";
import { RANK_METRICS, rankOf } from "./metrics.ts";
import type { Split } from "./split.ts";
import type { FitSystem } from "./systems.ts";

/** Metric name with cut-off → one value for each measured user, in user order. */
export type UserValues = Readonly<Record<string, Float64Array>>;

interface SystemRun {
  readonly system: string;
  readonly ranksBy: string;
  /** Where the scores were computed. */
  readonly device: string;
  readonly parameters: Readonly<Record<string, number>>;
  readonly values: UserValues;
  readonly seconds: { readonly fit: number; readonly score: number };
}

export interface MeasuringContext {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: { readonly stage: string; readonly fraction: number | undefined }) => void;
  /** Milliseconds, for the seconds in the report. */
  readonly clock: () => number;
}

/** Fits one system on the training part, ranks every user's held-out item with it, and closes it. */
export async function runSystem(
  system: string,
  fitSystem: FitSystem,
  split: Split,
  itemCount: number,
  candidates: Uint8Array,
  setup: { readonly k: readonly number[]; readonly maskSeen: boolean },
  context: MeasuringContext,
): Promise<SystemRun> {
  context.onProgress?.({ stage: `fitting ${system}`, fraction: undefined });
  const start = context.clock();
  const fitted = await fitSystem(split.train, itemCount, context.signal);
  try {
    const ready = context.clock();
    const ranks = await rankTruths(system, fitted.scorer, split, candidates, setup.maskSeen, context);
    const seconds = { fit: (ready - start) / 1000, score: (context.clock() - ready) / 1000 };
    const { ranksBy, parameters, scorer } = fitted;
    const values = metricValues(ranks, setup.k);
    return { system, ranksBy, device: scorer.device, parameters, values, seconds };
  } finally {
    await fitted.close();
  }
}

/** The held-out item's rank, for each user that has one. */
async function rankTruths(
  system: string,
  scorer: Scorer,
  { train, truth }: Split,
  candidates: Uint8Array,
  maskSeen: boolean,
  { signal, onProgress }: MeasuringContext,
): Promise<number[]> {
  const ranks: number[] = [];
  for (const [user, target] of truth.entries()) {
    if (target < 0) continue;
    const seen = sequenceOf(train, user);
    const scores = await scorer.score(
      Array.from(seen, (item) => ({ item, weight: 1 })),
      signal,
    );
    const open = candidates.slice();
    if (maskSeen) for (const item of seen) open[item] = 0;
    ranks.push(rankOf(scores, open, target));
    if (user % 500 === 0) onProgress?.({ stage: `scoring with ${system}`, fraction: user / truth.length });
  }
  return ranks;
}

function metricValues(ranks: readonly number[], cutoffs: readonly number[]): UserValues {
  const entries = Object.entries(RANK_METRICS).flatMap(([name, metric]) =>
    cutoffs.map((k) => [`${name}@${k}`, Float64Array.from(ranks, (rank) => metric([rank], k) ?? 0)] as const),
  );
  return Object.fromEntries(entries);
}
