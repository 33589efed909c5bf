import { buffer } from "node:stream/consumers";
import { fromBufferPromise } from "yauzl";
import { CiceroneError } from "../../memory/errors.ts";
import type { GivenFile } from "../../memory/users/exports/read-export.ts";

/** Bounds of what one person's export can be: beyond them it is something else, or a bomb. */
const MOST_FILES = 2_000;
const MOST_BYTES = 300_000_000;

/**
 * The files of a zip, unpacked in memory: no path of it is ever opened. Throws CiceroneError `bad-zip`.
 *
 * @param wanted by the name inside the zip
 */
export async function unzipped(
  name: string,
  bytes: Buffer,
  wanted: (name: string) => boolean,
  signal?: AbortSignal,
): Promise<GivenFile[]> {
  try {
    const zip = await fromBufferPromise(bytes, { lazyEntries: true });
    const files: GivenFile[] = [];
    let size = 0;
    let count = 0;
    for await (const entry of zip.eachEntry()) {
      signal?.throwIfAborted();
      size += entry.uncompressedSize;
      if (++count > MOST_FILES || size > MOST_BYTES) throw new Error("it holds more than an export does");
      if (entry.fileName.endsWith("/") || !wanted(entry.fileName)) continue;
      // yauzl stops a stream that gives more bytes than the entry declares.
      files.push({ name: entry.fileName, bytes: await buffer(await zip.openReadStreamPromise(entry)) });
    }
    return files;
  } catch (cause) {
    signal?.throwIfAborted();
    const reason = (cause instanceof Error ? cause.message : String(cause)).replace(/\.+$/, "");
    throw new CiceroneError("bad-zip", `${name} cannot be unpacked: ${reason}.`, {
      hint: "Download the export again, or unpack it and give its folder.",
      cause,
    });
  }
}
