import { type Command, InvalidArgumentError, Option } from "commander";
import { CiceroneError } from "../../../../memory/errors.ts";
import { nearest } from "../../../../memory/nearest.ts";
import type { EvaluateRankingOptions } from "../../../evaluation/ranking/evaluate-ranking.ts";
import type { RankMetricName } from "../../../evaluation/ranking/rank-metrics.ts";
import { TIME_SPLITS, type TimeSplit } from "../../../evaluation/splits/choose-split.ts";
import { cutoffsOf, namesOf } from "../../evaluation/evaluation-command.ts";
import type { EvaluationValues } from "../../evaluation/evaluation-values.ts";
import { numberOption, wholeNumber } from "../../new-command.ts";

/** What the options of the ranking protocols leave behind. */
export interface RankingValues extends EvaluationValues {
  readonly systems?: string;
  readonly k?: string;
  readonly metrics?: string;
  readonly positiveFrom?: number | "all";
  readonly core?: number;
  readonly split?: TimeSplit;
  readonly share?: number;
  readonly holdout?: "test" | "validation";
  readonly users?: number;
}

/** Adds the options by which all ranking protocols are set. */
export function withRankingOptions(command: Command): Command {
  return withPositiveFrom(
    command
      .option("--systems <list>", "what to measure, by comma (default: all there are)")
      .option("--k <list>", "cut-offs, by comma")
      .option("--metrics <list>", "of recall, ndcg, mrr, hit, by comma"),
  )
    .option("--core <n>", "keep users and items with at least n interactions", wholeNumber(1))
    .addOption(
      new Option("--split <how>", "what is held out").choices([...TIME_SPLITS]).default("leave-one-out"),
    )
    .option("--share <part>", "of the temporal splits: how much is held out, 0 to 1", shareOption, 0.2)
    .addOption(
      new Option("--holdout <part>", "the last part, or the one before it to tune on")
        .choices(["test", "validation"])
        .default("test"),
    )
    .option("--users <n>", "measure a sample of so many users", wholeNumber(1));
}

export function withPositiveFrom(command: Command): Command {
  return command.option(
    "--positive-from <rating>",
    "ratings from here count, lower ones do not; “all”: every interaction counts (default: the dataset's own threshold)",
    (text: string) => (text === "all" ? "all" : numberOption(text)),
  );
}

/** What of a ranking protocol's setup was asked for. */
export function rankingSetup(
  values: RankingValues,
): Pick<EvaluateRankingOptions, "systems" | "k" | "metrics"> & Partial<EvaluateRankingOptions> {
  const { core, split, share, holdout, users, positiveFrom } = values;
  return {
    systems: namesOf(values.systems),
    k: cutoffsOf(values.k),
    metrics: metricsOf(values.metrics),
    ...defined({ positiveFrom, core, split, share, holdout, users }),
  };
}

/** "recall, hit" → both names. @throws CiceroneError "usage-metric", naming the nearest */
function metricsOf(list: string | undefined): readonly RankMetricName[] | undefined {
  return namesOf(list)?.map((name) => {
    const found = METRIC_NAMES.find((each) => each === name);
    if (found !== undefined) return found;
    const close = nearest(name, METRIC_NAMES);
    throw new CiceroneError("usage-metric", `There is no ranking metric “${name}”.`, {
      hint: close === undefined ? `There are ${METRIC_NAMES.join(", ")}.` : `Did you mean ${close}?`,
    });
  });
}

const METRIC_NAMES = ["recall", "ndcg", "mrr", "hit"] as const satisfies readonly RankMetricName[];

function defined<Values extends object>(values: Values): Partial<Values> {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined),
  ) as Partial<Values>;
}

export function shareOption(text: string): number {
  const share = numberOption(text);
  if (share <= 0 || share >= 1) throw new InvalidArgumentError("It takes a part between 0 and 1.");
  return share;
}
