import { CiceroneError } from "../../memory/errors.ts";
import { adoptColdItems } from "../../tools/scoring/cold-items.ts";
import { LINEAR_DEFAULTS, linearParameters } from "../../tools/scoring/linear-defaults.ts";
import { linearModel } from "../../tools/scoring/linear-file.ts";
import { fitLinear } from "../../tools/scoring/linear-fit.ts";
import type { FitModel } from "./fitted-model.ts";

/** Item-item weights: the most accurate, and n² of them. */
export const fitLinearModel: FitModel = async (sequences, counts, texts, context) => {
  const weights = await fitLinear(sequences, counts.length, LINEAR_DEFAULTS, context);
  const coldItems =
    texts instanceof CiceroneError ? 0 : await adoptColdItems(weights, counts, texts, context.signal);
  return {
    coldItems,
    hyperparameters: linearParameters(LINEAR_DEFAULTS),
    model: await linearModel(weights, LINEAR_DEFAULTS.recency),
  };
};
