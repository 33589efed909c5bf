import { type ReviewRow, readAllReviews } from "../../../memory/datasets/read-interactions.ts";
import { CiceroneError } from "../../../memory/errors.ts";
import { interactionsChecksum } from "../../../tools/scoring/interaction-rows.ts";
import { chosen } from "../chosen.ts";
import { type MeasuredData, type MeasuringContext, protocolHead } from "../measuring.ts";
import { withData } from "../open-data.ts";
import { publishedRows } from "../published/published-rows.ts";
import type { EvaluationReport } from "../report.ts";
import { sampled } from "../sampled.ts";
import type { Holdout } from "../splits/split.ts";
import type { Resampling } from "../statistics/resample.ts";
import { summarise } from "../summarise.ts";
import { lsaTokenEmbedder } from "../text/lsa-token-embedder.ts";
import { fitTextEmbedder } from "../written/fit-text-embedder.ts";
import { measureWriter } from "../written/measure-writer.ts";
import { TEXT_METRICS_IN_WORDS, textValues } from "../written/text-values.ts";
import { summarySplit } from "./summary-cases.ts";
import { headlineLength, SUMMARY_SYSTEMS, type SummarySystem } from "./summary-systems.ts";

export interface SummarySetup extends Resampling {
  readonly holdout: Holdout;
  /** Most users that are measured, drawn with the seed; undefined = all. */
  readonly users: number | undefined;
  readonly against: string | undefined;
  /** Names out of SUMMARY_SYSTEMS; undefined = all. */
  readonly systems: readonly string[] | undefined;
}

export interface EvaluateSummaryOptions
  extends Partial<Omit<SummarySetup, keyof Resampling>>,
    Resampling,
    MeasuringContext {
  readonly home: string;
  readonly name: string;
  /** Systems of one's own, measured beside those. */
  readonly others?: readonly SummarySystem[] | undefined;
}

/**
 * A review made short, against the headline that its author gave it. Throws what `openDataset` throws, "unknown-system", and "no-headlines"
 * where no review has one.
 */
export function evaluateSummary(options: EvaluateSummaryOptions): Promise<EvaluationReport> {
  const { seed, resamples, holdout = "test", users, against, systems, others = [] } = options;
  return withData(options, async (data) => {
    const reviews = await readAllReviews(data.paths, options.signal);
    const setup = { seed, resamples, holdout, users, against, systems };
    return measureSummaries(data, reviews, others, setup, options);
  });
}

/** @throws CiceroneError "no-headlines", "unknown-system" */
export async function measureSummaries(
  data: MeasuredData,
  reviews: readonly ReviewRow[],
  others: readonly SummarySystem[],
  setup: SummarySetup,
  context: MeasuringContext,
): Promise<EvaluationReport> {
  const wanted = chosen(SUMMARY_SYSTEMS, setup.systems, "summary");
  const { train, test } = summarySplit(reviews, setup.holdout);
  const cases = sampled(test, setup.users, setup.seed);
  if (cases.length === 0) throw noHeadlines(data.name);
  const length = headlineLength(train);
  context.onProgress?.({ stage: "placing words", fraction: undefined });
  const learned = train.flatMap(({ review, headline }) => [review, headline]);
  const embedder = lsaTokenEmbedder(await fitTextEmbedder(learned, { signal: context.signal }));
  const protocol = {
    task: "summary",
    ...protocolHead(data, interactionsChecksum(data.interactions), setup, "users"),
    split: `each user's last review with a headline = test, the one before = validation; measured: ${setup.holdout}`,
    references: "the headline that the review's author gave it",
    metrics: TEXT_METRICS_IN_WORDS,
    bertscore: `${embedder.name}: word vectors by latent semantic analysis of the training reviews, not contextual`,
    headlineWords: length.words,
    training: train.length,
    measured: cases.length,
  } as const;
  const runs = [];
  for (const system of [...wanted.map(([, make]) => make(length)), ...others]) {
    const run = await measureWriter(
      { ...system, write: ({ review }, signal) => system.summarise(review, signal) },
      {
        cases,
        values: (written: readonly string[]) =>
          textValues(
            cases.map(({ headline }, at) => ({ candidate: written[at] ?? "", references: [headline] })),
            embedder,
            context.signal,
          ),
        protocol: { ...protocol, users: setup.users, source: data.source, versions: context.versions },
      },
      context,
    );
    runs.push(run);
  }
  return {
    protocol: { ...protocol, versions: context.versions },
    ...(await summarise(runs, cases.length, { ...setup, signal: context.signal })),
    published: publishedRows("summary", data.name),
    plots: [],
  };
}

function noHeadlines(name: string): CiceroneError {
  return new CiceroneError("no-headlines", `${name} has no reviews with a headline of their own.`, {
    hint: "Measure a dataset that has them, such as amazon-musical-instruments; in a descriptor of one's own the interactions give review and headline. What was imported before headlines were kept must be imported again.",
  });
}
