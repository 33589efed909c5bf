import type { Command } from "commander";
import type { Threshold } from "../../../evaluation/threshold.ts";
import { commandLine, evaluationCommand, namesOf } from "../../evaluation/evaluation-command.ts";
import type { EvaluationValues } from "../../evaluation/evaluation-values.ts";
import { runEvaluation } from "../../evaluation/run-evaluation.ts";
import { wholeNumber } from "../../new-command.ts";
import type { Cli } from "../../open.ts";
import { withPositiveFrom } from "./ranking-options.ts";

interface Values extends EvaluationValues {
  readonly systems?: string;
  readonly users?: number;
  readonly positiveFrom?: Threshold;
}

export function explanationCommand(cli: Cli): Command {
  const command = evaluationCommand("explanation", "do reasons hold, and are they those that people give?", [
    {
      command: "cicerone evaluate explanation --data amazon-musical-instruments",
      purpose: "against what people wrote",
    },
    {
      command: "cicerone evaluate explanation --data ml-100k",
      purpose: "without reviews: whether claims hold",
    },
  ]);
  return withPositiveFrom(command)
    .option("--systems <list>", "what to measure, by comma (default: all there are)")
    .option("--users <n>", "measure a sample of so many users (default: 500)", wholeNumber(1))
    .action(async (values: Values) => {
      const { evaluateExplanation } = await import("../../../evaluation/explanation/evaluate-explanation.ts");
      const { users, positiveFrom } = values;
      const systems = namesOf(values.systems);
      await runEvaluation(cli, values, commandLine(command), async (around) => [
        await evaluateExplanation({ ...around, users, positiveFrom, systems }),
      ]);
    });
}
