import { multiplierFor } from "./calibrate.ts";
import { type Calibration, fromQuarters, type Scale, toQuarters } from "./model.ts";
import type { GivenRating, Rater, RatingPrediction } from "./rater.ts";
import { circumstancesOf, type FoldIn, type ItemFacts } from "./trials.ts";
import { variance } from "./uncertainty.ts";

export interface FoldInRaterParts {
  readonly name: string;
  readonly scale: Scale;
  readonly facts: ItemFacts;
  /** Plain mean rating of each item on the scale; NaN where nobody rated. */
  readonly means: Float32Array;
  readonly calibration: Calibration;
  readonly foldIn: FoldIn;
  /** How much alike two items are, −1..1; without it no closest items are named. */
  readonly similarity?: (a: number, b: number) => number;
}

/** A rater of calibrated parts: folds the given ratings in on every call, no state between calls. */
export function createFoldInRater(parts: FoldInRaterParts): Rater {
  const { scale, calibration } = parts;
  return {
    name: parts.name,
    async rate(ratings, items, signal): Promise<readonly RatingPrediction[]> {
      signal?.throwIfAborted();
      const given = latest(ratings);
      const predict = parts.foldIn(
        given.map(({ item }) => item),
        given.map(({ value }) => toQuarters(scale, value)),
      );
      const userMean =
        given.length === 0 ? undefined : given.reduce((sum, { value }) => sum + value, 0) / given.length;
      const multiplier = multiplierFor(calibration.multipliers, given.length);
      return items.map((item) => {
        const circumstances = circumstancesOf(parts.facts, given.length, item);
        const deviation = Math.sqrt(variance(calibration.weights, circumstances));
        const half = multiplier === null ? Number.POSITIVE_INFINITY : multiplier * deviation;
        const centre = predict(item);
        const itemMean = parts.means[item] ?? Number.NaN;
        return {
          item,
          value: fromQuarters(scale, centre),
          low: fromQuarters(scale, centre - half),
          high: fromQuarters(scale, centre + half),
          level: calibration.level,
          reasons: {
            closest: closest(parts.similarity, given, item),
            itemMean: Number.isNaN(itemMean) ? undefined : itemMean,
            itemCount: circumstances.itemCount,
            userMean,
          },
        };
      });
    },
  };
}

/** The last rating of each item counts. */
function latest(ratings: readonly GivenRating[]): GivenRating[] {
  return [...new Map(ratings.map((rating) => [rating.item, rating])).values()];
}

const CLOSEST = 3;

function closest(
  similarity: FoldInRaterParts["similarity"],
  given: readonly GivenRating[],
  item: number,
): RatingPrediction["reasons"]["closest"] {
  if (similarity === undefined) return [];
  return given
    .filter((rating) => rating.item !== item)
    .map((rating) => ({ ...rating, similarity: similarity(rating.item, item) }))
    .filter((rating) => rating.similarity > 0)
    .sort((a, b) => b.similarity - a.similarity || a.item - b.item)
    .slice(0, CLOSEST);
}
