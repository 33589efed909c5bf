import type { Interactions } from "../../../memory/datasets/interactions.ts";
import { readAllReviews } from "../../../memory/datasets/read-interactions.ts";
import { fitEffectsRater } from "../../../tools/rating/effects-rater.ts";
import { fitFactorsRater } from "../../../tools/rating/factors-rater.ts";
import { fitRater } from "../../../tools/rating/fit.ts";
import { fitMeanRater } from "../../../tools/rating/mean-rater.ts";
import type { Scale } from "../../../tools/rating/model.ts";
import { fitNeighbourRater } from "../../../tools/rating/neighbour-rater.ts";
import type { Rater } from "../../../tools/rating/rater.ts";
import { createStatisticalRater } from "../../../tools/rating/statistical-rater.ts";
import { chosen } from "../chosen.ts";
import type { MeasuringContext } from "../measuring.ts";
import { withData } from "../open-data.ts";
import type { EvaluationReport } from "../report.ts";
import { measureRating, type RatingSetup } from "./measure-rating.ts";
import type { RatingSystem } from "./rating-system.ts";
import { reviewSystem } from "./review-system.ts";

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

type FitBaseline = (
  interactions: Interactions,
  scale: Scale,
  options: { readonly items: number; readonly seed: number; readonly signal?: AbortSignal },
) => Promise<Rater>;

/** Without the progress that only the agent's rater, which takes seconds, tells. */
function baseline(name: string, predicts: string, fitBaseline: FitBaseline): RatingSystem {
  return {
    name,
    predicts,
    fit: ({ interactions, scale, items, seed }, { signal }) =>
      fitBaseline(interactions, scale, { items, seed, ...(signal && { signal }) }),
  };
}

export const RATING_SYSTEMS: Readonly<Record<string, RatingSystem>> = {
  mean: baseline("mean", "the mean of all ratings", fitMeanRater),
  effects: baseline("effects", "the mean, the item's and the user's damped offsets", fitEffectsRater),
  neighbours: baseline(
    "neighbours",
    "effects, and what the user gave to the nearest items",
    fitNeighbourRater,
  ),
  factors: baseline("factors", "effects and factors by alternating least squares", fitFactorsRater),
  agent: {
    name: "agent",
    predicts: "the chat's rater: effects, factors and what was rated at all, by variational Bayes",
    async fit({ interactions, scale, items, seed }, { signal, onProgress }) {
      const options = { items, seed, ...(signal && { signal }), ...(onProgress && { onProgress }) };
      return createStatisticalRater(await fitRater(interactions, scale, options));
    },
  },
};

/** Measured beside RATING_SYSTEMS where the dataset has reviews. */
const WITH_REVIEWS = "reviews";

/** `measureRating` on an imported dataset. Throws what it and `openDataset` throw, and "unknown-system". */
export async function evaluateRating(options: EvaluateRatingOptions): Promise<EvaluationReport> {
  const known = { ...RATING_SYSTEMS, [WITH_REVIEWS]: undefined };
  const wanted = chosen(
    Object.fromEntries(Object.entries(known).map(([name, system]) => [name, { system }])),
    options.systems,
    "rating",
  );
  const given = Object.entries(options.setup ?? {}).filter(([, value]) => value !== undefined);
  const setup: RatingSetup = { ...RATING_DEFAULTS, ...Object.fromEntries(given) };
  return withData(options, async (data) => {
    const wantsReviews = wanted.some(([name]) => name === WITH_REVIEWS);
    const reviews = wantsReviews ? await readAllReviews(data.paths, options.signal) : [];
    const systems = [
      ...wanted.flatMap(([, { system }]) => (system === undefined ? [] : [system])),
      ...(reviews.length > 0 ? [reviewSystem(reviews)] : []),
      ...(options.others ?? []),
    ];
    return measureRating(data, systems, setup, options);
  });
}
