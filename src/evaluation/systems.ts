import { factorsModel } from "../../tools/scoring/factors-file.ts";
import { FACTORS_DEFAULTS, factorsParameters, fitFactors } from "../../tools/scoring/factors-fit.ts";
import { LINEAR_DEFAULTS, linearParameters } from "../../tools/scoring/linear-defaults.ts";
import { linearModel } from "../../tools/scoring/linear-file.ts";
import { fitLinear } from "../../tools/scoring/linear-fit.ts";
import { openOnnxScorer } from "../../tools/scoring/onnx-scorer.ts";
import { popularScorer } from "../../tools/scoring/popular.ts";
import type { Scorer } from "../../tools/scoring/scorer.ts";
import { itemCounts, type Sequences } from "../../tools/scoring/sequences.ts";

/** A scorer fitted for a measurement. `ranksBy` and `parameters` go into the protocol. */
interface FittedSystem {
  readonly scorer: Scorer;
  /** What an item's score is, and what of the chat's answer it leaves out. */
  readonly ranksBy: string;
  readonly parameters: Readonly<Record<string, number>>;
  close(): Promise<void>;
}

export type FitSystem = (train: Sequences, itemCount: number, signal?: AbortSignal) => Promise<FittedSystem>;

/**
 * What can be measured: each is fitted on the training part alone, with the algorithm and parameters of the chat's scorer.
 * The chat does more around it, which is not measured: text vectors give items without interactions a share, popularity
 * fades with age, candidates come fused from several retrievers, and taste, renown and diversity reorder them.
 */
export const RANKING_SYSTEMS: Readonly<Record<string, FitSystem>> = {
  async popular(train, itemCount) {
    return {
      scorer: popularScorer(itemCounts(train, itemCount)),
      ranksBy: "number of training interactions, however old",
      parameters: {},
      close: async () => {},
    };
  },
  async linear(train, itemCount, signal) {
    const weights = await fitLinear(train, itemCount, LINEAR_DEFAULTS, { signal });
    const model = await linearModel(weights, LINEAR_DEFAULTS.recency);
    const scorer = await openOnnxScorer("linear", model, itemCount);
    return {
      scorer,
      ranksBy: "the linear model's score alone; nothing for items without training interactions",
      parameters: linearParameters(LINEAR_DEFAULTS),
      close: scorer.close,
    };
  },
  async factors(train, itemCount, signal) {
    const factors = await fitFactors(train, itemCount, FACTORS_DEFAULTS, { signal });
    const model = await factorsModel(factors, FACTORS_DEFAULTS.recency);
    const scorer = await openOnnxScorer("factors", model, itemCount);
    return {
      scorer,
      ranksBy: "the factor model's score alone; nothing for items without training interactions",
      parameters: factorsParameters(FACTORS_DEFAULTS),
      close: scorer.close,
    };
  },
};
