import type { Interactions } from "../../memory/datasets/interactions.ts";
import { type FitBaselineOptions, fitBaseline } from "./baseline.ts";
import type { Scale } from "./model.ts";
import type { Rater } from "./rater.ts";
import type { RatingMatrix } from "./rating-matrix.ts";

/** The global mean for everybody and everything: what any rater must beat. Options, intervals and errors as in `fitBaseline`. */
export function fitMeanRater(
  interactions: Interactions,
  scale: Scale,
  options: FitBaselineOptions,
): Promise<Rater> {
  return fitBaseline("mean", interactions, scale, options, async (matrix) => {
    const mean = meanOf(matrix);
    return { foldIn: () => () => mean };
  });
}

/** Of all ratings, in quarters; 2, the middle, without any. */
export function meanOf({ count, byUser }: RatingMatrix): number {
  if (count === 0) return 2;
  return byUser.value.reduce((sum, value) => sum + value, 0) / count;
}
