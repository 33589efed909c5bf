import { readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import { CiceroneError } from "../../memory/errors.ts";
import { Dialogue, type Expectation } from "./dialogue.ts";
import type { TurnResult } from "./judge-turn.ts";
import type { ReadDialogue } from "./read-dialogues.ts";
import type { DialogueResult } from "./run-dialogue.ts";
import { type Edit, edited, writtenExpectation } from "./written-expectation.ts";
import { type DialogueDocuments, parseDocuments } from "./yaml-documents.ts";

/** A dialogue of which turns were recorded. */
export interface Recorded {
  readonly file: string;
  readonly title: string;
  /** Numbers of turns. */
  readonly turns: readonly number[];
}

/**
 * Writes what was seen under each turn of which nothing is expected, and touches nothing else: an expectation that is there stays as it
 * is, whether it holds or not, and so does every other character. A turn that failed is not recorded. Files in which there is nothing to
 * record are not written; those that are change at once or not at all. Throws CiceroneError `cannot-record` where a file changed
 * meanwhile or cannot be written.
 */
export function updateFiles(results: readonly DialogueResult[]): readonly Recorded[] {
  return [...Map.groupBy(results, ({ dialogue }) => dialogue.file)].flatMap(([file, ofFile]) =>
    updateFile(file, ofFile),
  );
}

function updateFile(file: string, results: readonly DialogueResult[]): readonly Recorded[] {
  const open = results.flatMap((result) => {
    const turns = result.turns.filter(isOpen);
    return turns.length === 0 ? [] : [{ dialogue: result.dialogue, turns }];
  });
  if (open.length === 0) return [];
  const text = readFileSync(file, "utf8");
  const read = parseDocuments(text);
  const edits = open.flatMap(({ dialogue, turns }) => editsOf(read, dialogue, turns));
  const changed = edited(text, edits);
  if (!isAsMeant(read, parseDocuments(changed), open)) throw cannotRecord(file, "There is no place for it.");
  replaceFile(file, changed);
  return open.map(({ dialogue, turns }) => ({
    file,
    title: dialogue.title,
    turns: turns.map(({ seen }) => seen.number),
  }));
}

interface Open {
  readonly dialogue: ReadDialogue;
  readonly turns: readonly TurnResult[];
}

function isOpen({ expectations, seen, record }: TurnResult): boolean {
  return expectations === 0 && seen.failure === undefined && Object.keys(record).length > 0;
}

function editsOf(
  read: DialogueDocuments,
  dialogue: ReadDialogue,
  turns: readonly TurnResult[],
): readonly Edit[] {
  const { file, place } = dialogue;
  const document = read.documents[place];
  if (
    document === undefined ||
    !isDeepStrictEqual(Dialogue.safeParse(document.toJS()).data, withoutPlace(dialogue))
  )
    throw cannotRecord(file, "It was changed while its dialogues ran.");
  return turns.map(({ at, record, line }) => {
    const edit = writtenExpectation({ ...read, document }, at, record);
    if (edit === undefined) throw cannotRecord(`${file}:${line}`, "There is no place for it.");
    return edit;
  });
}

function withoutPlace({ file, place, lineAt, ...dialogue }: ReadDialogue): Dialogue {
  return dialogue;
}

/** Read again, the text has what was recorded, and else the same as before. */
function isAsMeant(before: DialogueDocuments, after: DialogueDocuments, open: readonly Open[]): boolean {
  const wanted = before.documents.map((document, place) => {
    const value = document.toJS() as { turns: { expect?: Expectation | null }[] };
    for (const { dialogue, turns } of open) {
      if (dialogue.place !== place) continue;
      for (const { at, record } of turns) Object.assign(value.turns[at] ?? {}, { expect: record });
    }
    return value;
  });
  const found = after.documents.map((document) => (document.errors.length > 0 ? undefined : document.toJS()));
  return isDeepStrictEqual(wanted, found);
}

function replaceFile(file: string, text: string): void {
  const path = realpathSync(file);
  const beside = `${path}.${process.pid}.tmp`;
  try {
    writeFileSync(beside, text, { mode: statSync(path).mode, flag: "wx" });
    renameSync(beside, path);
  } catch (cause) {
    rmSync(beside, { force: true });
    throw cannotRecord(file, cause instanceof Error ? cause.message : String(cause), cause);
  }
}

function cannotRecord(where: string, reason: string, cause?: unknown): CiceroneError {
  return new CiceroneError("cannot-record", `What was seen cannot be written to ${where}: ${reason}`, {
    hint: "The file is as it was. Run it again, or write its “expect:” by hand.",
    cause,
  });
}
