import { fitRater } from "../../../tools/rating/fit.ts";
import { createStatisticalRater } from "../../../tools/rating/statistical-rater.ts";
import { chosen } from "../chosen.ts";
import type { MeasuringContext } from "../measuring.ts";
import { withData } from "../open-data.ts";
import type { EvaluationReport } from "../report.ts";
import { measureRating, type RatingSetup } from "./measure-rating.ts";
import type { RatingSystem } from "./rating-system.ts";

export interface EvaluateRatingOptions extends MeasuringContext {
  readonly home: string;
  readonly name: string;
  /** Names out of RATING_SYSTEMS; default: all. */
  readonly systems?: readonly string[] | undefined;
  /** Systems of one's own, measured beside those. */
  readonly others?: readonly RatingSystem[] | undefined;
  readonly setup?: { readonly [Key in keyof RatingSetup]?: RatingSetup[Key] | undefined };
}

export const RATING_DEFAULTS: RatingSetup = {
  split: "temporal-user",
  share: 0.2,
  holdout: "test",
  folds: 5,
  foldsFrom: undefined,
  foldNames: undefined,
  against: undefined,
  seed: 1,
  resamples: 1000,
};

export const RATING_SYSTEMS: Readonly<Record<string, RatingSystem>> = {
  agent: {
    name: "agent",
    predicts: "the chat's statistical rater",
    async fit({ interactions, scale, items, seed }, { signal, onProgress }) {
      const options = { items, seed, ...(signal && { signal }), ...(onProgress && { onProgress }) };
      return createStatisticalRater(await fitRater(interactions, scale, options));
    },
  },
};

/** `measureRating` on an imported dataset. Throws what it and `openDataset` throw, and "unknown-system". */
export async function evaluateRating(options: EvaluateRatingOptions): Promise<EvaluationReport> {
  const wanted = chosen(RATING_SYSTEMS, options.systems, "rating");
  const systems = [...wanted.map(([, system]) => system), ...(options.others ?? [])];
  const given = Object.entries(options.setup ?? {}).filter(([, value]) => value !== undefined);
  const setup: RatingSetup = { ...RATING_DEFAULTS, ...Object.fromEntries(given) };
  return withData(options, (data) => measureRating(data, systems, setup, options));
}
