import type { ItemVectors } from "../../../tools/retrieval/item-vectors.ts";
import { adoptColdFactors } from "../../../tools/scoring/cold-factors.ts";
import { adoptColdItems } from "../../../tools/scoring/cold-items.ts";
import { factorsModel } from "../../../tools/scoring/factors-file.ts";
import { factorsOptionsFor, factorsParameters, fitFactors } from "../../../tools/scoring/factors-fit.ts";
import { linearParameters } from "../../../tools/scoring/linear-defaults.ts";
import { linearModel } from "../../../tools/scoring/linear-file.ts";
import { fitLinear } from "../../../tools/scoring/linear-fit.ts";
import { tuneLinear } from "../../../tools/scoring/linear-tune.ts";
import { openOnnxScorer } from "../../../tools/scoring/onnx-scorer.ts";
import { itemCounts } from "../../../tools/scoring/sequences.ts";
import type { RankingSystem } from "../ranking/ranker.ts";
import { scorerRanker } from "../ranking/scorers.ts";

/** The chat's scorers with the share in them that texts give to items without interactions. */
export function linearWithTexts(vectors: ItemVectors): RankingSystem {
  return {
    name: "linear+text",
    async fit({ sequences, itemCount }, fitting) {
      const options = fitting.linear ?? (await tuneLinear(sequences, itemCount, fitting));
      const weights = await fitLinear(sequences, itemCount, options, fitting);
      await adoptColdItems(weights, itemCounts(sequences, itemCount), vectors, fitting.signal);
      const scorer = await openOnnxScorer("linear", await linearModel(weights, options.recency), itemCount);
      const ranksBy =
        "the linear model's score; an untouched item has half the mean weights of its ten nearest by text";
      return scorerRanker({ scorer, ranksBy, parameters: linearParameters(options), device: scorer.device });
    },
  };
}

export function factorsWithTexts(vectors: ItemVectors): RankingSystem {
  return {
    name: "factors+text",
    async fit({ sequences, itemCount }, fitting) {
      const options = factorsOptionsFor(sequences);
      const factors = await fitFactors(sequences, itemCount, options, fitting);
      await adoptColdFactors(factors, itemCounts(sequences, itemCount), vectors, fitting.signal);
      const model = await factorsModel(factors, options.recency);
      const scorer = await openOnnxScorer("factors", model, itemCount);
      const ranksBy = "the factor model's score; an untouched item has the factors that its text foretells";
      return scorerRanker({
        scorer,
        ranksBy,
        parameters: factorsParameters(options),
        device: scorer.device,
      });
    },
  };
}
