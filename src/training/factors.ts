import { CiceroneError } from "../../memory/errors.ts";
import { adoptColdFactors } from "../../tools/scoring/cold-factors.ts";
import { factorsModel } from "../../tools/scoring/factors-file.ts";
import { factorsOptionsFor, factorsParameters, fitFactors } from "../../tools/scoring/factors-fit.ts";
import type { FitModel } from "./fitted-model.ts";

/** Two vectors an item: time and memory grow with interactions and items, not with their squares. */
export const fitFactorsModel: FitModel = async (sequences, counts, texts, context) => {
  const options = factorsOptionsFor(sequences);
  const factors = await fitFactors(sequences, counts.length, options, context);
  const foreign = texts instanceof CiceroneError;
  const coldItems = foreign ? 0 : await adoptColdFactors(factors, counts, texts, context.signal);
  return {
    coldItems,
    hyperparameters: factorsParameters(options),
    seed: options.seed,
    model: await factorsModel(factors, options.recency),
  };
};
