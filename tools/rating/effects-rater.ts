import type { Interactions } from "../../memory/datasets/interactions.ts";
import { type FitBaselineOptions, fitBaseline } from "./baseline.ts";
import { meanOf } from "./mean-rater.ts";
import type { Scale } from "./model.ts";
import type { Rater } from "./rater.ts";
import type { RatingMatrix } from "./rating-matrix.ts";
import type { FoldIn } from "./trials.ts";

/** Average ratings that an effect is damped with (Koren 2010, "Factor in the Neighbors", equations 3 and 4, has 25 and 10). */
const ITEM_DAMPING = 5;
const USER_DAMPING = 5;

/** Mean + item effect + user effect, each a damped mean of what the ones before leave. Options, intervals and errors as in `fitBaseline`. */
export function fitEffectsRater(
  interactions: Interactions,
  scale: Scale,
  options: FitBaselineOptions,
): Promise<Rater> {
  return fitBaseline("effects", interactions, scale, options, async (matrix) => ({
    foldIn: foldInEffects(itemEffects(matrix)),
  }));
}

/** All in quarters of the scale. */
export interface Effects {
  readonly mean: number;
  /** Deviation of each item from the mean, zero where nobody rated. */
  readonly items: Float32Array;
}

export function itemEffects(matrix: RatingMatrix): Effects {
  const mean = meanOf(matrix);
  const { start, value } = matrix.byItem;
  const items = Float32Array.from({ length: matrix.items }, (_, item) => {
    const from = start[item] ?? 0;
    const to = start[item + 1] ?? 0;
    let sum = 0;
    for (let at = from; at < to; at++) sum += (value[at] ?? 0) - mean;
    return sum / (to - from + ITEM_DAMPING);
  });
  return { mean, items };
}

/** The damped mean of what mean and item effects leave of somebody's ratings; 0 without any. */
export function userEffect(
  { mean, items: effects }: Effects,
  items: readonly number[],
  values: readonly number[],
): number {
  const sum = items.reduce((left, item, at) => left + (values[at] ?? 0) - mean - (effects[item] ?? 0), 0);
  return sum / (items.length + USER_DAMPING);
}

function foldInEffects(effects: Effects): FoldIn {
  return (items, values) => {
    const level = effects.mean + userEffect(effects, items, values);
    return (item) => Math.min(4, Math.max(0, level + (effects.items[item] ?? 0)));
  };
}
