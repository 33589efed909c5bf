import { type Command, Option } from "commander";
import { TIME_SPLITS, type TimeSplit } from "../../../evaluation/splits/choose-split.ts";
import { commandLine, evaluationCommand, namesOf } from "../../evaluation/evaluation-command.ts";
import type { EvaluationValues } from "../../evaluation/evaluation-values.ts";
import { runEvaluation } from "../../evaluation/run-evaluation.ts";
import { wholeNumber } from "../../new-command.ts";
import type { Cli } from "../../open.ts";
import { shareOption } from "./ranking-options.ts";

interface Values extends EvaluationValues {
  readonly systems?: string;
  readonly split: TimeSplit | "random";
  readonly share: number;
  readonly holdout: "test" | "validation";
  readonly folds: number;
  readonly foldsFrom?: string;
  readonly foldNames?: string;
}

export function ratingCommand(cli: Cli): Command {
  const command = evaluationCommand(
    "rating",
    "how close are predicted ratings, and do their intervals hold?",
    [
      {
        command: "cicerone evaluate rating --data ml-100k",
        purpose: "the latest fifth of everybody's ratings",
      },
      {
        command: "cicerone evaluate rating --data ml-100k --folds-from ml-100k --fold-names u1,u2,u3,u4,u5",
        purpose: "the folds that came with the data",
      },
      { command: "cicerone evaluate rating --split random --folds 5", purpose: "as papers often do" },
    ],
  );
  return command
    .option("--systems <list>", "what to measure, by comma (default: all there are)")
    .addOption(
      new Option("--split <how>", "what is held out")
        .choices([...TIME_SPLITS, "random"])
        .default("temporal-user"),
    )
    .option("--share <part>", "of the temporal splits: how much is held out, 0 to 1", shareOption, 0.2)
    .option("--folds <n>", "of the random split", wholeNumber(2), 5)
    .option("--folds-from <dir>", "folds that came with the data: NAME.base and NAME.test")
    .option("--fold-names <list>", "of those, the ones wanted (default: all whose name ends in a number)")
    .addOption(
      new Option("--holdout <part>", "the last part, or the one before it to tune on")
        .choices(["test", "validation"])
        .default("test"),
    )
    .action(async (values: Values) => {
      const { evaluateRating } = await import("../../../evaluation/rating/evaluate-rating.ts");
      const { split, share, holdout, folds, foldsFrom, foldNames, seed, resamples, against } = values;
      const setup = {
        split,
        share,
        holdout,
        folds,
        foldsFrom,
        foldNames: namesOf(foldNames),
        seed,
        resamples,
        against,
      };
      await runEvaluation(cli, values, commandLine(command), async (around) => [
        await evaluateRating({ ...around, systems: namesOf(values.systems), setup }),
      ]);
    });
}
