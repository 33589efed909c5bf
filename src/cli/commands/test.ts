import type { Command } from "commander";
import { CiceroneError } from "../../../memory/errors.ts";
import { newCommand, withShared } from "../new-command.ts";
import { type Cli, homeOf, type SharedValues } from "../open.ts";
import { progressLine } from "../progress-line.ts";
import { print } from "../terminal.ts";

interface Values extends SharedValues {
  readonly grep?: string;
  readonly bail?: boolean;
}

export function testCommand(cli: Cli): Command {
  const command = newCommand("test", "scripted dialogues, and what must hold after each turn", [
    { command: "cicerone test dialogues/", purpose: "every file of a folder" },
    { command: "cicerone test dialogues/*.yaml --tap", purpose: "for a build machine (or --junit FILE)" },
    { command: 'cicerone test dialogues/ --grep "undo"', purpose: "only titles that say so" },
  ]);
  return withShared(command, "data", "json")
    .argument("<files...>", "YAML files, folders or globs")
    .option("--grep <pattern>", "only titles that contain this, or match /this/")
    .option("--bail", "stop after the first dialogue that fails")
    .action((files: string[], values: Values) => test(cli, files, values));
}

async function test(cli: Cli, files: readonly string[], values: Values): Promise<void> {
  const { terminal } = cli;
  const { runDialogues } = await import("../../dialogues/run-dialogues.ts");
  const { resultLines, summaryLine, counted } = await import("../../dialogues/result-lines.ts");
  const progress = progressLine(terminal);
  const run = await runDialogues(files, {
    data: values.data,
    recommender: {
      home: homeOf(terminal, values),
      clock: terminal.clock,
      onProgress: progress.show,
    },
    ...(values.grep !== undefined && { grep: values.grep }),
    bail: values.bail === true,
    signal: terminal.interrupted,
    onStart: progress.clear,
    onResult: async (result) => {
      for (const line of resultLines(result)) await print(terminal, line);
    },
  }).finally(progress.clear);
  await print(terminal, `\n${summaryLine(run)}`);
  const failed = run.results.filter(({ passed }) => !passed).length;
  if (failed > 0)
    throw new CiceroneError(
      "dialogues-failed",
      `${counted(failed, "dialogue")} of ${run.results.length} failed.`,
    );
}
