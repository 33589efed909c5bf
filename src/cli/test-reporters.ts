import { resultLines, summaryLine } from "../dialogues/result-lines.ts";
import type { DialogueResult } from "../dialogues/run-dialogue.ts";
import type { Run } from "../dialogues/run-dialogues.ts";
import { runReport } from "../dialogues/run-report.ts";
import { tapBailOut, tapHead, tapPoint } from "../dialogues/tap.ts";
import type { Recorded } from "../dialogues/update-files.ts";
import { print, printJson, type Terminal } from "./terminal.ts";

/** Tells on stdout how dialogues went, as they go. */
export interface TestReporter {
  readonly onStart: (dialogues: number) => Promise<void>;
  readonly onResult: (result: DialogueResult) => Promise<void>;
  readonly onEnd: (run: Run, recorded: readonly Recorded[]) => Promise<void>;
}

export function reporterFor(
  terminal: Terminal,
  { json, tap }: { readonly json?: boolean; readonly tap?: boolean },
): TestReporter {
  if (json === true) return jsonReporter(terminal);
  return tap === true ? tapReporter(terminal) : listReporter(terminal);
}

function listReporter(terminal: Terminal): TestReporter {
  return {
    onStart: async () => undefined,
    onResult: (result) => printAll(terminal, resultLines(result)),
    onEnd: (run) => printAll(terminal, ["", summaryLine(run)]),
  };
}

function tapReporter(terminal: Terminal): TestReporter {
  let number = 0;
  return {
    onStart: (dialogues) => printAll(terminal, tapHead(dialogues)),
    onResult: (result) => {
      number += 1;
      return printAll(terminal, tapPoint(result, number));
    },
    onEnd: async ({ left }) => {
      if (left.length > 0) await print(terminal, tapBailOut());
    },
  };
}

function jsonReporter(terminal: Terminal): TestReporter {
  return {
    onStart: async () => undefined,
    onResult: async () => undefined,
    onEnd: (run, recorded) => printJson(terminal, { ...runReport(run), recorded }),
  };
}

async function printAll(terminal: Terminal, lines: readonly string[]): Promise<void> {
  for (const line of lines) await print(terminal, line);
}
