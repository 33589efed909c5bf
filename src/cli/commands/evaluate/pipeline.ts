import type { Command } from "commander";
import { commandLine, evaluationCommand } from "../../evaluation/evaluation-command.ts";
import { runEvaluation } from "../../evaluation/run-evaluation.ts";
import type { Cli } from "../../open.ts";
import { type RankingValues, rankingSetup, withRankingOptions } from "./ranking-options.ts";

export function pipelineCommand(cli: Cli): Command {
  const command = evaluationCommand("pipeline", "retrieve, score and re-rank as the chat does", [
    { command: "cicerone evaluate pipeline --data ml-100k", purpose: "what each stage adds" },
    { command: "cicerone evaluate pipeline --data ml-1m --users 2000", purpose: "on more users" },
  ]);
  return withRankingOptions(command).action(async (values: RankingValues) => {
    const { evaluatePipeline } = await import("../../../evaluation/pipeline/evaluate-pipeline.ts");
    await runEvaluation(cli, values, commandLine(command), async (around) => [
      await evaluatePipeline({ ...around, ...rankingSetup(values) }),
    ]);
  });
}
