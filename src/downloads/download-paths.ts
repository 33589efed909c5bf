import { join } from "node:path";

/** Where what was fetched of a dataset lies: everything below `<home>/downloads/<name>/`. */
export interface DownloadPaths {
  readonly folder: string;
  readonly record: string;
  /** What the importer reads: the members of zips. */
  readonly unpacked: string;
}

export function downloadPaths(home: string, name: string): DownloadPaths {
  const folder = join(home, "downloads", name);
  return { folder, record: join(folder, "record.json"), unpacked: join(folder, "unpacked") };
}
