import { linearModel } from "../../tools/scoring/linear-file.ts";
import { fitLinear, LINEAR_DEFAULTS } from "../../tools/scoring/linear-fit.ts";
import { openOnnxScorer } from "../../tools/scoring/onnx-scorer.ts";
import { popularScorer } from "../../tools/scoring/popular.ts";
import type { Scorer } from "../../tools/scoring/scorer.ts";
import { itemCounts, type Sequences } from "../../tools/scoring/sequences.ts";

/** A scorer fitted for a measurement. `parameters` go into the protocol. */
export interface FittedSystem {
  readonly scorer: Scorer;
  readonly parameters: Readonly<Record<string, number>>;
  close(): Promise<void>;
}

export type FitSystem = (train: Sequences, itemCount: number, signal?: AbortSignal) => Promise<FittedSystem>;

/** What can be measured: each fits on the training part and gives the very Scorer that serves the chat. */
export const RANKING_SYSTEMS: Readonly<Record<string, FitSystem>> = {
  async popular(train, itemCount) {
    return { scorer: popularScorer(itemCounts(train, itemCount)), parameters: {}, close: async () => {} };
  },
  async linear(train, itemCount, signal) {
    const weights = await fitLinear(train, itemCount, LINEAR_DEFAULTS, signal);
    const model = await linearModel(weights, LINEAR_DEFAULTS.recency);
    const scorer = await openOnnxScorer("linear", model, itemCount);
    return { scorer, parameters: linearParameters(), close: scorer.close };
  },
};

function linearParameters(): Record<string, number> {
  const { recency, ...rest } = LINEAR_DEFAULTS;
  return { ...rest, decay: recency.decay, floor: recency.floor };
}
