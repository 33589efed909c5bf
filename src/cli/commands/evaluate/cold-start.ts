import type { Command } from "commander";
import type { Threshold } from "../../../evaluation/threshold.ts";
import { commandLine, evaluationCommand } from "../../evaluation/evaluation-command.ts";
import type { EvaluationValues } from "../../evaluation/evaluation-values.ts";
import { runEvaluation } from "../../evaluation/run-evaluation.ts";
import { wholeNumber } from "../../new-command.ts";
import type { Cli } from "../../open.ts";
import { withPositiveFrom } from "./ranking-options.ts";

interface Values extends EvaluationValues {
  readonly users?: number;
  readonly k?: number;
  readonly positiveFrom?: Threshold;
}

export function coldStartCommand(cli: Cli): Command {
  const command = evaluationCommand("cold-start", "people of whom little is known, items nobody has taken", [
    {
      command: "cicerone evaluate cold-start --data ml-100k",
      purpose: "after 0, 1, 2, 5 and 10 interactions",
    },
  ]);
  return withPositiveFrom(command)
    .option("--k <n>", "cut-off (default: 10)", wholeNumber(1))
    .option("--users <n>", "most users that are cut short (default: 500)", wholeNumber(1))
    .action(async (values: Values) => {
      const { evaluateColdStart } = await import("../../../evaluation/cold-start/evaluate-cold-start.ts");
      const { users, k, positiveFrom } = values;
      await runEvaluation(cli, values, commandLine(command), (around) =>
        evaluateColdStart({ ...around, users, k, positiveFrom }),
      );
    });
}
