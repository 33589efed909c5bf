import { CiceroneError } from "../../memory/errors.ts";
import { type CheckedDialogue, checkDialogue } from "./check-dialogue.ts";
import { dialogueFiles } from "./dialogue-files.ts";
import { type Ground, type GroundOptions, Grounds } from "./grounds.ts";
import { matches } from "./pattern.ts";
import { refusal } from "./problem.ts";
import { type ReadDialogue, readDialogues } from "./read-dialogues.ts";
import { type DialogueResult, runDialogue } from "./run-dialogue.ts";

export interface RunOptions extends GroundOptions {
  /** Only dialogues whose title matches: `/…/flags`, or a text that it contains. */
  readonly grep?: string;
  /** Stops after the first dialogue that fails. */
  readonly bail?: boolean;
  /** Told before the first dialogue runs: all files are read and all datasets open. */
  readonly onStart?: (dialogues: readonly ReadDialogue[]) => void | Promise<void>;
  /** Told after each dialogue. */
  readonly onResult?: (result: DialogueResult) => void | Promise<void>;
}

export interface Run {
  readonly results: readonly DialogueResult[];
  /** Those that were not run any more, with `bail`. */
  readonly left: readonly ReadDialogue[];
  readonly milliseconds: number;
}

/**
 * Reads dialogues from files, folders and globs, and runs them one after another. Everything that can be known to be wrong is told before
 * anything runs: throws CiceroneError `usage-no-file`, `usage-dialogue`, `usage-no-dialogue` or `title-not-found`, `cancelled` where the
 * signal aborts, and what opening a dataset throws.
 */
export async function runDialogues(patterns: readonly string[], options: RunOptions = {}): Promise<Run> {
  const start = performance.now();
  const dialogues = chosen(readDialogues(dialogueFiles(patterns)), options.grep);
  const grounds = new Grounds(options);
  try {
    const checked = await checkedAll(dialogues, grounds);
    await options.onStart?.(dialogues);
    const results: DialogueResult[] = [];
    for (const { dialogue, ground } of checked) {
      const result = await runDialogue(dialogue, ground, options.signal);
      results.push(result);
      await options.onResult?.(result);
      if (options.bail === true && !result.passed) break;
    }
    return { results, left: dialogues.slice(results.length), milliseconds: performance.now() - start };
  } finally {
    await grounds.close();
  }
}

function chosen(dialogues: readonly ReadDialogue[], grep: string | undefined): readonly ReadDialogue[] {
  if (grep === undefined) return dialogues;
  const found = dialogues.filter(({ title }) => matches(grep, title));
  if (found.length > 0) return found;
  throw new CiceroneError(
    "usage-no-dialogue",
    `No title of ${dialogues.length} dialogues matches “${grep}”.`,
    {
      hint: "A part of a title will do, or a regular expression: “/undo|start over/i”.",
    },
  );
}

interface Runnable {
  readonly dialogue: CheckedDialogue;
  readonly ground: Ground;
}

async function checkedAll(
  dialogues: readonly ReadDialogue[],
  grounds: Grounds,
): Promise<readonly Runnable[]> {
  const runnable: Runnable[] = [];
  for (const read of dialogues) {
    const ground = await grounds.of(read);
    const { stage, names } = ground;
    runnable.push({ dialogue: checkDialogue(read, { catalogue: stage.catalogue, names }), ground });
  }
  const problems = runnable.flatMap(({ dialogue }) => dialogue.problems);
  if (problems.length > 0) throw refusal(problems);
  return runnable;
}
