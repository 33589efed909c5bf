import type { Interactions } from "../../../memory/datasets/interactions.ts";
import { noRatings } from "../../../tools/rating/calibrators.ts";
import type { Scale } from "../../../tools/rating/model.ts";
import type { GivenRating, Rater } from "../../../tools/rating/rater.ts";
import { Ridge } from "../../../tools/rating/ridge.ts";
import { conformalQuantile } from "../../../tools/rating/uncertainty.ts";
import { type DampedEffects, dampedEffects } from "./damped-effects.ts";
import { reviewSums, writeReviewMeans } from "./review-sums.ts";
import { inner, type ReviewTexts, readReviewTexts, TINY } from "./review-texts.ts";

/** A given rating, with the training user it is of where the caller knows: whose reviews are then looked at. */
export interface PersonRating extends GivenRating {
  /** Index into the training interactions' `userIds`. */
  readonly user?: number;
}

export interface ReviewRaterOptions extends Partial<ReviewRaterSettings> {
  /** Size of the catalogue. */
  readonly items: number;
  readonly signal?: AbortSignal | undefined;
}

export interface ReviewRaterSettings {
  /** Probability that intervals shall hold the rating. */
  readonly level: number;
  /** Of the latent vectors. */
  readonly dimensions: number;
  /** Ratings or reviews of nobody in particular that means are shrunk with. */
  readonly itemDamping: number;
  readonly userDamping: number;
  readonly reviewDamping: number;
  /** Ridges, on features of variance 1: of the two tones, of the two vectors; and of the model that hears the tone. */
  readonly toneRidge: number;
  readonly vectorRidge: number;
  readonly hearingRidge: number;
}

/** Tuned on the validation part of Amazon Musical Instruments. */
export const REVIEW_RATER_DEFAULTS: ReviewRaterSettings = {
  level: 0.8,
  dimensions: 64,
  itemDamping: 10,
  userDamping: 5,
  reviewDamping: 5,
  toneRidge: 30,
  vectorRidge: 3000,
  hearingRidge: 1,
};

/**
 * Effects (as `dampedEffects`) plus what past reviews say: a ridge regression from the mean tone and mean latent vector of the item's
 * reviews, and of the user's own, to what the effects leave. Every training row is foretold without itself: its rating is in no effect, and
 * its review in no mean and no tone. Intervals reach as far as the errors on those rows do (a conformal quantile of their absolute values).
 *
 * The rater looks at the item's reviews always; at the user's where ratings say whose they are (`PersonRating.user`).
 * @param reviews what was written with each training row; undefined where nothing
 * @throws CiceroneError "no-ratings"
 */
export async function fitReviewRater(
  train: Interactions,
  reviews: readonly (string | undefined)[],
  scale: Scale,
  options: ReviewRaterOptions,
): Promise<Rater> {
  const settings = { ...REVIEW_RATER_DEFAULTS, ...options };
  const { users, items, values, texts: written } = ratedRows(train, reviews);
  if (values.length === 0) throw noRatings();
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const targets = values.map((value) => value - mean);
  const sizes = { userCount: train.userIds.length, itemCount: options.items };
  const damping = { item: settings.itemDamping, user: settings.userDamping };
  const effects = dampedEffects({ users, items, targets }, sizes, damping);
  const texts = await readReviewTexts(written, targets, { ...settings, ridge: settings.hearingRidge });
  const said = saidBy(texts, { users, items }, sizes, settings.reviewDamping);
  const left = targets.map((target, row) => target - effects.without(row));
  const correct = fitCorrection(texts.dimensions, said, left, settings);
  const errors = Array.from(left, (each, row) => Math.abs(each - correct(said.ofRow(row))));
  const half = conformalQuantile(errors, settings.level) ?? Number.POSITIVE_INFINITY;
  const clip = (value: number): number => Math.min(scale.max, Math.max(scale.min, value));
  const facts = itemFacts(items, values, options.items);
  return {
    name: "reviews",
    async rate(ratings: readonly PersonRating[], asked, signal) {
      signal?.throwIfAborted();
      const level = mean + personEffect(effects, ratings, mean);
      const user = ratings.find((rating) => rating.user !== undefined)?.user;
      return asked.map((item) => {
        const value = level + effects.ofItem(item) + correct(said.ofPair(user, item));
        const itemCount = facts.counts[item] ?? 0;
        return {
          item,
          value: clip(value),
          low: clip(value - half),
          high: clip(value + half),
          level: settings.level,
          reasons: {
            closest: [],
            itemMean: itemCount === 0 ? undefined : (facts.sums[item] ?? 0) / itemCount,
            itemCount,
            userMean:
              ratings.length === 0
                ? undefined
                : ratings.reduce((sum, rating) => sum + rating.value, 0) / ratings.length,
          },
        };
      });
    },
  };
}

