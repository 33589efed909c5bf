import { type Command, Option } from "commander";
import { commandLine, evaluationCommand, namesOf } from "../../evaluation/evaluation-command.ts";
import type { EvaluationValues } from "../../evaluation/evaluation-values.ts";
import { runEvaluation } from "../../evaluation/run-evaluation.ts";
import { wholeNumber } from "../../new-command.ts";
import type { Cli } from "../../open.ts";

interface Values extends EvaluationValues {
  readonly systems?: string;
  readonly users?: number;
  readonly holdout: "test" | "validation";
}

export function summaryCommand(cli: Cli): Command {
  const command = evaluationCommand("summary", "is a review's headline found in the review?", [
    {
      command: "cicerone evaluate summary --data amazon-musical-instruments",
      purpose: "first sentence, first words, LexRank",
    },
  ]);
  return command
    .option("--systems <list>", "what to measure, by comma (default: all there are)")
    .option("--users <n>", "measure a sample of so many users", wholeNumber(1))
    .addOption(
      new Option("--holdout <part>", "the last review, or the one before it to tune on")
        .choices(["test", "validation"])
        .default("test"),
    )
    .action(async (values: Values) => {
      const { evaluateSummary } = await import("../../../evaluation/summary/evaluate-summary.ts");
      const { users, holdout } = values;
      const systems = namesOf(values.systems);
      await runEvaluation(cli, values, commandLine(command), async (around) => [
        await evaluateSummary({ ...around, users, holdout, systems }),
      ]);
    });
}
