import type { Interactions } from "../../../memory/datasets/interactions.ts";
import { fitTextVectors } from "../../../tools/retrieval/text-vectors.ts";
import { keepRows, positives } from "../../../tools/scoring/interaction-rows.ts";
import { itemCounts, usersWithItems } from "../../../tools/scoring/sequences.ts";
import { chosen } from "../chosen.ts";
import { type OpenData, withData } from "../open-data.ts";
import { historiesOf } from "../ranking/cases.ts";
import { type EvaluateRankingOptions, setupOf } from "../ranking/evaluate-ranking.ts";
import { type ListValues, measureRanking, type RankingSetup } from "../ranking/ranking.ts";
import type { EvaluationReport } from "../report.ts";
import { splitByTime } from "../splits/choose-split.ts";
import { kCore } from "../splits/k-core.ts";
import { withTrainingAgent } from "../training-agent.ts";
import { textVectorsOf } from "../training-stage.ts";
import { listValues } from "./list-metrics.ts";
import { PIPELINE_STAGES, pipelineSystem } from "./pipeline-system.ts";

const DEFAULTS: Partial<RankingSetup> = { k: [5, 10, 20], metrics: ["recall", "ndcg"], users: 500 };

/**
 * The agent's own pipeline (retrieve, score, re-rank for variety) on what it may know: `openTrainingStage` without anything that a
 * measured user did from the held-out interaction on. Beside accuracy, what the lists are otherwise (`listValues`).
 * Throws what `measureRanking` and `openTrainingStage` throw, and "unknown-system".
 */
export async function evaluatePipeline(
  options: Omit<EvaluateRankingOptions, "onnx">,
): Promise<EvaluationReport> {
  const table = Object.fromEntries(PIPELINE_STAGES.map((stage) => [stage.name, stage]));
  const wanted = chosen(table, options.systems, "pipeline");
  return withData(options, async (data) => {
    const setup = setupOf(data, "pipeline", DEFAULTS, options);
    const train = beforeHeldOut(data, setup);
    return withTrainingAgent(
      data,
      train,
      { ...options, rates: false },
      async ({ catalogue, recommender }) => {
        const parts = { catalogue, toolbox: recommender.toolbox, historyOf: historiesOf(train) };
        const systems = [...wanted.map(([, each]) => pipelineSystem(each, parts)), ...(options.others ?? [])];
        return measureRanking(data, systems, setup, options, await beyondAccuracy(data, setup));
      },
    );
  });
}

/** All interactions but those of measured users from their first held-out one on. */
function beforeHeldOut({ interactions, time, itemCount }: OpenData, setup: RankingSetup): Interactions {
  const filtered = kCore(positives(interactions, setup.positiveFrom), setup.core);
  const split = splitByTime(filtered, setup, time);
  const pair = (user: number, item: number): number => user * itemCount + item;
  const known = new Set<number>();
  for (const row of split.train) known.add(pair(filtered.users[row] ?? 0, filtered.items[row] ?? 0));
  const until = new Map<number, number>();
  for (const row of split.test) {
    const user = filtered.users[row] ?? 0;
    until.set(user, Math.min(until.get(user) ?? Number.POSITIVE_INFINITY, filtered.at[row] ?? 0));
  }
  return keepRows(interactions, (row) => {
    const user = interactions.users[row] ?? 0;
    const moment = until.get(user) ?? Number.POSITIVE_INFINITY;
    return (interactions.at[row] ?? 0) < moment || known.has(pair(user, interactions.items[row] ?? 0));
  });
}

async function beyondAccuracy(data: OpenData, { k }: RankingSetup): Promise<ListValues> {
  const { vectors } = (await textVectorsOf(data)) ?? (await fitTextVectors(data.catalogue));
  return ({ lists }, cases, training) => {
    const counts = itemCounts(training.sequences, training.itemCount);
    const items = counts.reduce((total, count) => total + Number(count > 0), 0);
    const users = usersWithItems(training.sequences);
    const cutoff = k.includes(10) ? 10 : (k[0] ?? 10);
    return listValues({ lists, cases, counts, users, items, vectors }, cutoff);
  };
}
