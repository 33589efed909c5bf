import type { Command } from "commander";
import { commandLine, evaluationCommand } from "../../evaluation/evaluation-command.ts";
import { runEvaluation } from "../../evaluation/run-evaluation.ts";
import type { Cli } from "../../open.ts";
import { type RankingValues, rankingSetup, withRankingOptions } from "./ranking-options.ts";

interface Values extends RankingValues {
  readonly maskSeen: boolean;
}

export function retrievalCommand(cli: Cli): Command {
  const command = evaluationCommand("retrieval", "is what people took next among what is found?", [
    { command: "cicerone evaluate retrieval --data ml-100k", purpose: "texts, factors, neighbours, linear" },
    { command: "cicerone evaluate retrieval --k 50,100,300", purpose: "further down" },
  ]);
  return withRankingOptions(command)
    .option("--no-mask-seen", "find what the user has seen, too")
    .action(async (values: Values) => {
      const { evaluateRetrieval } = await import("../../../evaluation/ranking/evaluate-ranking.ts");
      const setup = { ...rankingSetup(values), maskSeen: values.maskSeen };
      await runEvaluation(cli, values, commandLine(command), async (around) => [
        await evaluateRetrieval({ ...around, ...setup }),
      ]);
    });
}
