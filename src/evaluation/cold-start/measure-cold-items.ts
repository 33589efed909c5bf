import { CiceroneError } from "../../../memory/errors.ts";
import { interactionsChecksum, positives } from "../../../tools/scoring/interaction-rows.ts";
import { onnxRuntimeVersion } from "../../../tools/scoring/onnx.ts";
import { sequencesOf } from "../../../tools/scoring/sequences.ts";
import { type MeasuringContext, protocolHead } from "../measuring.ts";
import { sampleCases } from "../ranking/cases.ts";
import { measureRankers } from "../ranking/measure-rankers.ts";
import { ndcg, recall } from "../ranking/rank-metrics.ts";
import { textSystemOver } from "../ranking/retrieval-systems.ts";
import { sharedFits, sharedScorerSystem } from "../ranking/shared-fits.ts";
import type { EvaluationReport } from "../report.ts";
import { meanValues } from "../statistics/statistic.ts";
import { summarise } from "../summarise.ts";
import { coldItems, WITHHELD_SHARE } from "./cold-items.ts";
import type { ColdStartData, ColdStartSetup } from "./cold-start-setup.ts";
import { factorsWithTexts, linearWithTexts } from "./text-systems.ts";

/** Items that training never saw: does what is known of their texts bring them to the right people? */
export async function measureColdItems(
  { data, text }: ColdStartData,
  setup: ColdStartSetup,
  context: MeasuringContext,
): Promise<EvaluationReport> {
  const filtered = positives(data.interactions, setup.positiveFrom);
  const cold = coldItems(filtered, data.itemCount, setup.seed);
  const cases = sampleCases(cold.cases, setup.users, setup.seed);
  const size = cold.withheld.reduce((total, each) => total + each, 0);
  if (cases.length === 0) throw nobody(data.name);
  const protocol = {
    task: "cold-start items",
    ...protocolHead(data, interactionsChecksum(data.interactions), setup, "users"),
    fittedOn: "no interaction with a withheld item, and none of a measured user from the one to be found on",
    withheld: `${size} items, ${100 * WITHHELD_SHARE} % of those with interactions, drawn with the seed`,
    positiveFrom: setup.positiveFrom ?? null,
    candidates: "the withheld items",
    ties: "an item tied with the held-out one stands before it",
    chance: Math.round((10_000 * Math.min(setup.k, size)) / size) / 10_000,
    measured: cases.length,
  } as const;
  const fits = sharedFits(context.clock);
  try {
    const measured = await measureRankers(
      [
        sharedScorerSystem("popular", fits),
        textSystemOver(text),
        factorsWithTexts(text.vectors),
        linearWithTexts(text.vectors),
      ],
      {
        training: { interactions: cold.train, sequences: sequencesOf(cold.train), itemCount: data.itemCount },
        cases,
        depth: setup.k,
        candidates: () => cold.withheld,
        values: ({ ranks }) => ({
          [`recall@${setup.k}`]: meanValues(ranks.map((each) => recall(each, setup.k) ?? Number.NaN)),
          [`ndcg@${setup.k}`]: meanValues(ranks.map((each) => ndcg(each, setup.k) ?? Number.NaN)),
        }),
        protocol: { ...protocol, k: setup.k, source: data.source, versions: context.versions },
      },
      context,
    );
    const runs = measured.map(({ run }) => run);
    return {
      protocol: {
        ...protocol,
        versions: { ...context.versions, onnxruntime: await onnxRuntimeVersion() },
        ranksBy: Object.fromEntries(measured.map(({ run, ranksBy }) => [run.system, ranksBy])),
      },
      ...(await summarise(runs, cases.length, { ...setup, signal: context.signal })),
      published: [],
      plots: [],
    };
  } finally {
    await fits.close();
  }
}

function nobody(name: string): CiceroneError {
  return new CiceroneError("nothing-to-measure", `nobody in ${name} took a withheld item after another one`, {
    hint: "another --seed withholds other items; or lower --positive-from",
  });
}
