import type { Dirent } from "node:fs";
import { readdir, readFile, stat } from "node:fs/promises";
import { basename, dirname, join, relative } from "node:path";
import { CiceroneError } from "../../memory/errors.ts";
import type { GivenFile } from "../../memory/users/exports/read-export.ts";
import { unzipped } from "./zipped.ts";

/** A file to read, and whether the person named it or it only lay in a named folder. */
export interface HistoryFile extends GivenFile {
  readonly named: boolean;
}

/** An export is a few megabytes; what is larger is something else. */
const MOST_BYTES = 200_000_000;
const MOST_FILES = 2_000;
const DEEPEST = 3;
const READABLE = /\.(?:csv|tsv|txt|json|jsonl|ndjson)$/i;
/** What Letterboxd keeps of deleted and of orphaned entries: the person took them back. */
const TAKEN_BACK = /(?:^|\/)(?:deleted|orphaned)\//;

/**
 * The files of exports, read: single files, folders with what is below them, and zips. Throws CiceroneError `missing-file`,
 * `file-unreadable`, `bad-zip` or `too-large`.
 */
export async function historyFiles(paths: readonly string[], signal?: AbortSignal): Promise<HistoryFile[]> {
  const files: HistoryFile[] = [];
  for (const path of paths) {
    signal?.throwIfAborted();
    const found = await attributed(path, stat(path));
    if (found.isDirectory()) files.push(...(await folderFiles(path, signal)));
    else files.push(...(await oneFile(path, nameOf(path), true, signal)));
  }
  return files;
}

/** "likes/films.csv": the folder is part of what the file is called, as long as it is the export's own. */
function nameOf(path: string): string {
  const folder = basename(dirname(path));
  return /^(?:likes|lists|watchlist)$/i.test(folder) ? `${folder}/${basename(path)}` : basename(path);
}

async function oneFile(
  path: string,
  name: string,
  named: boolean,
  signal: AbortSignal | undefined,
): Promise<HistoryFile[]> {
  const { size } = await attributed(path, stat(path));
  if (size > MOST_BYTES) {
    throw new CiceroneError(
      "too-large",
      `${path} has ${Math.round(size / 1e6)} MB: no one person's history.`,
      {
        hint: "For a table of many people: cicerone data import.",
      },
    );
  }
  const bytes = await attributed(path, readFile(path, { signal }));
  if (!isZip(bytes)) return [{ name, bytes, named }];
  const inside: string[] = [];
  const wanted = (inner: string): boolean => {
    inside.push(inner);
    return READABLE.test(inner) && !TAKEN_BACK.test(inner);
  };
  const files = await unzipped(name, bytes, wanted, signal);
  if (files.length === 0) throw nothingInside(name, inside);
  return files.map((file) => ({ ...file, named: false }));
}

function nothingInside(name: string, inside: readonly string[]): CiceroneError {
  const workbook = inside.some((inner) => /^(?:xl\/|content\.xml$|Index\/)/.test(inner));
  const nested = inside.find((inner) => /\.zip$/i.test(inner));
  const what = workbook ? "is a spreadsheet" : "holds no table";
  const next =
    nested === undefined ? "Give an export as it was downloaded." : "Unpack it, and give the zip inside.";
  return new CiceroneError("unknown-export", `${name} ${what}.`, {
    hint: workbook ? "Save it as CSV first." : next,
  });
}

async function folderFiles(folder: string, signal: AbortSignal | undefined): Promise<HistoryFile[]> {
  const entries: Dirent[] = await attributed(
    folder,
    readdir(folder, { withFileTypes: true, recursive: true }),
  );
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => {
      const inside = relative(folder, path);
      return READABLE.test(inside) && !TAKEN_BACK.test(inside) && inside.split(/[\\/]/).length <= DEEPEST;
    })
    .sort();
  if (paths.length > MOST_FILES) {
    throw new CiceroneError("too-large", `${folder} holds ${paths.length} files: no one person's export.`, {
      hint: "Name the folder of the export itself, or its files.",
    });
  }
  const files: HistoryFile[] = [];
  for (const path of paths) files.push(...(await oneFile(path, relative(folder, path), false, signal)));
  return files;
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;
}

async function attributed<Result>(path: string, work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (cause) {
    if (cause instanceof Error && cause.name === "AbortError") throw cause;
    if (cause instanceof Error && "code" in cause && (cause.code === "ENOENT" || cause.code === "ENOTDIR")) {
      throw new CiceroneError("missing-file", `There is no file or folder ${path}.`, {
        hint: "Name the files of an export, its folder, or its zip.",
        cause,
      });
    }
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new CiceroneError("file-unreadable", `${path} cannot be read: ${reason}.`, {
      hint: "Name the files of an export, its folder, or its zip.",
      cause,
    });
  }
}
