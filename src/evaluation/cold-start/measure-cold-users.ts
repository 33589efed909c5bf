import { CiceroneError } from "../../../memory/errors.ts";
import { interactionsChecksum, positives } from "../../../tools/scoring/interaction-rows.ts";
import { onnxRuntimeVersion } from "../../../tools/scoring/onnx.ts";
import { sequencesOf } from "../../../tools/scoring/sequences.ts";
import { type MeasuringContext, protocolHead } from "../measuring.ts";
import { PIPELINE_STAGES, pipelineSystem } from "../pipeline/pipeline-system.ts";
import { measureRankers } from "../ranking/measure-rankers.ts";
import type { Ranked } from "../ranking/rank-cases.ts";
import { ndcg, recall } from "../ranking/rank-metrics.ts";
import type { RankingSystem, Training } from "../ranking/ranker.ts";
import { textSystemOver } from "../ranking/retrieval-systems.ts";
import { sharedFits, sharedScorerSystem } from "../ranking/shared-fits.ts";
import type { EvaluationReport, Plot, SystemResult } from "../report.ts";
import { meanValues, type UnitValues } from "../statistics/statistic.ts";
import { summarise } from "../summarise.ts";
import { withTrainingAgent } from "../training-agent.ts";
import type { ColdStartData, ColdStartSetup } from "./cold-start-setup.ts";
import { coldUsers, HISTORY_LENGTHS } from "./cold-users.ts";

const SCORERS = ["popular", "item-knn", "factors", "ease", "linear"] as const;

/** Users cut to their last few interactions: what each system finds for them. */
export async function measureColdUsers(
  { data, text }: ColdStartData,
  setup: ColdStartSetup,
  context: MeasuringContext,
): Promise<EvaluationReport> {
  const filtered = positives(data.interactions, setup.positiveFrom);
  const { train, cases, users, taken } = coldUsers(filtered, setup.users, setup.seed);
  if (users.length === 0) throw tooShort(data.name);
  const training: Training = {
    interactions: train,
    sequences: sequencesOf(train),
    itemCount: data.itemCount,
  };
  const inPlay = new Uint8Array(data.itemCount);
  for (const item of train.items) inPlay[item] = 1;
  const protocol = {
    task: "cold-start users",
    ...protocolHead(data, interactionsChecksum(data.interactions), setup, "users"),
    fittedOn: "the interactions of everybody but the measured users",
    history: `the last ${HISTORY_LENGTHS.join(", ")} interactions before the last one, which is to be found`,
    positiveFrom: setup.positiveFrom ?? null,
    candidates: "every item with training interactions that the user never took, and the one to be found",
    ties: "an item tied with the held-out one stands before it",
    measured: users.length,
  } as const;
  const fits = sharedFits(context.clock);
  try {
    const measured = await withAgent({ data, text }, train, context, (agent) =>
      measureRankers(
        [...SCORERS.map((name) => sharedScorerSystem(name, fits)), textSystemOver(text), agent],
        {
          training,
          cases,
          depth: setup.k,
          candidates: ({ user, truth }) => {
            const open = inPlay.slice();
            for (const item of taken(user)) open[item] = 0;
            for (const item of truth) open[item] = 1;
            return open;
          },
          values: (ranked) => valuesByLength(ranked, users.length, setup.k),
          protocol: { ...protocol, k: setup.k, source: data.source, versions: context.versions },
        },
        context,
      ),
    );
    const runs = measured.map(({ run }) => run);
    const summary = await summarise(runs, users.length, { ...setup, signal: context.signal });
    return {
      protocol: {
        ...protocol,
        versions: { ...context.versions, onnxruntime: await onnxRuntimeVersion() },
        ranksBy: Object.fromEntries(measured.map(({ run, ranksBy }) => [run.system, ranksBy])),
      },
      ...summary,
      published: [],
      plots: [coldCurve(summary.results, setup.k)],
    };
  } finally {
    await fits.close();
  }
}

function valuesByLength({ ranks }: Ranked, users: number, k: number): Record<string, UnitValues> {
  const entries = HISTORY_LENGTHS.flatMap((length, block) => {
    const own = ranks.slice(block * users, (block + 1) * users);
    const values = (metric: typeof recall): UnitValues =>
      meanValues(own.map((each) => metric(each, k) ?? Number.NaN));
    return [
      [`recall@${k} after ${length}`, values(recall)],
      [`ndcg@${k} after ${length}`, values(ndcg)],
    ] as const;
  });
  return Object.fromEntries(entries);
}

function coldCurve(results: readonly SystemResult[], k: number): Plot {
  return {
    title: "What is found for somebody of whom little is known",
    x: "interactions known",
    y: `recall@${k}`,
    series: results.map(({ system, metrics }) => ({
      name: system,
      points: HISTORY_LENGTHS.flatMap((length) => {
        const estimate = metrics[`recall@${k} after ${length}`];
        return estimate === undefined
          ? []
          : [{ x: length, y: estimate.value, low: estimate.low, high: estimate.high }];
      }),
    })),
  };
}

/** The whole agent, fitted without the measured users: for somebody unknown it falls back on what everybody likes. */
function withAgent<Result>(
  { data }: ColdStartData,
  train: Training["interactions"],
  context: MeasuringContext,
  use: (agent: RankingSystem) => Promise<Result>,
): Promise<Result> {
  return withTrainingAgent(data, train, { ...context, rates: false }, ({ catalogue, recommender }) => {
    const whole = PIPELINE_STAGES.at(-1);
    if (whole === undefined) throw new RangeError("no pipeline");
    return use(pipelineSystem({ ...whole, name: "agent" }, { catalogue, toolbox: recommender.toolbox }));
  });
}

function tooShort(name: string): CiceroneError {
  const longest = Math.max(...HISTORY_LENGTHS);
  return new CiceroneError("nothing-to-measure", `no user of ${name} has more than ${longest} interactions`, {
    hint: "lower --positive-from, or import a dataset with longer histories",
  });
}
