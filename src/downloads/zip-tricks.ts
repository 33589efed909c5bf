import type { Entry } from "yauzl";
import { badArchive } from "./bad-archive.ts";

/** Tables of text shrink to a third or a tenth; what shrinks further than this is there to fill a disk. */
export const MOST_RATIO = 200;
/** How much more than known beforehand may come out. */
const MARGIN = 4;
const LINK = 0o120000;
const KIND = 0o170000;

/**
 * Refuses an archive that plays tricks, before anything of it is written. Names with "..", drives, backslashes or a leading
 * slash were refused when the entries were read. Throws CiceroneError `bad-archive`.
 */
export function refuseTricks(
  entries: readonly Pick<
    Entry,
    "fileName" | "externalFileAttributes" | "compressedSize" | "uncompressedSize" | "isEncrypted"
  >[],
  members: readonly string[],
  unpacked: number,
): void {
  const seen = new Set<string>();
  let total = 0;
  for (const entry of entries) {
    const { fileName, compressedSize, uncompressedSize } = entry;
    const name = fileName.normalize("NFC").toLowerCase();
    if (seen.has(name)) throw badArchive(`The archive holds ${fileName} twice`);
    seen.add(name);
    if (((entry.externalFileAttributes >>> 16) & KIND) === LINK)
      throw badArchive(`The archive holds ${fileName}, a link to somewhere else`);
    if (!members.includes(fileName)) continue;
    if (entry.isEncrypted()) throw badArchive(`${fileName} is encrypted in the archive`);
    if (uncompressedSize > compressedSize * MOST_RATIO + MOST_RATIO)
      throw badArchive(`${fileName} would unpack to ${uncompressedSize} bytes from ${compressedSize}`);
    total += uncompressedSize;
  }
  const absent = members.filter((member) => !seen.has(member.toLowerCase()));
  if (absent.length > 0) throw badArchive(`The archive lacks ${absent.join(", ")}`);
  if (total > unpacked * MARGIN)
    throw badArchive(`The archive would unpack to ${total} bytes, not about ${unpacked}`);
}
