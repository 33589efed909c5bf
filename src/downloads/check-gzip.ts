import { createReadStream } from "node:fs";
import { Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { badArchive } from "./bad-archive.ts";
import { MOST_RATIO } from "./zip-tricks.ts";

/**
 * Reads a gzip file through, so that its own length and CRC are compared, and keeps nothing of it: the importer reads it as it is.
 * Throws CiceroneError `bad-archive` where it is cut short, damaged, or would unpack beyond reason.
 */
export async function checkGzip(
  path: string,
  onBytes: (read: number) => void,
  signal?: AbortSignal,
): Promise<void> {
  let read = 0;
  let unpacked = 0;
  const source = createReadStream(path, { highWaterMark: 1 << 20 });
  source.on("data", (chunk) => {
    read += chunk.length;
    onBytes(read);
  });
  const sink = new Writable({
    write(chunk: Buffer, _encoding, callback) {
      unpacked += chunk.length;
      const bomb = unpacked > (read + (1 << 16)) * MOST_RATIO;
      callback(bomb ? badArchive(`${path} would unpack to more than ${unpacked} bytes from ${read}`) : null);
    },
  });
  try {
    await pipeline(
      source,
      createGunzip({ chunkSize: 1 << 18 }),
      sink,
      signal === undefined ? {} : { signal },
    );
  } catch (cause) {
    signal?.throwIfAborted();
    if (!(cause instanceof Error) || !("code" in cause) || !String(cause.code).startsWith("Z_")) throw cause;
    throw badArchive(`${path} cannot be unpacked: ${cause.message}`, cause);
  }
}
