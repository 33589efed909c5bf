import type { Command } from "commander";
import { fittedLines } from "../import-lines.ts";
import { newCommand, withShared } from "../new-command.ts";
import { type Cli, homeOf, type SharedValues } from "../open.ts";
import { progressLine } from "../progress-line.ts";
import { print, printJson } from "../terminal.ts";

export function trainCommand(cli: Cli): Command {
  const command = newCommand("train", "fit a model of an imported dataset anew", [
    { command: "cicerone train linear --data ml-1m", purpose: "the scorer that serves the chat" },
  ]);
  return command.addCommand(linearCommand(cli));
}

function linearCommand(cli: Cli): Command {
  const command = newCommand("linear", "the scorer, with the text index and the rater that go with it", [
    { command: "cicerone train linear --data ml-1m", purpose: "fit and export scorer.onnx with its card" },
  ]);
  return withShared(command, "data", "json").action(async (values: SharedValues) => {
    const { terminal } = cli;
    const { fitModels } = await import("../../prepare.ts");
    const progress = progressLine(terminal);
    const fitted = await fitModels({
      home: homeOf(terminal, values),
      name: values.data,
      clock: terminal.clock,
      onProgress: progress.show,
      signal: terminal.interrupted,
    }).finally(progress.clear);
    if (values.json === true) return printJson(terminal, fitted);
    for (const line of fittedLines(fitted)) await print(terminal, line);
  });
}
