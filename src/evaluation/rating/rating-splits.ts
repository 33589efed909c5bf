import { keepRows } from "../../../tools/scoring/interaction-rows.ts";
import type { OpenData } from "../open-data.ts";
import { splitByTime, splitInWords, type TimeSplit } from "../splits/choose-split.ts";
import { randomFolds } from "../splits/folds.ts";
import { givenFolds } from "../splits/given-folds.ts";
import { assertNoLeaks, leaksOf } from "../splits/leaks.ts";
import type { Holdout, Split } from "../splits/split.ts";

export interface RatingSplitSetup {
  readonly split: TimeSplit | "random";
  readonly share: number;
  readonly holdout: Holdout;
  /** Of the random split. */
  readonly folds: number;
  /** Folder with folds that came with the data: NAME.base and NAME.test. */
  readonly foldsFrom: string | undefined;
  /** Of those, the ones wanted; default: every NAME that ends in a number. */
  readonly foldNames: readonly string[] | undefined;
  readonly seed: number;
}

export interface RatingSplits {
  readonly splits: readonly Split[];
  /** For the protocol. */
  readonly inWords: string;
  /** What the splits let a model see that it could not have known. */
  readonly leaks: string;
}

/** The ratings of a dataset, split as asked for: interactions without a rating are left out. Throws what the splits throw. */
export async function ratingSplits(data: OpenData, setup: RatingSplitSetup): Promise<RatingSplits> {
  const { values } = data.interactions;
  const ratings = keepRows(data.interactions, (row) => !Number.isNaN(values?.[row] ?? Number.NaN));
  const { foldsFrom, foldNames, folds, seed, holdout, split } = setup;
  if (foldsFrom !== undefined) {
    const found = await givenFolds(ratings, (item) => data.catalogue.id(item), foldsFrom, foldNames);
    const names = found.map(({ name }) => name).join(", ");
    return said(
      found.map((each) => each.split),
      `folds that came with the data: ${names}`,
    );
  }
  if (split === "random") {
    return said(randomFolds(ratings, folds, seed, holdout), `${folds} random folds; measured: ${holdout}`);
  }
  const byTime = splitByTime(ratings, { ...setup, split }, data.time);
  assertNoLeaks(byTime);
  return said([byTime], splitInWords({ ...setup, split }));
}

function said(splits: readonly Split[], inWords: string): RatingSplits {
  const shares = splits.map((split) => leaksOf(split).share);
  const mean = shares.reduce((sum, share) => sum + share, 0) / Math.max(1, shares.length);
  const leaks =
    mean === 0
      ? "no training rating is later than what must be predicted of the same user"
      : `${Math.round(100 * mean)} % of the training ratings are later than the user's first to be predicted`;
  return { splits, inWords, leaks };
}
