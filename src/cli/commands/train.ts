import type { Command } from "commander";
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
  const command = newCommand("linear", "EASE with recency, joined with a transition model; closed form", [
    { command: "cicerone train linear --data ml-1m", purpose: "fit and export scorer.onnx with its card" },
  ]);
  return withShared(command, "data", "json").action(async (values: SharedValues) => {
    const { terminal } = cli;
    const { trainLinear } = await import("../../training/linear.ts");
    const progress = progressLine(terminal);
    const started = performance.now();
    const trained = await trainLinear({
      home: homeOf(terminal, values),
      name: values.data,
      clock: terminal.clock,
      onProgress: progress.show,
      signal: terminal.interrupted,
    }).finally(progress.clear);
    const seconds = (performance.now() - started) / 1000;
    if (values.json === true) return printJson(terminal, { card: trained.card, seconds });
    await print(terminal, `linear on ${values.data}: fitted in ${seconds.toFixed(1)} s`);
  });
}
