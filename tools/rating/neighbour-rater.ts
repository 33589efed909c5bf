import type { Interactions } from "../../memory/datasets/interactions.ts";
import { type BaselineTools, type FitBaselineOptions, type FittedBaseline, fitBaseline } from "./baseline.ts";
import { itemEffects, userEffect } from "./effects-rater.ts";
import type { Scale } from "./model.ts";
import type { Rater } from "./rater.ts";
import type { RatingMatrix } from "./rating-matrix.ts";

/** Rated neighbours that have a say, and raters in common with which a correlation keeps half of itself. */
const NEIGHBOURS = 30;
const HALF_TRUSTED = 100;
/** Similarity that stands against the neighbours' for no deviation at all. */
const DAMPING = 0.2;

/**
 * Item neighbourhoods: what mean and effects leave of somebody's ratings of the 30 most similar items, averaged by similarity;
 * similarity is the correlation of residuals over common raters, shrunk by their number (Koren 2008, 2.2). Similarities
 * are computed when they are asked for, from the ratings, so that memory grows with these alone. Options, intervals and errors as in
 * `fitBaseline`.
 */
export function fitNeighbourRater(
  interactions: Interactions,
  scale: Scale,
  options: FitBaselineOptions,
): Promise<Rater> {
  return fitBaseline("neighbours", interactions, scale, options, fitNeighbours);
}

async function fitNeighbours(matrix: RatingMatrix, { breathe }: BaselineTools): Promise<FittedBaseline> {
  await breathe();
  const effects = itemEffects(matrix);
  const residuals = residualsByItem(matrix, effects);
  const similarity = similarityOf(matrix, residuals);
  return {
    similarity,
    foldIn: (items, values) => {
      const own = userEffect(effects, items, values);
      const level = effects.mean + own;
      const given = items.map((item, at) => ({
        item,
        residual: (values[at] ?? 0) - level - (effects.items[item] ?? 0),
      }));
      return (item) => {
        let sum = 0;
        let weights = DAMPING;
        const near = given
          .filter((rating) => rating.item !== item)
          .map(({ item: other, residual }) => ({ residual, weight: similarity(other, item) }))
          .filter(({ weight }) => weight > 0)
          .sort((a, b) => b.weight - a.weight);
        for (const { residual, weight } of near.slice(0, NEIGHBOURS)) {
          sum += weight * residual;
          weights += weight;
        }
        return Math.min(4, Math.max(0, level + (effects.items[item] ?? 0) + sum / weights));
      };
    },
  };
}

/** What mean, item and user effects leave of each rating, in the order of `byItem`. */
function residualsByItem(matrix: RatingMatrix, effects: ReturnType<typeof itemEffects>): Float32Array {
  const { byUser, byItem } = matrix;
  const own = Float32Array.from({ length: matrix.users }, (_, user) => {
    const from = byUser.start[user] ?? 0;
    const to = byUser.start[user + 1] ?? 0;
    return userEffect(effects, [...byUser.other.subarray(from, to)], [...byUser.value.subarray(from, to)]);
  });
  const residuals = new Float32Array(matrix.count);
  for (let item = 0; item < matrix.items; item++) {
    for (let at = byItem.start[item] ?? 0; at < (byItem.start[item + 1] ?? 0); at++) {
      const expected = effects.mean + (effects.items[item] ?? 0) + (own[byItem.other[at] ?? 0] ?? 0);
      residuals[at] = (byItem.value[at] ?? 0) - expected;
    }
  }
  return residuals;
}

/** Similarities kept at most; older ones are let go all at once. */
const MOST_KEPT = 4_000_000;

function similarityOf(
  { byItem, items }: RatingMatrix,
  residuals: Float32Array,
): (a: number, b: number) => number {
  const raters = new Map<number, Map<number, number>>();
  const kept = new Map<number, number>();
  const ratersOf = (item: number): Map<number, number> => {
    const known = raters.get(item);
    if (known !== undefined) return known;
    const fresh = new Map<number, number>();
    for (let at = byItem.start[item] ?? 0; at < (byItem.start[item + 1] ?? 0); at++) {
      fresh.set(byItem.other[at] ?? 0, residuals[at] ?? 0);
    }
    raters.set(item, fresh);
    return fresh;
  };
  return (a, b) => {
    const pair = Math.min(a, b) * items + Math.max(a, b);
    const known = kept.get(pair);
    if (known !== undefined) return known;
    const [few, many] = [ratersOf(a), ratersOf(b)].sort((x, y) => x.size - y.size);
    const value = few === undefined || many === undefined ? 0 : correlation(few, many);
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(pair, value);
    return value;
  };
}

function correlation(few: ReadonlyMap<number, number>, many: ReadonlyMap<number, number>): number {
  let count = 0;
  let dot = 0;
  let squareA = 0;
  let squareB = 0;
  for (const [user, a] of few) {
    const b = many.get(user);
    if (b === undefined) continue;
    count++;
    dot += a * b;
    squareA += a * a;
    squareB += b * b;
  }
  if (squareA === 0 || squareB === 0) return 0;
  return (dot / Math.sqrt(squareA * squareB)) * (count / (count + HALF_TRUSTED));
}
