import { CiceroneError } from "../../memory/errors.ts";
import { adoptColdItems } from "../../tools/scoring/cold-items.ts";
import { linearParameters } from "../../tools/scoring/linear-defaults.ts";
import { linearModel } from "../../tools/scoring/linear-file.ts";
import { fitLinear } from "../../tools/scoring/linear-fit.ts";
import { tuneLinear } from "../../tools/scoring/linear-tune.ts";
import type { FitModel } from "./fitted-model.ts";

/** Of the time that tuning and fitting take together; a small catalogue's fit is far shorter, a large one's longer. */
const TUNING_SHARE = 0.8;

/** Item-item weights: the most accurate, and n² of them. Its options are found on the interactions themselves. */
export const fitLinearModel: FitModel = async (sequences, counts, texts, context) => {
  const { signal, onProgress } = context;
  const options =
    context.linear ??
    (await tuneLinear(sequences, counts.length, {
      signal,
      onProgress: (fraction) => onProgress?.(TUNING_SHARE * fraction),
    }));
  const weights = await fitLinear(sequences, counts.length, options, {
    signal,
    onProgress: (fraction) => onProgress?.(TUNING_SHARE + (1 - TUNING_SHARE) * fraction),
  });
  const coldItems = texts instanceof CiceroneError ? 0 : await adoptColdItems(weights, counts, texts, signal);
  return {
    coldItems,
    hyperparameters: linearParameters(options),
    model: await linearModel(weights, options.recency),
  };
};
