import { openDataset } from "../../../memory/datasets/open-dataset.ts";
import { type ReviewRow, readAllReviews } from "../../../memory/datasets/read-interactions.ts";
import { CiceroneError } from "../../../memory/errors.ts";
import { fitTextVectors } from "../../../tools/retrieval/text-vectors.ts";
import { chosen } from "../chosen.ts";
import type { MeasuringContext } from "../measuring.ts";
import { type OpenData, withData } from "../open-data.ts";
import type { EvaluationReport } from "../report.ts";
import { sampled } from "../sampled.ts";
import type { Resampling } from "../statistics/resample.ts";
import { type Threshold, thresholdOf } from "../threshold.ts";
import { withTrainingAgent } from "../training-agent.ts";
import { textVectorsOf } from "../training-stage.ts";
import { explanationSplit } from "./explanation-cases.ts";
import type { ExplanationSystem } from "./explanation-system.ts";
import { EXPLANATION_SYSTEMS, type ExplanationParts } from "./explanation-systems.ts";
import { type ExplanationSetup, measureExplanations } from "./measure-explanations.ts";
import type { CheckingParts } from "./recheck-claims.ts";

export interface EvaluateExplanationOptions extends MeasuringContext, Resampling {
  readonly home: string;
  readonly name: string;
  /** Most users that are measured. Default: 500. */
  readonly users?: number | undefined;
  /** Default: the dataset's own threshold. */
  readonly positiveFrom?: Threshold | undefined;
  readonly against?: string | undefined;
  /** Names out of EXPLANATION_SYSTEMS; default: all. */
  readonly systems?: readonly string[] | undefined;
  /** Systems of one's own, measured beside those. */
  readonly others?: readonly ExplanationSystem[] | undefined;
}

/**
 * Why what somebody took last suits them, said from what they did before (`openTrainingStage`): whether the claims hold and, where the
 * dataset has reviews, how near the words come to the user's own. Throws what `openTrainingStage` throws, "unknown-system" and
 * "nothing-to-measure".
 */
export function evaluateExplanation(options: EvaluateExplanationOptions): Promise<EvaluationReport> {
  const wanted = chosen(EXPLANATION_SYSTEMS, options.systems, "explanation");
  const { seed, resamples, users = 500, against, others = [] } = options;
  return withData(options, async (data) => {
    const positiveFrom = thresholdOf(options.positiveFrom, data.manifest);
    const { cases, train } = explanationSplit(data.interactions, positiveFrom);
    const measured = sampled(cases, users, seed);
    if (measured.length === 0) throw nobody(data.name);
    const reviews = await readAllReviews(data.paths, options.signal);
    const setup: ExplanationSetup = { seed, resamples, users, against, positiveFrom };
    return withAgent(data, train, options, (parts) =>
      measureExplanations(
        { data, cases: measured, reviews: reviewsOf(reviews, train.userIds.length, cases), checking: parts },
        [...wanted.map(([, make]) => make(parts)), ...others],
        setup,
        options,
      ),
    );
  });
}

/** The reviews of held-out items, by user; and all that a measured user had not yet written when they are to be foretold are left out. */
function reviewsOf(
  reviews: readonly ReviewRow[],
  users: number,
  cases: readonly { readonly user: number; readonly item: number }[],
): { readonly own: ReadonlyMap<number, ReviewRow>; readonly earlier: readonly ReviewRow[] } {
  const held = new Int32Array(users).fill(-1);
  for (const { user, item } of cases) held[user] = item;
  const own = new Map<number, ReviewRow>();
  for (const review of reviews)
    if (held[review.userIndex] === review.itemIndex) own.set(review.userIndex, review);
  const earlier = reviews.filter(
    ({ userIndex, at }) => at < (own.get(userIndex)?.at ?? Number.POSITIVE_INFINITY),
  );
  return { own, earlier };
}

function withAgent<Result>(
  data: OpenData,
  train: OpenData["interactions"],
  options: MeasuringContext,
  use: (parts: ExplanationParts & CheckingParts) => Promise<Result>,
): Promise<Result> {
  return withTrainingAgent(
    data,
    train,
    { ...options, rates: false },
    async ({ catalogue, recommender, folder }) => {
      const { toolbox, scorer } = recommender;
      return use({ catalogue, toolbox, scorer, vectors: await vectorsIn(folder, data.name) });
    },
  );
}

/** Those of the training stage: its own where they had to be made anew. */
async function vectorsIn(folder: string, name: string): Promise<CheckingParts["vectors"]> {
  const derived = openDataset(folder, name);
  try {
    return ((await textVectorsOf(derived)) ?? (await fitTextVectors(derived.catalogue))).vectors;
  } finally {
    derived.catalogue.close();
  }
}

function nobody(name: string): CiceroneError {
  return new CiceroneError("nothing-to-measure", `no user of ${name} took something after something else`, {
    hint: "lower --positive-from, or import a dataset with longer histories",
  });
}
