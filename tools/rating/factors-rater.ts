import type { Interactions } from "../../memory/datasets/interactions.ts";
import { type BaselineTools, type FitBaselineOptions, type FittedBaseline, fitBaseline } from "./baseline.ts";
import { improve, startFactorisation } from "./factorise.ts";
import { foldIn, type ItemSide, predict } from "./fold-in.ts";
import { countsOf } from "./item-facts.ts";
import { meanOf } from "./mean-rater.ts";
import type { Scale } from "./model.ts";
import type { Rater } from "./rater.ts";
import type { RatingMatrix } from "./rating-matrix.ts";
import { similarity } from "./statistical-rater.ts";

/** Tuned on a tenth of MovieLens-100K `u1.base` that was held out. */
const PENALTIES = { userEffect: 3, itemEffect: 3, factor: 7, factorPerRating: 0.04 } as const;
const FACTORS = 16;
const ROUNDS = 10;

/** Matrix factorisation by alternating least squares (factorise.ts) and nothing else. Options, intervals and errors as in `fitBaseline`. */
export function fitFactorsRater(
  interactions: Interactions,
  scale: Scale,
  options: FitBaselineOptions,
): Promise<Rater> {
  return fitBaseline("factors", interactions, scale, options, fitFactors);
}

async function fitFactors(matrix: RatingMatrix, { random, breathe }: BaselineTools): Promise<FittedBaseline> {
  const model = startFactorisation(matrix, meanOf(matrix), FACTORS, random);
  for (let round = 0; round < ROUNDS; round++) {
    await breathe();
    await improve(matrix, model, PENALTIES, breathe);
  }
  const side: ItemSide = { ...model, penalties: PENALTIES };
  const counts = countsOf(matrix);
  return {
    foldIn: (items, values) => {
      const row = foldIn(side, items, values);
      return (item) => predict(side, row, item);
    },
    similarity: (a, b) => similarity({ ...model, counts }, a, b),
  };
}
