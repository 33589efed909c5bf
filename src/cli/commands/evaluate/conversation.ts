import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Command, Option } from "commander";
import { commandLine, cutoffsOf, evaluationCommand, namesOf } from "../../evaluation/evaluation-command.ts";
import type { EvaluationValues } from "../../evaluation/evaluation-values.ts";
import { runEvaluation } from "../../evaluation/run-evaluation.ts";
import { newCommand, wholeNumber } from "../../new-command.ts";
import type { Cli } from "../../open.ts";

export function conversationCommand(cli: Cli): Command {
  return newCommand("conversation", "whole conversations, and turns of recorded ones", [
    {
      command: "cicerone evaluate conversation simulated --data ml-1m",
      purpose: "talk with simulated people",
    },
    {
      command: "cicerone evaluate conversation turns --data redial --dialogues redial",
      purpose: "what is recommended next in recorded dialogues",
    },
  ])
    .addCommand(simulatedCommand(cli))
    .addCommand(turnsCommand(cli));
}

interface SimulatedValues extends EvaluationValues {
  readonly kind: "taste" | "target";
  readonly users?: number;
  readonly turns?: number;
  readonly transcripts?: string;
}

function simulatedCommand(cli: Cli): Command {
  const command = evaluationCommand("simulated", "people made of held-out histories type sentences", [
    { command: "cicerone evaluate conversation simulated", purpose: "a hidden taste accepts or rejects" },
    {
      command: "cicerone evaluate conversation simulated --kind target --transcripts talks",
      purpose: "one item in mind, described without naming it; keep what was said",
    },
  ]);
  return command
    .addOption(
      new Option("--kind <kind>", "a hidden taste, or one item in mind")
        .choices(["taste", "target"])
        .default("taste"),
    )
    .option("--users <n>", "conversations (default: 100)", wholeNumber(1))
    .option("--turns <n>", "turns after which a person gives up (default: 10)", wholeNumber(1))
    .option("--transcripts <dir>", "write every conversation into this folder")
    .action(async (values: SimulatedValues) => {
      const { measureSimulated } = await import("../../../evaluation/conversation/simulated.ts");
      const { kind, users, turns, transcripts } = values;
      const onTranscript = transcripts === undefined ? undefined : transcriptWriter(transcripts);
      await runEvaluation(cli, values, commandLine(command), async (around) => [
        await measureSimulated({ ...around, kind, users, turns, onTranscript }),
      ]);
    });
}

function transcriptWriter(folder: string): (name: string, text: string) => void {
  mkdirSync(folder, { recursive: true });
  // A user's name may hold what a file's name must not.
  return (name, text) => writeFileSync(join(folder, `${name.replace(/[^\w.-]+/g, "_")}.txt`), text);
}

interface TurnsValues extends EvaluationValues {
  readonly dialogues: string;
  readonly part: "test" | "validation";
  readonly systems?: string;
  readonly k?: string;
}

function turnsCommand(cli: Cli): Command {
  const command = evaluationCommand("turns", "what is recommended next in recorded dialogues", [
    {
      command: "cicerone evaluate conversation turns --data redial --dialogues redial",
      purpose: "the test turns of He et al. 2023",
    },
  ]);
  return command
    .requiredOption("--dialogues <dir>", "the folder with the recorded dialogues")
    .option("--systems <list>", "what to measure, by comma (default: all there are)")
    .option("--k <list>", "cut-offs, by comma (default: 1,5,10,20,50)")
    .addOption(
      new Option(
        "--part <part>",
        "the test turns, or the validation dialogues, a fifth at a time, to tune on",
      )
        .choices(["test", "validation"])
        .default("test"),
    )
    .action(async (values: TurnsValues) => {
      const { measureTurns } = await import("../../../evaluation/conversation/turns.ts");
      const { dialogues: folder, part } = values;
      const asked = { folder, part, systems: namesOf(values.systems), k: cutoffsOf(values.k) };
      await runEvaluation(cli, values, commandLine(command), async (around) => [
        await measureTurns({ ...around, ...asked }),
      ]);
    });
}
