import { type Command, Option } from "commander";
import { CiceroneError } from "../../../memory/errors.ts";
import { nearest } from "../../../memory/nearest.ts";
import { newCommand, numberOption, wholeNumber, withShared } from "../new-command.ts";
import { type Cli, homeOf, type SharedValues } from "../open.ts";
import { progressLine } from "../progress-line.ts";
import { rankingLines } from "../ranking-lines.ts";
import { print, printJson } from "../terminal.ts";
import { readVersion } from "../version.ts";

interface Values extends SharedValues {
  readonly systems?: string;
  readonly k?: string;
  readonly positiveFrom?: number;
  readonly core: number;
  readonly holdout: "test" | "validation";
  readonly maskSeen: boolean;
  readonly seed: number;
  readonly resamples: number;
}

export function evaluateCommand(cli: Cli): Command {
  const command = newCommand("evaluate", "measure, with the protocol beside every number", [
    { command: "cicerone evaluate ranking --data ml-100k", purpose: "all scorers, leave-one-out" },
    {
      command: "cicerone evaluate ranking --data ml-1m --positive-from 4 --core 5 --json",
      purpose: "for a program",
    },
  ]);
  return command.addCommand(rankingCommand(cli));
}

function rankingCommand(cli: Cli): Command {
  const command = newCommand("ranking", "does the held-out item come high in the list?", [
    {
      command: "cicerone evaluate ranking --data ml-100k",
      purpose: "popular, linear and factors, leave-one-out by time",
    },
    {
      command: "cicerone evaluate ranking --systems linear --k 5,10,50 --holdout validation",
      purpose: "to tune on",
    },
  ]);
  return withShared(command, "data", "json")
    .option("--systems <list>", "what to measure, by comma (default: all there are)")
    .option("--k <list>", "cut-offs, by comma (default: 10,100)")
    .option(
      "--positive-from <rating>",
      "ratings from here count, lower ones do not (default: the dataset's own threshold)",
      numberOption,
    )
    .option("--core <n>", "keep users and items with at least n interactions", wholeNumber(1), 1)
    .addOption(
      new Option("--holdout <part>", "the last interaction, or the one before it")
        .choices(["test", "validation"])
        .default("test"),
    )
    .option("--no-mask-seen", "rank what the user has seen, too")
    .option("--seed <n>", "of the bootstrap", wholeNumber(0), 1)
    .option("--resamples <n>", "of the bootstrap", wholeNumber(1), 1000)
    .action((values: Values) => ranking(cli, values));
}

async function ranking(cli: Cli, values: Values): Promise<void> {
  const { terminal } = cli;
  const { evaluateRanking } = await import("../../evaluation/evaluate-ranking.ts");
  const { RANKING_SYSTEMS } = await import("../../evaluation/systems.ts");
  const cutoffs = cutoffsOf(values.k);
  const progress = progressLine(terminal);
  const report = await evaluateRanking({
    home: homeOf(terminal, values),
    name: values.data,
    systems: systemsOf(values.systems, Object.keys(RANKING_SYSTEMS)),
    ...(cutoffs === undefined ? {} : { k: cutoffs }),
    ...(values.positiveFrom === undefined ? {} : { positiveFrom: values.positiveFrom }),
    core: values.core,
    maskSeen: values.maskSeen,
    holdout: values.holdout,
    seed: values.seed,
    resamples: values.resamples,
    signal: terminal.interrupted,
    onProgress: progress.show,
    clock: () => performance.now(),
    versions: { cicerone: readVersion(), node: process.versions.node },
  }).finally(progress.clear);
  if (values.json === true) return printJson(terminal, report);
  for (const line of rankingLines(report)) await print(terminal, line);
}

function systemsOf(list: string | undefined, known: readonly string[]): readonly string[] {
  if (list === undefined) return known;
  return list.split(",").map((part) => {
    const name = part.trim();
    if (known.includes(name)) return name;
    const meant = nearest(name, known);
    throw new CiceroneError("usage-system", `There is no ranking system “${name}”.`, {
      hint: meant === undefined ? `There are ${known.join(", ")}.` : `Did you mean ${meant}?`,
    });
  });
}

function cutoffsOf(list: string | undefined): readonly number[] | undefined {
  if (list === undefined) return undefined;
  const cutoffs = list.split(",").map(Number);
  if (cutoffs.every((k) => Number.isInteger(k) && k >= 1)) return cutoffs.sort((a, b) => a - b);
  throw new CiceroneError("usage-k", `“${list}” is no list of cut-offs.`, {
    hint: "Write whole numbers from 1, by comma: --k 10,100",
  });
}
