import { createFoldInRater } from "./fold-in-rater.ts";
import type { RaterModel } from "./model.ts";
import type { Rater } from "./rater.ts";
import { expectedRating, type TasteSide, tasteOf } from "./taste.ts";
import type { FoldIn } from "./trials.ts";

/** An item with so many ratings has half the say in similarity: factors of rarely rated items are mostly noise. */
const HALF_TRUSTED = 20;

/** The rater of a fitted model: folds the given ratings in on every call, no state between calls. */
export function createStatisticalRater(model: RaterModel): Rater {
  return createFoldInRater({
    name: "statistical",
    scale: model.scale,
    facts: model,
    means: model.means,
    calibration: model.calibration,
    foldIn: foldInOf(model),
    similarity: (a, b) => similarity(model, a, b),
  });
}

export function foldInOf(side: TasteSide): FoldIn {
  return (items, values) => {
    const row = tasteOf(side, items, values);
    return (item) => expectedRating(side, row, item, items.length);
  };
}

/** Cosine of item factors, −1..1, drawn towards 0 by √(s·s′), s = n / (n + 20), where few ratings made them. */
export function similarity(
  model: Pick<RaterModel, "width" | "items" | "counts">,
  a: number,
  b: number,
): number {
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
