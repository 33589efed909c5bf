import { multiplierFor } from "./calibrate.ts";
import { foldIn, type ItemSide, predict } from "./fold-in.ts";
import { fromQuarters, type RaterModel, toQuarters } from "./model.ts";
import type { GivenRating, Rater, RatingPrediction } from "./rater.ts";
import { circumstancesOf } from "./trials.ts";
import { variance } from "./uncertainty.ts";

const CLOSEST = 3;
/** An item with so many ratings has half the say in similarity: factors of rarely rated items are mostly noise. */
const HALF_TRUSTED = 20;

/** The rater of a fitted model: folds the given ratings in on every call, no state between calls. */
export function createStatisticalRater(model: RaterModel): Rater {
  const side: ItemSide = { ...model, penalties: model.parameters };
  return {
    name: "statistical",
    async rate(ratings, items, signal): Promise<readonly RatingPrediction[]> {
      signal?.throwIfAborted();
      const given = latest(ratings);
      const row = foldIn(
        side,
        given.map(({ item }) => item),
        given.map(({ value }) => toQuarters(model.scale, value)),
      );
      const userMean =
        given.length === 0 ? undefined : given.reduce((sum, { value }) => sum + value, 0) / given.length;
      return items.map((item) => {
        const itemCount = model.counts[item] ?? 0;
        const centre = predict(side, row, item);
        const deviation = Math.sqrt(
          variance(model.calibration.weights, circumstancesOf(side, given.length, item, itemCount)),
        );
        const multiplier = multiplierFor(model.calibration.multipliers, given.length);
        const half = multiplier === null ? Number.POSITIVE_INFINITY : multiplier * deviation;
        const itemMean = model.means[item] ?? Number.NaN;
        return {
          item,
          value: fromQuarters(model.scale, centre),
          low: fromQuarters(model.scale, centre - half),
          high: fromQuarters(model.scale, centre + half),
          level: model.calibration.level,
          reasons: {
            closest: closest(model, given, item),
            itemMean: Number.isNaN(itemMean) ? undefined : itemMean,
            itemCount,
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

function closest(
  model: RaterModel,
  given: readonly GivenRating[],
  item: number,
): RatingPrediction["reasons"]["closest"] {
  return given
    .filter((rating) => rating.item !== item)
    .map((rating) => ({ ...rating, similarity: similarity(model, rating.item, item) }))
    .filter((rating) => rating.similarity > 0)
    .sort((a, b) => b.similarity - a.similarity || a.item - b.item)
    .slice(0, CLOSEST);
}

/** Cosine of item factors, −1..1, drawn towards 0 by √(s·s′), s = n / (n + 20), where few ratings made them. */
export function similarity(model: RaterModel, a: number, b: number): number {
  let dot = 0;
  let squareA = 0;
  let squareB = 0;
  for (let k = 1; k < model.width; k++) {
    const x = model.items[a * model.width + k] ?? 0;
    const y = model.items[b * model.width + k] ?? 0;
    dot += x * y;
    squareA += x * x;
    squareB += y * y;
  }
  if (squareA === 0 || squareB === 0) return 0;
  const trust = (item: number): number => {
    const count = model.counts[item] ?? 0;
    return count / (count + HALF_TRUSTED);
  };
  return (dot / Math.sqrt(squareA * squareB)) * Math.sqrt(trust(a) * trust(b));
}
