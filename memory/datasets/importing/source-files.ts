import { createHash } from "node:crypto";
import { accessSync, constants, createReadStream, readdirSync, realpathSync, statSync } from "node:fs";
import { join, sep } from "node:path";
import { Transform, Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { CiceroneError } from "../../errors.ts";
import { nearest } from "../../nearest.ts";
import type { Descriptor, SourceFile } from "../descriptor.ts";
import { isGzip } from "./file-format.ts";

/** Where a descriptor's tables come from; `path` is undefined for an optional file that is not there. */
export interface FoundFile {
  readonly table: string;
  readonly spec: SourceFile;
  readonly path: string | undefined;
}

export interface SourceFolders {
  readonly data: string;
  readonly text: string | undefined;
}

/** Resolves the folders, links included. Throws CiceroneError `no-folder`. */
export function sourceFolders(data: string, text: string | undefined): SourceFolders {
  return { data: folder(data, "--from"), text: text === undefined ? undefined : folder(text, "--text") };
}

/** Finds every file. Throws CiceroneError `missing-file` for one that is needed and absent. */
export function findFiles(descriptor: Descriptor, folders: SourceFolders): FoundFile[] {
  return Object.entries(descriptor.files).map(([table, spec]) => {
    const where = spec.folder === "text" ? folders.text : folders.data;
    const name = where === undefined ? undefined : spec.file.find((file) => isFile(join(where, file)));
    if (name === undefined && !spec.optional) throw missingFile(descriptor, spec, where);
    return { table, spec, path: where === undefined || name === undefined ? undefined : within(where, name) };
  });
}

/** Size and SHA-256 of each file that was read, for the manifest. Throws CiceroneError `unreadable-file` for a .gz cut short. */
export async function fingerprints(
  files: readonly FoundFile[],
  signal?: AbortSignal,
): Promise<{ file: string; bytes: number; sha256: string }[]> {
  const paths = [...new Set(files.flatMap((file) => file.path ?? []))];
  return Promise.all(
    paths.map(async (path) => ({
      file: path,
      bytes: statSync(path).size,
      sha256: await sha256Of(path, signal),
    })),
  );
}

/** DuckDB takes the end of a .gz that was cut for the end of the table: unpacking it once more, to nowhere, shows it. */
async function sha256Of(path: string, signal: AbortSignal | undefined): Promise<string> {
  const hash = createHash("sha256");
  const hashing = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const options = signal === undefined ? {} : { signal };
  const source = createReadStream(path, { highWaterMark: 1 << 20 });
  try {
    if (isGzip(path)) await pipeline(source, hashing, createGunzip(), nowhere, options);
    else await pipeline(source, hashing, nowhere, options);
  } catch (cause) {
    signal?.throwIfAborted();
    throw new CiceroneError("unreadable-file", `${path} cannot be read to its end: ${wordsOf(cause)}`, {
      hint: "It looks cut short or damaged: fetch or pack it again.",
      cause,
    });
  }
  return hash.digest("hex");
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function isFile(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
  } catch {
    // A link to itself, a file for a folder: `missingFile` says which.
    return false;
  }
}

/** The file itself, links resolved, which must lie in the folder too. */
function within(where: string, name: string): string {
  const path = realpathSync(join(where, name));
  if (path.startsWith(where.endsWith(sep) ? where : where + sep)) return readable(path);
  throw new CiceroneError(
    "outside-folder",
    `${join(where, name)} is a link to ${path}, outside its folder.`,
    {
      hint: "A dataset's files lie in the folder that was named: copy the file there.",
    },
  );
}

function readable(path: string): string {
  try {
    accessSync(path, constants.R_OK);
    return path;
  } catch (cause) {
    throw new CiceroneError("unreadable-file", `${path} may not be read by you.`, {
      hint: `Give yourself the right: chmod u+r ${path}`,
      cause,
    });
  }
}

function folder(path: string, flag: string): string {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return realpathSync(path);
  throw new CiceroneError("no-folder", `${path} is not a folder.`, {
    hint: `${flag} names the folder that holds the dataset's files.`,
  });
}

function missingFile(descriptor: Descriptor, spec: SourceFile, where: string | undefined): CiceroneError {
  const wanted = spec.file.join(" or ");
  if (where === undefined) {
    return new CiceroneError("missing-file", `Dataset ${descriptor.name} needs ${wanted}.`, {
      hint: "Name its folder with --text DIR.",
    });
  }
  const odd = spec.file.map((file) => whatElse(join(where, file))).find((what) => what !== undefined);
  if (odd !== undefined) {
    return new CiceroneError(
      "missing-file",
      `Dataset ${descriptor.name} needs the file ${wanted} in ${where}, which is ${odd}.`,
      {
        hint: "Name a regular file there, in the descriptor's files.",
      },
    );
  }
  const present = readdirSync(where).sort();
  const close = nearest(spec.file[0] ?? "", present);
  return new CiceroneError("missing-file", `Dataset ${descriptor.name} needs ${wanted} in ${where}.`, {
    hint:
      present.length === 0
        ? "That folder is empty."
        : `${close === undefined ? "" : `Did you mean ${close}? `}There are: ${present.slice(0, 20).join(", ")}.`,
  });
}

/** What lies there instead of a file; undefined where nothing does. */
function whatElse(path: string): string | undefined {
  try {
    const found = statSync(path, { throwIfNoEntry: false });
    if (found === undefined) return undefined;
    return found.isDirectory() ? "a folder" : "a device, pipe or socket";
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    return code === "ELOOP" ? "a link that leads back to itself" : undefined;
  }
}
