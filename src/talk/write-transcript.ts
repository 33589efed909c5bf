import { statSync, writeFileSync } from "node:fs";
import { basename, dirname, extname, join, resolve } from "node:path";
import { CiceroneError } from "../../memory/errors.ts";

/** Talks of one name in one folder before another name is asked for. */
const MOST_NUMBERS = 1000;

/**
 * Writes a transcript into a file that is not there yet: "talk.md", else "talk-2.md" and so on. Nothing is ever written over.
 *
 * @param folder what relative names are relative to; absolute
 * @param asked the name that the person gave: without an ending it gets ".md"; a folder gets `usual` in it
 * @returns the absolute path of what was written
 * @throws CiceroneError `cannot-write` with what to do about it
 */
export function writeTranscript(
  folder: string,
  { asked, usual }: { readonly asked: string | undefined; readonly usual: string },
  content: string,
): string {
  const wanted = pathOf(folder, asked, usual);
  const ending = extname(wanted);
  const stem = join(dirname(wanted), basename(wanted, ending));
  for (let number = 1; number <= MOST_NUMBERS; number++) {
    const path = number === 1 ? wanted : `${stem}-${number}${ending}`;
    try {
      writeFileSync(path, content, { flag: "wx" });
      return path;
    } catch (error) {
      if (codeOf(error) !== "EEXIST") throw cannotWrite(path, error);
    }
  }
  throw new CiceroneError("cannot-write", `${wanted} is there already, and so are ${MOST_NUMBERS} more.`, {
    hint: "Give it another name: /export FILE",
  });
}

/** A name for a file, made of parts that may hold anything: "cicerone-demo-2026-11-27.md". */
export function transcriptName(...parts: readonly string[]): string {
  const safe = parts.map((part) => part.replace(/[^\p{L}\p{N}_-]+/gu, "-").slice(0, 60));
  return `${["cicerone", ...safe].join("-")}.md`;
}

function pathOf(folder: string, asked: string | undefined, usual: string): string {
  if (asked === undefined) return join(folder, usual);
  const path = resolve(folder, asked);
  if (isFolder(path)) return join(path, usual);
  return extname(path) === "" ? `${path}.md` : path;
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

const REMEDIES: Readonly<Record<string, string>> = {
  ENOENT: "That folder is not there. Make it first, or name another: /export FILE",
  ENOTDIR: "What should be a folder is a file. Name another place: /export FILE",
  EACCES: "You may not write there. Name another place: /export FILE",
  EPERM: "You may not write there. Name another place: /export FILE",
  EROFS: "That disk can only be read. Name another place: /export FILE",
  ENOSPC: "The disk is full. Name a place on another one: /export FILE",
  ENAMETOOLONG: "Give it a shorter name: /export FILE",
};

function cannotWrite(path: string, cause: unknown): CiceroneError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new CiceroneError("cannot-write", `${path} cannot be written: ${reason}`, {
    hint: REMEDIES[codeOf(cause) ?? ""] ?? "Name another place: /export FILE",
    cause,
  });
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && "code" in error ? String(error.code) : undefined;
}
