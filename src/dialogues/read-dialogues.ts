import { readFileSync } from "node:fs";
import type { Document, LineCounter } from "yaml";
import { CiceroneError } from "../../memory/errors.ts";
import { Dialogue } from "./dialogue.ts";
import type { Path } from "./path.ts";
import { type Problem, refusal } from "./problem.ts";
import { dialogueProblems } from "./schema-problems.ts";
import { parseDocuments } from "./yaml-documents.ts";
import { lineOf } from "./yaml-places.ts";

/** A dialogue with where it was read from. */
export interface ReadDialogue extends Dialogue {
  readonly file: string;
  /** Which one of its file, from 0. */
  readonly place: number;
  /** The line of what a path leads to, from 1. */
  readonly lineAt: (path: Path) => number;
}

/**
 * The dialogues of these files, in order. Throws CiceroneError `usage-dialogue` with everything that is wrong in all of them, each with
 * its file and line, or `usage-no-file` where one cannot be read.
 */
export function readDialogues(files: readonly string[]): readonly ReadDialogue[] {
  const read = files.map((file) => dialoguesIn(readText(file), file));
  const problems = read.flatMap((one) => one.problems);
  if (problems.length > 0) throw refusal(problems);
  return read.flatMap((one) => one.dialogues);
}

/** As `readDialogues`, from one file's text. */
export function dialoguesIn(
  text: string,
  file: string,
): { readonly dialogues: readonly ReadDialogue[]; readonly problems: readonly Problem[] } {
  const { documents, lines } = parseDocuments(text);
  const found = documents.map((document, place) => readDocument(document, { file, place, lines }));
  const problems = found.flatMap((one) => (Array.isArray(one) ? one : []));
  const dialogues = found.flatMap((one) => (Array.isArray(one) ? [] : [one]));
  if (documents.length > 0) return { dialogues, problems };
  return { dialogues, problems: [problemAt(file, 0, "There is no dialogue in it.")] };
}

function readText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new CiceroneError("usage-no-file", `${file} cannot be read: ${reason}`, { cause });
  }
}

interface Place {
  readonly file: string;
  readonly place: number;
  readonly lines: LineCounter;
}

function readDocument(document: Document, { file, place, lines }: Place): ReadDialogue | Problem[] {
  const lineAt = (path: Path): number => lineOf(document, path, lines);
  if (document.errors.length > 0) {
    return document.errors.map(({ message, pos }) => noYaml(file, lines.linePos(pos[0]).line, message));
  }
  let given: unknown;
  try {
    given = document.toJS();
  } catch (error) {
    // An alias without its anchor shows only here.
    return [noYaml(file, lineAt([]), error instanceof Error ? error.message : String(error))];
  }
  const problems = dialogueProblems(given);
  if (problems.length === 0) return { ...Dialogue.parse(given), file, place, lineAt };
  return problems
    .map(({ path, message, hint }) => problemAt(file, lineAt(path), message, hint))
    .sort((one, other) => one.line - other.line);
}

function noYaml(file: string, line: number, reason: string): Problem {
  return problemAt(file, line, `This is no YAML: ${reason}.`, "Check indentation and quotes.");
}

function problemAt(file: string, line: number, message: string, hint?: string): Problem {
  return { file, line, code: "usage-dialogue", message, hint };
}