/** Rows with a rating, as columns. */
function ratedRows({ users, items, values }: Interactions, reviews: readonly (string | undefined)[]) {
  const rows = Array.from(users.keys()).filter((row) => !Number.isNaN(values?.[row] ?? Number.NaN));
  return {
    users: Int32Array.from(rows, (row) => users[row] ?? 0),
    items: Int32Array.from(rows, (row) => items[row] ?? 0),
    values: Float64Array.from(rows, (row) => values?.[row] ?? 0),
    texts: rows.map((row) => reviews[row]),
  };
}

function personEffect(effects: DampedEffects, ratings: readonly GivenRating[], mean: number): number {
  return effects.ofRatings(ratings.map(({ item, value }) => ({ item, target: value - mean })));
}

function itemFacts(items: Int32Array, values: Float64Array, size: number) {
  const facts = { counts: new Float64Array(size), sums: new Float64Array(size) };
  for (const [row, item] of items.entries()) {
    facts.counts[item] = (facts.counts[item] ?? 0) + 1;
    facts.sums[item] = (facts.sums[item] ?? 0) + (values[row] ?? 0);
  }
  return facts;
}

/** What reviews say of a pair of user and item: constant 1, tone and vector of the item, tone and vector of the user. */
interface Said {
  readonly ofPair: (user: number | undefined, item: number) => Float32Array;
  /** Of a training row's pair, without that row's own review. */
  readonly ofRow: (row: number) => Float32Array;
}

/** One buffer: what is returned holds until the next call. */
function saidBy(
  texts: ReviewTexts,
  { users, items }: { readonly users: Int32Array; readonly items: Int32Array },
  { userCount, itemCount }: { readonly userCount: number; readonly itemCount: number },
  damping: number,
): Said {
  const byUser = reviewSums(texts, users, userCount);
  const byItem = reviewSums(texts, items, itemCount);
  const side = 1 + texts.dimensions;
  const features = new Float32Array(1 + 2 * side);
  const write = (user: number | undefined, item: number, without?: number): Float32Array => {
    features[0] = 1;
    writeReviewMeans(byItem, texts, { key: item, without, damping }, features, 1);
    writeReviewMeans(byUser, texts, { key: user, without, damping }, features, 1 + side);
    return features;
  };
  return { ofPair: write, ofRow: (row) => write(users[row], items[row] ?? 0, row) };
}

/** The regression from what is said to what effects leave; features are scaled, so that each kind has its own ridge. */
function fitCorrection(
  dimensions: number,
  said: Said,
  left: Float64Array,
  { toneRidge, vectorRidge }: { readonly toneRidge: number; readonly vectorRidge: number },
): (features: Float32Array) => number {
  const side = 1 + dimensions;
  const width = 1 + 2 * side;
  const { means, deviations } = momentsOf(said, left.length, width);
  const isTone = (k: number): boolean => k === 1 || k === 1 + side;
  const scales = deviations.map((deviation, k) =>
    k === 0 || deviation === 0 ? 0 : Math.sqrt(isTone(k) ? 1 : toneRidge / vectorRidge) / deviation,
  );
  const scaled = new Float32Array(width);
  const scale = (features: Float32Array): Float32Array => {
    for (let k = 1; k < width; k++) scaled[k] = ((features[k] ?? 0) - (means[k] ?? 0)) * (scales[k] ?? 0);
    scaled[0] = 1;
    return scaled;
  };
  const ridge = new Ridge(width);
  for (const [row, target] of left.entries()) ridge.add(scale(said.ofRow(row)), 0, target);
  const weights = new Float32Array(width);
  ridge.solve(TINY, toneRidge, weights, 0);
  return (features) => inner(weights, scale(features));
}

function momentsOf(
  said: Said,
  rows: number,
  width: number,
): { means: Float64Array; deviations: Float64Array } {
  const sums = new Float64Array(width);
  const squares = new Float64Array(width);
  for (let row = 0; row < rows; row++) {
    for (const [k, value] of said.ofRow(row).entries()) {
      sums[k] = (sums[k] ?? 0) + value;
      squares[k] = (squares[k] ?? 0) + value * value;
    }
  }
  const means = sums.map((sum) => sum / rows);
  const deviations = squares.map((square, k) => Math.sqrt(Math.max(0, square / rows - (means[k] ?? 0) ** 2)));
  return { means, deviations };
}
