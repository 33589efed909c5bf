import { existsSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { CiceroneError } from "../../memory/errors.ts";
import { addressOf } from "./address.ts";
import { checksumsOf } from "./checksums.ts";
import type { DownloadPaths } from "./download-paths.ts";
import type { FetchOptions } from "./fetch-options.ts";
import { partFile } from "./part-file.ts";
import { publishedMd5 } from "./published-md5.ts";
import { type FileRecord, readRecord, writeRecord } from "./record.ts";
import type { RemoteFile } from "./remote-file.ts";
import { PATIENCE } from "./retrying.ts";
import { transfer } from "./transfer.ts";

/**
 * Makes sure that a file is there and is what was published, asking the network only where it is not. A file that somebody
 * put there by hand counts too. Throws CiceroneError `download-…`.
 */
export async function fetchFile(
  file: RemoteFile,
  paths: DownloadPaths,
  options: FetchOptions,
): Promise<FileRecord> {
  const path = join(paths.folder, file.name);
  if (existsSync(path)) {
    const known = await recognised(file, path, paths, options);
    if (known !== undefined) return known;
    rmSync(path);
  }
  const { network, patience = PATIENCE, signal } = options;
  const url = addressOf(file.url, network.mirror);
  const md5 = await publishedMd5(file, network, patience, signal);
  const part = partFile(path);
  const beside = file.content.kind === "zip" ? file.content.unpacked : 0;
  const stage = `fetching ${file.name}`;
  await transfer(file, url, part, {
    proxy: network.proxy,
    patience,
    signal,
    beside,
    onBytes: (done, total) => options.onBytes(stage, done, total ?? file.bytes?.count),
  });
  const record = { ...(await measured(file, part.path, options)), url: url.href };
  refuseOther(file, md5, record, readRecord(paths.record).files[file.name], paths.record, part.remove);
  renameSync(part.path, path);
  part.remove();
  return keep(file, paths, { ...record, published: md5 !== undefined });
}

/** The record of a file that is there already; undefined where it is not what it should be. */
async function recognised(
  file: RemoteFile,
  path: string,
  paths: DownloadPaths,
  options: FetchOptions,
): Promise<FileRecord | undefined> {
  const recorded = readRecord(paths.record).files[file.name];
  const found = await measured(file, path, options);
  if (recorded !== undefined) return recorded.sha256 === found.sha256 ? recorded : undefined;
  if (file.md5 !== undefined && file.md5 !== found.md5) return undefined;
  return keep(file, paths, { ...found, url: "put there by hand", published: file.md5 !== undefined });
}

type Measured = Omit<FileRecord, "url" | "published">;

async function measured(file: RemoteFile, path: string, options: FetchOptions): Promise<Measured> {
  const bytes = statSync(path).size;
  const onBytes = (done: number): void => options.onBytes(`checking ${file.name}`, done, bytes);
  const { md5, sha256 } = await checksumsOf(path, onBytes, options.signal);
  return { bytes, sha256, md5, fetched: new Date(options.clock()).toISOString() };
}

/** A publisher's checksum decides; where there is none, what was fetched the first time does. */
function refuseOther(
  { name }: RemoteFile,
  md5: string | undefined,
  found: Measured & { readonly url: string },
  before: FileRecord | undefined,
  record: string,
  remove: () => void,
): void {
  if (md5 !== undefined && md5 !== found.md5) {
    remove();
    throw new CiceroneError(
      "download-wrong-checksum",
      `${name} from ${found.url} has MD5 ${found.md5}; its publisher states ${md5}.`,
      {
        hint: "It was damaged or changed on the way, and is deleted. Run the command again to fetch it anew.",
      },
    );
  }
  if (md5 !== undefined || before === undefined || before.sha256 === found.sha256) return;
  remove();
  throw new CiceroneError(
    "download-changed",
    `${name} from ${found.url} is not what it was on ${before.fetched.slice(0, 10)}: SHA-256 ${found.sha256} instead of ${before.sha256}.`,
    { hint: `Has the publisher released it anew? Then delete ${record} and run the command again.` },
  );
}

function keep(file: RemoteFile, paths: DownloadPaths, found: FileRecord): FileRecord {
  const record = readRecord(paths.record);
  writeRecord(paths.record, { ...record, files: { ...record.files, [file.name]: found } });
  return found;
}
