import { CiceroneError } from "../../memory/errors.ts";
import { openStage, type Stage, type StageOptions } from "../recommender.ts";
import { type CheckedDialogue, checkDialogue } from "./check-dialogue.ts";
import { dialogueFiles } from "./dialogue-files.ts";
import { itemNames } from "./item-names.ts";
import { matches } from "./pattern.ts";
import { type Problem, problemOf, refusal } from "./problem.ts";
import { type ReadDialogue, readDialogues } from "./read-dialogues.ts";
import { type DialogueResult, type Ground, runDialogue } from "./run-dialogue.ts";

export interface RunOptions {
  /** For dialogues that name no dataset; default: that of `recommender`, else "demo". */
  readonly data?: string;
  /** What dialogues run on: as for `createRecommender`, with a catalogue, a mind or a scorer of one's own. */
  readonly recommender?: StageOptions;
  /** Opens a dataset; default: `openStage` with `recommender`. */
  readonly open?: (data: string) => Promise<Stage>;
  /** Only dialogues whose title matches: `/…/flags`, or a text that it contains. */
  readonly grep?: string;
  /** Stops after the first dialogue that fails. */
  readonly bail?: boolean;
  readonly signal?: AbortSignal;
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
    grounds.close();
  }
}

/** Datasets, each opened at its first use and kept open for all dialogues on it. */
export class Grounds {
  private readonly opened = new Map<string, Promise<Ground>>();
  private readonly open: (data: string) => Promise<Stage>;
  private readonly usual: string;

  constructor({ data, recommender = {}, open, signal }: RunOptions) {
    const { catalogue, ...rest } = recommender;
    this.usual = data ?? catalogue?.name ?? recommender.data ?? "demo";
    this.open =
      open ??
      ((name) =>
        openStage({
          ...rest,
          ...(signal && { signal }),
          ...(catalogue?.name === name ? { catalogue } : { data: name }),
        }));
  }

  /** What a dialogue runs on. */
  of({ data = this.usual }: ReadDialogue): Promise<Ground> {
    const known = this.opened.get(data);
    if (known !== undefined) return known;
    const ground = this.open(data).then((stage) => ({ stage, names: itemNames(stage.catalogue) }));
    this.opened.set(data, ground);
    return ground;
  }

  close(): void {
    for (const ground of this.opened.values()) {
      // What failed to open has nothing to close, and was told to whoever asked for it.
      void ground.then(
        ({ stage }) => stage.close(),
        () => undefined,
      );
    }
    this.opened.clear();
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
  const problems: Problem[] = [];
  const runnable: Runnable[] = [];
  for (const read of dialogues) {
    const ground = await grounds.of(read).catch((error: unknown) => {
      throw atItsPlace(error, read);
    });
    const { stage, names } = ground;
    runnable.push({ dialogue: checkDialogue(read, { catalogue: stage.catalogue, names }, problems), ground });
  }
  if (problems.length > 0) throw refusal(problems);
  return runnable;
}

/** A dataset that is not here is told with the place where a dialogue asks for it. */
function atItsPlace(error: unknown, read: ReadDialogue): unknown {
  if (read.data === undefined || !(error instanceof CiceroneError)) return error;
  const { code, message, hint } = problemOf(error, read.file, 0);
  return new CiceroneError(code, `${read.file}:${read.lineAt(["data"])}: ${message}`, {
    ...(hint !== undefined && { hint }),
    cause: error,
  });
}
