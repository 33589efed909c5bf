import { CiceroneError } from "../../../memory/errors.ts";
import { interactionsChecksum, positives } from "../../../tools/scoring/interaction-rows.ts";
import { onnxRuntimeVersion } from "../../../tools/scoring/onnx.ts";
import { itemCounts, sequencesOf, usersWithItems } from "../../../tools/scoring/sequences.ts";
import { type MeasuredData, type MeasuringContext, protocolHead } from "../measuring.ts";
import type { PublishedRow } from "../published/published-row.ts";
import { publishedRows } from "../published/published-rows.ts";
import type { EvaluationReport, ProtocolValue } from "../report.ts";
import { type SplitSetup, splitByTime, splitInWords } from "../splits/choose-split.ts";
import { kCore } from "../splits/k-core.ts";
import { assertNoLeaks } from "../splits/leaks.ts";
import { rowsOf } from "../splits/split.ts";
import type { Resampling } from "../statistics/resample.ts";
import { meanValues, type UnitValues } from "../statistics/statistic.ts";
import { summarise } from "../summarise.ts";
import { type CandidateSetup, candidatesFor, candidatesInWords } from "./candidates.ts";
import { casesOf, type RankingCase, sampleCases } from "./cases.ts";
import { measureRankers } from "./measure-rankers.ts";
import type { Ranked } from "./rank-cases.ts";
import { RANK_METRICS, type RankMetricName } from "./rank-metrics.ts";
import type { RankingSystem, Training } from "./ranker.ts";
import { rankingPlots } from "./ranking-plots.ts";

export interface RankingSetup extends SplitSetup, CandidateSetup, Resampling {
  readonly task: "retrieval" | "ranking" | "pipeline";
  /** Cut-offs, ascending. */
  readonly k: readonly number[];
  readonly metrics: readonly RankMetricName[];
  /** Rating from which an interaction counts; undefined = every interaction does. */
  readonly positiveFrom: number | undefined;
  /** k-core: fewest interactions of a user and of an item; 1 = no filter. */
  readonly core: number;
  /** Most users that are measured, drawn with the seed; undefined = all. */
  readonly users: number | undefined;
  /** The system that the others are compared with. */
  readonly against: string | undefined;
}

export const RANKING_DEFAULTS: RankingSetup = {
  task: "ranking",
  k: [5, 10, 20],
  metrics: ["recall", "ndcg", "mrr"],
  positiveFrom: undefined,
  core: 1,
  split: "leave-one-out",
  share: 0.2,
  holdout: "test",
  maskSeen: true,
  negatives: undefined,
  users: undefined,
  against: undefined,
  seed: 1,
  resamples: 1000,
};

/** What is beyond accuracy in the lists: from the ranker's lists, for the same cases. */
export type ListValues = (
  ranked: Ranked,
  cases: readonly RankingCase[],
  training: Training,
) => Readonly<Record<string, UnitValues>>;

/**
 * Ranking by what users took next: each system is fitted on what precedes the held-out interactions, and ranks the candidates for every user.
 * @throws CiceroneError "nothing-to-measure", "no-common-clock"
 */
export async function measureRanking(
  data: MeasuredData,
  systems: readonly RankingSystem[],
  setup: RankingSetup,
  context: MeasuringContext,
  listValues: ListValues = () => ({}),
): Promise<EvaluationReport> {
  const filtered = kCore(positives(data.interactions, setup.positiveFrom), setup.core);
  const split = splitByTime(filtered, setup, data.time);
  assertNoLeaks(split);
  const all = sequencesOf(filtered);
  const seen = rowsOf(filtered, split.train);
  const training: Training = {
    interactions: seen,
    sequences: sequencesOf(seen),
    itemCount: data.itemCount,
  };
  const cases = sampleCases(casesOf(split), setup.users, setup.seed);
  if (cases.length === 0) throw nothingToMeasure(data.name);
  const inPlay = Uint8Array.from(itemCounts(all, data.itemCount), (count) => Number(count > 0));
  const taken = (user: number): Int32Array =>
    all.items.subarray(all.offsets[user] ?? 0, all.offsets[user + 1] ?? 0);
  const candidates = candidatesFor(inPlay, taken, (user) => filtered.userIds[user] ?? "", setup);
  const protocol = {
    task: setup.task,
    ...protocolHead(data, interactionsChecksum(data.interactions), setup, "users"),
    split: splitInWords(setup),
    fittedOn: "every interaction that precedes the user's held-out ones",
    positiveFrom: setup.positiveFrom ?? null,
    core: setup.core,
    candidates: candidatesInWords(setup),
    ties: "an item tied with the held-out one stands before it",
    users: usersWithItems(all),
    items: inPlay.reduce((total, each) => total + each, 0),
    interactions: filtered.users.length,
    measured: cases.length,
  } as const;
  const measured = await measureRankers(
    systems,
    {
      training,
      cases,
      candidates,
      depth: Math.max(...setup.k),
      values: (ranked) => ({ ...rankValues(ranked, setup), ...listValues(ranked, cases, training) }),
      protocol: {
        ...protocol,
        k: setup.k,
        metrics: setup.metrics,
        source: data.source,
        versions: context.versions,
      },
    },
    context,
  );
  const runs = measured.map(({ run }) => run);
  const summary = await summarise(runs, cases.length, { ...setup, signal: context.signal });
  const about = (tell: (each: (typeof measured)[number]) => ProtocolValue) =>
    Object.fromEntries(measured.map((each) => [each.run.system, tell(each)]));
  return {
    protocol: {
      ...protocol,
      versions: { ...context.versions, onnxruntime: await onnxRuntimeVersion() },
      ranksBy: about(({ ranksBy }) => ranksBy),
      devices: about(({ device }) => device),
      parameters: about(({ parameters }) => parameters),
    },
    ...summary,
    published: publishedBeside(setup, data.name),
    plots: rankingPlots(summary.results, runs, cases, setup),
  };
}

function rankValues({ ranks }: Ranked, { metrics, k }: RankingSetup): Record<string, UnitValues> {
  const entries = metrics.flatMap((name) =>
    k.map((cutoff) => {
      const values = ranks.map((own) => RANK_METRICS[name](own, cutoff) ?? Number.NaN);
      return [`${name}@${cutoff}`, meanValues(values)] as const;
    }),
  );
  return Object.fromEntries(entries);
}

/** Published figures are told apart by what was ranked. */
function publishedBeside({ task, negatives }: RankingSetup, dataset: string): readonly PublishedRow[] {
  if (negatives === undefined) return publishedRows(task, dataset, "full");
  if (negatives === 19) return publishedRows(task, dataset, "1+19");
  return negatives === 99 ? publishedRows(task, dataset, "1+99") : [];
}

function nothingToMeasure(name: string): CiceroneError {
  return new CiceroneError("nothing-to-measure", `no user of ${name} has an interaction to hold out`, {
    hint: "lower --core or --positive-from, or import a dataset with interactions",
  });
}
