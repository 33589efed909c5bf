import type { Command } from "commander";
import { commandLine, evaluationCommand } from "../../evaluation/evaluation-command.ts";
import { runEvaluation } from "../../evaluation/run-evaluation.ts";
import { collect, wholeNumber } from "../../new-command.ts";
import type { Cli } from "../../open.ts";
import { type RankingValues, rankingSetup, withRankingOptions } from "./ranking-options.ts";

interface Values extends RankingValues {
  readonly maskSeen: boolean;
  readonly negatives?: number;
  readonly onnx?: readonly string[];
}

export function rankingCommand(cli: Cli): Command {
  const command = evaluationCommand("ranking", "does what people took next come high in the list?", [
    { command: "cicerone evaluate ranking --data ml-100k", purpose: "all scorers, leave-one-out by time" },
    {
      command: "cicerone evaluate ranking --data ml-1m --core 5 --html ranking.html",
      purpose: "users and items with five or more, and a page",
    },
    {
      command: "cicerone evaluate ranking --negatives 19 --users 200",
      purpose: "the held-out item among 19 random ones",
    },
    {
      command: "cicerone evaluate ranking --systems linear --k 5,10,50 --holdout validation",
      purpose: "to tune on",
    },
  ]);
  return withRankingOptions(command)
    .option("--no-mask-seen", "rank what the user has seen, too")
    .option("--negatives <n>", "rank among so many random items instead of all", wholeNumber(1))
    .option("--onnx <file>", "measure an ONNX model of one's own, too; may be given again", collect)
    .action((values: Values) => ranking(cli, values, commandLine(command)));
}

async function ranking(cli: Cli, values: Values, command: string): Promise<void> {
  const { evaluateRanking } = await import("../../../evaluation/ranking/evaluate-ranking.ts");
  const { maskSeen, negatives, onnx } = values;
  const setup = { ...rankingSetup(values), maskSeen, negatives, onnx };
  await runEvaluation(cli, values, command, async (around) => [
    await evaluateRanking({ ...around, ...setup }),
  ]);
}
