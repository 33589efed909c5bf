import type { Command } from "commander";
import type { Threshold } from "../../../evaluation/threshold.ts";
import { commandLine, evaluationCommand } from "../../evaluation/evaluation-command.ts";
import type { EvaluationValues } from "../../evaluation/evaluation-values.ts";
import { runEvaluation } from "../../evaluation/run-evaluation.ts";
import { wholeNumber } from "../../new-command.ts";
import type { Cli } from "../../open.ts";
import { narrate } from "../../terminal.ts";
import { withPositiveFrom } from "./ranking-options.ts";

interface Values extends EvaluationValues {
  readonly positiveFrom?: Threshold;
  readonly core?: number;
}

export function allCommand(cli: Cli): Command {
  const command = evaluationCommand("all", "every protocol that the dataset has the data for", [
    {
      command: "cicerone evaluate all --data ml-100k --html ml-100k.html",
      purpose: "everything on one page",
    },
  ]);
  return withPositiveFrom(command)
    .option("--core <n>", "keep users and items with at least n interactions", wholeNumber(1))
    .action(async (values: Values) => {
      const { evaluateAll } = await import("../../../evaluation/evaluate-all.ts");
      const { positiveFrom, core } = values;
      await runEvaluation(cli, values, commandLine(command), async (around) => {
        const { reports, leftOut } = await evaluateAll({ ...around, positiveFrom, core });
        for (const { task, reason } of leftOut) narrate(cli.terminal, `Left out: ${task}: ${reason}`);
        return reports;
      });
    });
}
