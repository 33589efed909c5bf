import { resolve } from "node:path";
import { CiceroneError } from "../../memory/errors.ts";
import { checkDialogue } from "./check-dialogue.ts";
import { dialogueFiles } from "./dialogue-files.ts";
import { type GroundOptions, Grounds } from "./grounds.ts";
import { matches } from "./pattern.ts";
import { refusal } from "./problem.ts";
import { type ReadDialogue, readDialogues } from "./read-dialogues.ts";
import { failureLines } from "./result-lines.ts";
import { type DialogueResult, runDialogue } from "./run-dialogue.ts";

/** What registers tests: vitest's `describe`, `it` and `afterAll`, or those of node:test (where the last is `after`). */
export interface TestFunctions {
  readonly describe: (name: string, suite: () => void) => unknown;
  readonly it: (name: string, options: { readonly timeout: number }, test: () => Promise<void>) => unknown;
  /** Closes what the dialogues ran on. Without it that stays open until the process ends. */
  readonly afterAll?: (end: () => Promise<void>) => unknown;
}

export interface DescribeOptions extends GroundOptions {
  /** Only dialogues whose title matches: `/…/flags`, or a text that it contains. */
  readonly grep?: string;
  /** Milliseconds for each dialogue; default 60,000: the first one may have to prepare the demo. */
  readonly timeout?: number;
}

const TIMEOUT = 60_000;

/**
 * Registers a suite for each file of dialogues and a test for each dialogue. Files are read at once: throws CiceroneError
 * `usage-no-file` or `usage-dialogue`. A test fails with every expectation that does not hold, and what came instead.
 *
 * @param patterns files, folders or globs, relative to the working folder
 */
export function describeDialogues(
  { describe, it, afterAll }: TestFunctions,
  patterns: string | readonly string[],
  options: DescribeOptions = {},
): void {
  const { grep, timeout = TIMEOUT } = options;
  const dialogues = readDialogues(dialogueFiles([patterns].flat()));
  const chosen = dialogues.filter(({ title }) => grep === undefined || matches(grep, title));
  const grounds = new Grounds(options);
  for (const [file, ofFile] of Map.groupBy(chosen, (dialogue) => dialogue.file)) {
    describe(file, () => {
      for (const dialogue of ofFile)
        it(dialogue.title, { timeout }, async () => {
          const result = await run(dialogue, grounds, options.signal);
          if (!result.passed) throw failure(result);
        });
    });
  }
  afterAll?.(() => grounds.close());
}

async function run(
  read: ReadDialogue,
  grounds: Grounds,
  signal: AbortSignal | undefined,
): Promise<DialogueResult> {
  const ground = await grounds.of(read);
  const { stage, names } = ground;
  const checked = checkDialogue(read, { catalogue: stage.catalogue, names });
  if (checked.problems.length > 0) throw refusal(checked.problems);
  return runDialogue(checked, ground, signal);
}

/** Leads to the first expectation that does not hold instead of to this file. */
function failure(result: DialogueResult): CiceroneError {
  const { file, title } = result.dialogue;
  const error = new CiceroneError("dialogue-failed", `${title}\n${failureLines(result).join("\n")}`);
  const line = result.turns.flatMap(({ shortfalls }) => shortfalls).at(0)?.line ?? 1;
  error.stack = `${error.name}: ${error.message}\n    at ${resolve(file)}:${line}:1`;
  return error;
}
