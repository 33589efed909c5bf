import type { Interactions } from "../../../memory/datasets/interactions.ts";
import type { Scale } from "../../../tools/rating/model.ts";
import type { GivenRating } from "../../../tools/rating/rater.ts";
import type { MeasuringContext } from "../measuring.ts";
import { rowsOf, type Split } from "../splits/split.ts";
import type { RatingSystem } from "./rating-system.ts";
import type { PredictedRating } from "./rating-values.ts";

export interface RatedFolds {
  readonly folds: readonly (readonly PredictedRating[])[];
  readonly seconds: { readonly fit: number; readonly rate: number };
}

interface RateFoldsOptions {
  readonly splits: readonly Split[];
  readonly scale: Scale;
  readonly items: number;
  readonly seed: number;
  /** A user's place among those measured; undefined = not measured. */
  readonly unitOf: (user: number) => number | undefined;
}

/** Fits a system on each fold's training part and lets it predict every rating of the fold's test part, user by user. */
export async function rateFolds(
  system: RatingSystem,
  { splits, scale, items, seed, unitOf }: RateFoldsOptions,
  { clock, signal, onProgress }: MeasuringContext,
): Promise<RatedFolds> {
  const folds: PredictedRating[][] = [];
  const seconds = { fit: 0, rate: 0 };
  for (const [at, { interactions, train, test }] of splits.entries()) {
    const tell = (what: string, fraction: number | undefined): void =>
      onProgress?.({
        stage: `${what} ${system.name}${splits.length > 1 ? `, fold ${at + 1}` : ""}`,
        fraction,
      });
    const training = rowsOf(interactions, train);
    tell("fitting", undefined);
    const start = clock();
    const rater = await system.fit(
      { interactions: training, scale, items, seed },
      { signal, onProgress: (fraction) => tell("fitting", fraction) },
    );
    const fitted = clock();
    const given = Map.groupBy(rated(training), ({ user }) => user);
    const predicted: PredictedRating[] = [];
    const people = [...Map.groupBy(rated(rowsOf(interactions, test)), ({ user }) => user)];
    for (const [place, [user, truths]] of people.entries()) {
      const unit = unitOf(user);
      if (unit === undefined) continue;
      const own: readonly GivenRating[] = given.get(user) ?? [];
      const asked = truths.map(({ item }) => item);
      const answers = await rater.rate(own, asked, signal);
      for (const [row, { value, low, high }] of answers.entries()) {
        predicted.push({ unit, truth: truths[row]?.value ?? Number.NaN, value, low, high });
      }
      if (place % STEP === 0) tell("rating with", place / people.length);
    }
    seconds.fit += (fitted - start) / 1000;
    seconds.rate += (clock() - fitted) / 1000;
    folds.push(predicted);
  }
  return { folds, seconds };
}

const STEP = 50;

interface Rated extends GivenRating {
  readonly user: number;
}

/** Interactions without a rating are left out. */
function rated({ users, items, values }: Interactions): Rated[] {
  return Array.from(users, (user, row) => ({
    user,
    item: items[row] ?? 0,
    value: values?.[row] ?? Number.NaN,
  })).filter(({ value }) => !Number.isNaN(value));
}
