import { createWriteStream } from "node:fs";
import { basename, join } from "node:path";
import { pipeline } from "node:stream/promises";
import yauzl, { type Entry, type ZipFile } from "yauzl";
import { CiceroneError } from "../../memory/errors.ts";
import { badArchive } from "./bad-archive.ts";
import { crc32Of } from "./crc32.ts";
import type { ZipContent } from "./remote-file.ts";
import { refuseTricks } from "./zip-tricks.ts";

export interface UnzipOptions {
  /** Bytes written so far. */
  readonly onBytes: (done: number) => void;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Unpacks the needed members of a zip into a folder, each under its last name, which is ours and not the archive's. All
 * entries are looked at first; sizes, CRCs and what an archive could do to a reader are checked.
 * Throws CiceroneError `bad-archive`.
 */
export async function unzip(
  path: string,
  { members, unpacked }: ZipContent,
  folder: string,
  options: UnzipOptions,
): Promise<void> {
  try {
    const zip = await yauzl.openPromise(path, { autoClose: false, strictFileNames: true });
    try {
      const entries = await readEntries(zip);
      refuseTricks(entries, members, unpacked);
      let done = 0;
      for (const entry of entries.filter(({ fileName }) => members.includes(fileName))) {
        const onBytes = (bytes: number): void => options.onBytes(done + bytes);
        await unpack(zip, entry, join(folder, basename(entry.fileName)), { ...options, onBytes });
        done += entry.uncompressedSize;
      }
    } finally {
      zip.close();
    }
  } catch (cause) {
    options.signal?.throwIfAborted();
    if (cause instanceof CiceroneError || isOfDisk(cause)) throw cause;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw badArchive(`${path} cannot be unpacked: ${reason}`, cause);
  }
}

/** More entries than any archive that is known here has. */
const MOST_ENTRIES = 1_000;

async function readEntries(zip: ZipFile): Promise<Entry[]> {
  if (zip.entryCount > MOST_ENTRIES) throw badArchive(`The archive has ${zip.entryCount} entries`);
  const entries: Entry[] = [];
  for await (const entry of zip.eachEntry()) entries.push(entry);
  return entries;
}

async function unpack(zip: ZipFile, entry: Entry, target: string, options: UnzipOptions): Promise<void> {
  const source = await zip.openReadStreamPromise(entry);
  const crc = crc32Of(options.onBytes);
  await pipeline(source, crc.through, createWriteStream(target, { flags: "wx" }), {
    ...(options.signal && { signal: options.signal }),
  });
  if (crc.value() !== entry.crc32)
    throw badArchive(`${entry.fileName} does not have the checksum that its archive states`);
}

function isOfDisk(error: unknown): boolean {
  return error instanceof Error && "syscall" in error;
}
