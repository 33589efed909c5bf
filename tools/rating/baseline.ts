import { setImmediate } from "node:timers/promises";
import type { Interactions } from "../../memory/datasets/interactions.ts";
import { seededRandom } from "../../memory/random.ts";
import { calibrate } from "./calibrate.ts";
import { calibratorGroups, noRatings } from "./calibrators.ts";
import { createFoldInRater } from "./fold-in-rater.ts";
import { countsOf, meansOf } from "./item-facts.ts";
import { type Scale, toQuarters } from "./model.ts";
import type { Rater } from "./rater.ts";
import { type RatingMatrix, ratingMatrix } from "./rating-matrix.ts";
import { type FoldIn, heldOutTrials, type Trial } from "./trials.ts";

export interface FitBaselineOptions {
  /** Size of the catalogue. */
  readonly items: number;
  readonly seed: number;
  /** Probability that intervals shall hold the rating; 0.8 if absent. */
  readonly level?: number;
  readonly signal?: AbortSignal;
}

/** What a baseline makes of a matrix: fold-in, and what it holds for alike. */
export interface FittedBaseline {
  readonly foldIn: FoldIn;
  /** See FoldInRaterParts. */
  readonly similarity?: (a: number, b: number) => number;
}

/** What a baseline is fitted with. `breathe` yields to the event loop and rejects when the fit is aborted. */
export interface BaselineTools {
  readonly random: () => number;
  readonly breathe: () => Promise<void>;
}

/**
 * Fits a simple rater to compare others with. It is fitted twice: without a tenth of the users, on whose held-out ratings its
 * intervals are calibrated by residual quantiles (the same split conformal prediction as `fitRater`, but that an item's own
 * scatter plays no part); and on everybody, which is what answers.
 *
 * @throws CiceroneError `no-ratings` when no interaction carries a value
 */
export async function fitBaseline(
  name: string,
  interactions: Interactions,
  scale: Scale,
  options: FitBaselineOptions,
  learn: (matrix: RatingMatrix, tools: BaselineTools) => Promise<FittedBaseline>,
): Promise<Rater> {
  const random = seededRandom(options.seed);
  const measure = (value: number): number => toQuarters(scale, value);
  const all = ratingMatrix(interactions, options.items, measure);
  if (all.count === 0) throw noRatings();
  const breathe = async (): Promise<void> => {
    await setImmediate();
    options.signal?.throwIfAborted();
  };
  const tools = { random, breathe };
  const spreads = new Float32Array(options.items);
  const trials: Trial[] = [];
  for (const group of calibratorGroups(all, random)) {
    await breathe();
    const held = new Set(group);
    const others = ratingMatrix(interactions, options.items, measure, (user) => !held.has(user));
    const { foldIn } = await learn(others, tools);
    const facts = { counts: countsOf(others), spreads };
    for (const trial of heldOutTrials(foldIn, facts, all.byUser, group, random)) trials.push(trial);
  }
  await breathe();
  const fitted = await learn(all, tools);
  return createFoldInRater({
    name,
    scale,
    facts: { counts: countsOf(all), spreads },
    means: meansOf(all, scale),
    calibration: calibrate(trials, options.level ?? 0.8, (scale.max - scale.min) / 4),
    ...fitted,
  });
}
