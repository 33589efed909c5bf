import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { CiceroneError } from "../../memory/errors.ts";
import { makeFolder } from "../../memory/store/make-folder.ts";
import { replaceDirectory } from "../../memory/store/replace-directory.ts";
import { checkGzip } from "./check-gzip.ts";
import { type DownloadPaths, downloadPaths } from "./download-paths.ts";
import { fetchFile } from "./fetch-file.ts";
import type { FetchOptions } from "./fetch-options.ts";
import { withFolderLock } from "./folder-lock.ts";
import { requireSpace } from "./free-space.ts";
import type { FileRecord } from "./record.ts";
import type { Download, RemoteFile } from "./remote-file.ts";
import { unzip } from "./unzip.ts";

export interface Fetched {
  /** The folder the importer reads. */
  readonly from: string;
  readonly files: readonly (FileRecord & { readonly name: string })[];
}

/**
 * Fetches, checks and unpacks a dataset's files, as far as that is still to be done, and hands `use` the folder with them.
 * No other process may touch the folder meanwhile. Throws CiceroneError `download-…`, `bad-archive`, `cannot-write`.
 */
export async function fetchDataset<Result>(
  download: Download,
  options: FetchOptions,
  use: (fetched: Fetched) => Promise<Result>,
): Promise<Result> {
  const paths = downloadPaths(options.home, download.name);
  makeFolder(paths.folder);
  return withFolderLock(paths.folder, async () => {
    const files: Fetched["files"][number][] = [];
    for (const file of download.files) {
      try {
        files.push({ name: file.name, ...(await fetchFile(file, paths, options)) });
      } catch (error) {
        throw withWaysOut(error, download, paths);
      }
    }
    for (const file of download.files) await opened(file, paths, options);
    const zipped = download.files.some(({ content }) => content.kind === "zip");
    return use({ from: zipped ? paths.unpacked : paths.folder, files });
  });
}

/** Deletes what need not be kept once it is imported: what was unpacked always, the files as fetched where not wanted. */
export function tidyDownloads(home: string, download: Download, keepFiles: boolean): void {
  const paths = downloadPaths(home, download.name);
  rmSync(paths.unpacked, { recursive: true, force: true });
  if (keepFiles) return;
  for (const { name } of download.files) rmSync(join(paths.folder, name), { force: true });
}

/** Unpacks a zip; of a gzip file, only looks whether it is whole. What is broken goes, so that the next run fetches it anew. */
async function opened(file: RemoteFile, paths: DownloadPaths, options: FetchOptions): Promise<void> {
  const path = join(paths.folder, file.name);
  const { content } = file;
  const { signal } = options;
  try {
    if (content.kind === "gzip") {
      return await checkGzip(
        path,
        (read) => options.onBytes(`testing ${file.name}`, read, undefined),
        signal,
      );
    }
    const onBytes = (done: number): void => options.onBytes(`unpacking ${file.name}`, done, content.unpacked);
    await requireSpace(paths.folder, content.unpacked, `Unpacking ${file.name}`);
    await replaceDirectory(paths.unpacked, (work) => unzip(path, content, work, { onBytes, signal }), signal);
  } catch (error) {
    if (error instanceof CiceroneError && error.code === "bad-archive") rmSync(path, { force: true });
    throw error;
  }
}

/** Whoever cannot reach a publisher is told what works without. */
function withWaysOut(error: unknown, download: Download, { folder }: DownloadPaths): unknown {
  if (!(error instanceof CiceroneError) || error.hint !== undefined) return error;
  const missing = download.files.filter(({ name }) => !existsSync(join(folder, name)));
  const addresses = missing.map(({ url }) => url).join(" and ");
  return new CiceroneError(error.code, error.message, {
    hint: `Without it there are the demo (cicerone) and what is imported (cicerone data list). Or fetch ${addresses} by other means (${download.page} tells of it), put it in ${folder}, and run this again.`,
    cause: error,
  });
}
