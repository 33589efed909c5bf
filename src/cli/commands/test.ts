import { dirname } from "node:path";
import { type Command, Option } from "commander";
import { CiceroneError } from "../../../memory/errors.ts";
import type { Run } from "../../dialogues/run-dialogues.ts";
import { newCommand, withShared } from "../new-command.ts";
import { type Cli, homeOf, type SharedValues } from "../open.ts";
import { progressLine } from "../progress-line.ts";
import { narrate } from "../terminal.ts";

interface TestValues extends SharedValues {
  readonly grep?: string;
  readonly bail?: boolean;
  readonly tap?: boolean;
  readonly junit?: string;
  readonly update?: boolean;
}

export function testCommand(cli: Cli): Command {
  const command = newCommand("test", "scripted dialogues, and what must hold after each turn", [
    { command: "cicerone test dialogues/", purpose: "every file of a folder" },
    { command: "cicerone test dialogues/ --tap --junit results.xml", purpose: "for a build machine" },
    { command: 'cicerone test dialogues/ --grep "undo"', purpose: "only titles that say so" },
    { command: "cicerone test new.yaml --update", purpose: "writes what was seen where nothing is expected" },
  ]);
  return withShared(command, "data", "json")
    .argument("<files...>", "YAML files, folders or globs")
    .addOption(new Option("--tap", "TAP 14 on stdout").conflicts("json"))
    .option("--junit <file>", "JUnit XML into a file, besides")
    .option("--grep <pattern>", 'only titles that contain this, or match "/this/i"')
    .option("--bail", "stop after the first dialogue that fails")
    .option("--update", "write what was seen under turns of which nothing is expected; change nothing else")
    .action((files: string[], values: TestValues) => test(cli, files, values));
}

async function test(cli: Cli, files: readonly string[], values: TestValues): Promise<void> {
  const { terminal } = cli;
  const { runDialogues } = await import("../../dialogues/run-dialogues.ts");
  const { counted } = await import("../../dialogues/result-lines.ts");
  const { reporterFor } = await import("../test-reporters.ts");
  const reporter = reporterFor(terminal, values);
  const progress = progressLine(terminal);
  const run = await runDialogues(files, {
    data: values.data,
    recommender: { home: homeOf(terminal, values), clock: terminal.clock, onProgress: progress.show },
    ...(values.grep !== undefined && { grep: values.grep }),
    bail: values.bail === true,
    signal: terminal.interrupted,
    onStart: (dialogues) => {
      progress.clear();
      return reporter.onStart(dialogues.length);
    },
    onResult: reporter.onResult,
  }).finally(progress.clear);
  if (values.junit !== undefined) await writeJunit(values.junit, run, terminal.clock());
  const { updateFiles } = await import("../../dialogues/update-files.ts");
  const recorded = values.update === true ? updateFiles(run.results) : [];
  await reporter.onEnd(run, recorded);
  for (const { file, title, turns } of recorded)
    narrate(
      terminal,
      `recorded in ${file}: ${counted(turns.length, "turn")} (${turns.join(", ")}) of “${title}”`,
    );
  const failed = run.results.filter(({ passed }) => !passed).length;
  if (failed === 0) return;
  throw new CiceroneError(
    "dialogues-failed",
    `${counted(failed, "dialogue")} of ${run.results.length} failed.`,
  );
}

async function writeJunit(path: string, run: Run, at: number): Promise<void> {
  const { mkdirSync, writeFileSync } = await import("node:fs");
  const { junitXml } = await import("../../dialogues/junit.ts");
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, junitXml(run, at));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new CiceroneError("cannot-write", `${path} cannot be written: ${reason}`, {
      hint: "--junit FILE writes elsewhere.",
      cause,
    });
  }
}
