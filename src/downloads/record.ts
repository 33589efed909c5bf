import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { z } from "zod";

/** What was fetched: kept even when the files themselves are not. */
const DownloadRecord = z.object({
  /** ISO 8601; when the licence was accepted. */
  licenceAccepted: z.string().optional(),
  files: z
    .record(
      z.string(),
      z.object({
        url: z.string(),
        bytes: z.int(),
        sha256: z.string(),
        md5: z.string(),
        /** Whether that is the MD5 that the publisher states; false where none is stated. */
        published: z.boolean(),
        /** ISO 8601. */
        fetched: z.string(),
      }),
    )
    .default({}),
});
export type DownloadRecord = z.infer<typeof DownloadRecord>;
export type FileRecord = DownloadRecord["files"][string];

/** The record at a path; an empty one where there is none, or none that can be read: then everything is checked anew. */
export function readRecord(path: string): DownloadRecord {
  if (!existsSync(path)) return { files: {} };
  try {
    return DownloadRecord.parse(JSON.parse(readFileSync(path, "utf8")));
  } catch {
    return { files: {} };
  }
}

export function writeRecord(path: string, record: DownloadRecord): void {
  writeFileSync(`${path}.new`, `${JSON.stringify(record, null, 2)}\n`);
  renameSync(`${path}.new`, path);
}
