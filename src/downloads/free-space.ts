import { statfs } from "node:fs/promises";
import { CiceroneError } from "../../memory/errors.ts";

/** Left free for everything else that is going on. */
const RESERVE = 64 << 20;

/** Throws CiceroneError `download-no-space` where a folder's disk has no room for so many bytes more. */
export async function requireSpace(folder: string, bytes: number, what: string): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  if (free >= bytes + RESERVE) return;
  throw new CiceroneError(
    "download-no-space",
    `${what} needs ${inBytes(bytes)} and ${inBytes(RESERVE)} to spare; ${inBytes(free)} are free in ${folder}.`,
    { hint: "Free some space, or choose another place: --home DIR, or CICERONE_HOME." },
  );
}

/** "0.8 MB", "239 MB", "1.4 GB". */
export function inBytes(bytes: number): string {
  if (bytes >= 1e9) return `${(bytes / 1e9).toFixed(1)} GB`;
  return `${(bytes / 1e6).toFixed(bytes >= 1e7 ? 0 : 1)} MB`;
}
