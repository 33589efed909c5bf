import { EASE_DEFAULTS, easeParameters, fitEase } from "../../../tools/scoring/ease.ts";
import { factorsModel } from "../../../tools/scoring/factors-file.ts";
import { factorsOptionsFor, factorsParameters, fitFactors } from "../../../tools/scoring/factors-fit.ts";
import { fitItemKnn, ITEM_KNN_DEFAULTS, itemKnnParameters } from "../../../tools/scoring/item-knn.ts";
import { linearParameters } from "../../../tools/scoring/linear-defaults.ts";
import { linearModel } from "../../../tools/scoring/linear-file.ts";
import { fitLinear } from "../../../tools/scoring/linear-fit.ts";
import { tuneLinear } from "../../../tools/scoring/linear-tune.ts";
import { type OnnxScorer, openOnnxScorer } from "../../../tools/scoring/onnx-scorer.ts";
import { popularScorer } from "../../../tools/scoring/popular.ts";
import { itemCounts } from "../../../tools/scoring/sequences.ts";
import type { Fitting, Ranker, RankerDescription, Training } from "./ranker.ts";

/** A scorer of the chat, fitted for a measurement. */
export interface FittedScorer extends RankerDescription {
  readonly scorer: OnnxScorer;
}

type FitScorer = (training: Training, fitting: Fitting) => Promise<FittedScorer>;

/**
 * What ranks by a score alone, each fitted on the training part only, with the algorithm and parameters of the chat's scorer.
 * The chat does more around it, which `evaluate pipeline` measures: candidates come fused from several retrievers, text vectors give
 * items without interactions a share, and taste, renown and diversity reorder them.
 */
export const SCORERS: Readonly<Record<string, FitScorer>> = {
  async popular({ sequences, itemCount }) {
    const scorer = { ...popularScorer(itemCounts(sequences, itemCount)), close: async () => {} };
    return described(scorer, "number of training interactions, however old", {});
  },
  async "item-knn"({ sequences, itemCount }, fitting) {
    const weights = await fitItemKnn(sequences, itemCount, ITEM_KNN_DEFAULTS, fitting);
    const model = await linearModel(weights, ITEM_KNN_DEFAULTS.recency);
    const scorer = await openOnnxScorer("item-knn", model, itemCount);
    return described(scorer, scoreOf("item-neighbour model"), itemKnnParameters(ITEM_KNN_DEFAULTS));
  },
  async factors({ sequences, itemCount }, fitting) {
    const options = factorsOptionsFor(sequences);
    const factors = await fitFactors(sequences, itemCount, options, fitting);
    const model = await factorsModel(factors, options.recency);
    const scorer = await openOnnxScorer("factors", model, itemCount);
    return described(scorer, scoreOf("factor model"), factorsParameters(options));
  },
  async ease({ sequences, itemCount }, fitting) {
    const weights = await fitEase(sequences, itemCount, EASE_DEFAULTS, fitting);
    const scorer = await openOnnxScorer("ease", await linearModel(weights, EASE_DEFAULTS.recency), itemCount);
    return described(scorer, scoreOf("EASE model"), easeParameters(EASE_DEFAULTS));
  },
  async linear({ sequences, itemCount }, fitting) {
    const options = fitting.linear ?? (await tuneLinear(sequences, itemCount, partOf(fitting, 0, TUNING)));
    const weights = await fitLinear(sequences, itemCount, options, partOf(fitting, TUNING, 1));
    const scorer = await openOnnxScorer("linear", await linearModel(weights, options.recency), itemCount);
    return described(scorer, scoreOf("linear model"), linearParameters(options));
  },
};

/** Of the time that tuning and fitting take together. */
const TUNING = 0.8;

/** Progress of a part of the work as progress of the whole. */
export function partOf({ signal, onProgress }: Fitting, from: number, to: number): Fitting {
  return { signal, onProgress: (fraction) => onProgress?.(from + (to - from) * fraction) };
}

function scoreOf(model: string): string {
  return `the ${model}'s score alone; nothing for items without training interactions`;
}

function described(
  scorer: OnnxScorer,
  ranksBy: string,
  parameters: Readonly<Record<string, number>>,
): FittedScorer {
  return { scorer, ranksBy, parameters, device: scorer.device };
}

/** A scorer as a ranker: it scores the whole catalogue, whatever the candidates are. */
export function scorerRanker({ scorer, ...description }: FittedScorer): Ranker {
  return {
    ...description,
    rank: ({ history }, signal) => scorer.score(history, signal),
    close: () => scorer.close(),
  };
}
