import { z } from "zod";
import { CiceroneError } from "../../../memory/errors.ts";
import { interactionsChecksum } from "../../../tools/scoring/interaction-rows.ts";
import { type MeasuringContext, protocolHead } from "../measuring.ts";
import type { OpenData } from "../open-data.ts";
import { publishedRows } from "../published/published-rows.ts";
import type { EvaluationReport } from "../report.ts";
import { cacheKey } from "../run-cache.ts";
import type { Split } from "../splits/split.ts";
import type { Resampling } from "../statistics/resample.ts";
import { type SystemRun, summarise } from "../summarise.ts";
import { rateFolds } from "./rate-folds.ts";
import { type CalibrationPoint, calibrationPlot, calibrationPoints, errorBars } from "./rating-plots.ts";
import { type RatingSplitSetup, ratingSplits } from "./rating-splits.ts";
import type { RatingSystem } from "./rating-system.ts";
import { ratingValues } from "./rating-values.ts";

export interface RatingSetup extends RatingSplitSetup, Resampling {
  readonly against: string | undefined;
}

/** What is kept of a rater beside its run. */
const Points: z.ZodType<readonly CalibrationPoint[]> = z.array(z.object({ x: z.number(), y: z.number() }));

interface RatedRun extends SystemRun {
  readonly predicted: readonly CalibrationPoint[];
}

/**
 * Rating prediction: each system is fitted on the training part of every fold and predicts the ratings of the test part.
 * @throws CiceroneError "no-ratings", "nothing-to-measure", and what the splits throw
 */
export async function measureRating(
  data: OpenData,
  systems: readonly RatingSystem[],
  setup: RatingSetup,
  context: MeasuringContext,
): Promise<EvaluationReport> {
  const { scale } = data.catalogue;
  if (scale === undefined || data.interactions.values === undefined) throw noRatings(data.name);
  const { splits, inWords, leaks } = await ratingSplits(data, setup);
  const users = measuredUsers(splits);
  if (users.length === 0) throw nothingToPredict(data.name);
  const units = new Map(users.map((user, unit) => [user, unit]));
  const predicted = splits.reduce((sum, { test }) => sum + test.length, 0);
  const protocol = {
    task: "rating",
    ...protocolHead(data, interactionsChecksum(data.interactions), setup, "users"),
    split: inWords,
    leaks,
    folds: splits.length,
    scale: `${scale.min} to ${scale.max}`,
    "above the middle": `more than ${(scale.min + scale.max) / 2}: for F1, AUC and binary accuracy`,
    asked: "with the user's training ratings folded in",
    predicted,
    measured: users.length,
  } as const;
  const runs: RatedRun[] = [];
  for (const system of systems) {
    const key = cacheKey({
      system: system.name,
      ...protocol,
      source: data.source,
      versions: context.versions,
    });
    const stored = await context.runs?.get(key);
    if (stored !== undefined) {
      const { details, ...run } = stored;
      runs.push({ ...run, predicted: Points.parse(details) });
      continue;
    }
    const unitOf = (user: number): number | undefined => units.get(user);
    const options = { splits, scale, items: data.itemCount, seed: setup.seed, unitOf };
    const { folds, seconds } = await rateFolds(system, options, context);
    const given = [...new Set(data.interactions.values)].filter((value) => !Number.isNaN(value));
    const values = ratingValues(folds, users.length, scale, given);
    const points = calibrationPoints(folds.flat());
    const run = { system: system.name, values, seconds };
    await context.runs?.set(key, { ...run, details: points.map(({ x, y }) => ({ x, y })) });
    runs.push({ ...run, predicted: points });
  }
  return {
    protocol: {
      ...protocol,
      versions: context.versions,
      predicts: Object.fromEntries(systems.map(({ name, predicts }) => [name, predicts])),
    },
    ...(await summarise(
      runs.map(({ predicted: _, ...run }) => run),
      users.length,
      { ...setup, signal: context.signal },
    )),
    published: publishedRows("rating", data.name),
    plots: [calibrationPlot(runs), errorBars(runs, groupsOf(users, splits))],
  };
}

function measuredUsers(splits: readonly Split[]): number[] {
  const users = new Set<number>();
  for (const { interactions, test } of splits)
    for (const row of test) users.add(interactions.users[row] ?? 0);
  return [...users].sort((a, b) => a - b);
}

const BORDERS = [0, 10, 30, 100] as const;

/** Measured users by how many training ratings they have in the first fold. */
function groupsOf(
  users: readonly number[],
  [split]: readonly Split[],
): { readonly name: string; readonly units: Uint8Array }[] {
  const counts = new Map<number, number>();
  for (const row of split?.train ?? []) {
    const user = split?.interactions.users[row] ?? 0;
    counts.set(user, (counts.get(user) ?? 0) + 1);
  }
  return BORDERS.map((least, at) => {
    const next = BORDERS[at + 1] ?? Number.POSITIVE_INFINITY;
    const name = next === Number.POSITIVE_INFINITY ? `${least} and more` : `${least}–${next - 1}`;
    const units = Uint8Array.from(users, (user) => {
      const count = counts.get(user) ?? 0;
      return Number(count >= least && count < next);
    });
    return { name, units };
  }).filter(({ units }) => units.includes(1));
}

function noRatings(name: string): CiceroneError {
  return new CiceroneError("no-ratings", `${name} has no ratings to predict.`, {
    hint: "import a dataset whose interactions carry a value: ml-100k, ml-1m",
  });
}

function nothingToPredict(name: string): CiceroneError {
  return new CiceroneError("nothing-to-measure", `no user of ${name} has a rating to hold out`, {
    hint: "another --split, or a dataset with more ratings",
  });
}
