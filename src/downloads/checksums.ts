import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";

export interface Checksums {
  /** Lower-case hex. */
  readonly md5: string;
  readonly sha256: string;
}

/** Both checksums of a file in one reading; `onBytes` is told how far it is. */
export async function checksumsOf(
  path: string,
  onBytes: (done: number) => void,
  signal?: AbortSignal,
): Promise<Checksums> {
  const md5 = createHash("md5");
  const sha256 = createHash("sha256");
  let done = 0;
  const options = { highWaterMark: 1 << 20, ...(signal && { signal }) };
  for await (const chunk of createReadStream(path, options)) {
    md5.update(chunk);
    sha256.update(chunk);
    done += chunk.length;
    onBytes(done);
  }
  return { md5: md5.digest("hex"), sha256: sha256.digest("hex") };
}

/** The sum in an .md5 file: "HEX  name" or "MD5 (name) = HEX". Undefined where there is none. */
export function md5In(text: string): string | undefined {
  return /\b[0-9a-f]{32}\b/i.exec(text)?.[0].toLowerCase();
}
