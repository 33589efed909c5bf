import { closeSync, fsyncSync, openSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { CiceroneError } from "../../memory/errors.ts";
import type { NetworkConfig } from "../config.ts";
import { checkBeginning } from "./content-check.ts";
import { inBytes, requireSpace } from "./free-space.ts";
import { type Answer, get } from "./http-get.ts";
import { retryAfter, StatusError } from "./network-errors.ts";
import { type Origin, type PartFile, validatorOf } from "./part-file.ts";
import type { RemoteFile } from "./remote-file.ts";
import { type Patience, retrying } from "./retrying.ts";

/** No dataset that is known here is larger; what is without a known size stops here. */
const MOST_BYTES = 200e9;
/** How much larger than published a file may be that its publisher makes anew from time to time. */
const GROWTH = 4;

export interface TransferOptions {
  readonly proxy: NetworkConfig["proxy"];
  readonly patience: Patience;
  readonly signal?: AbortSignal | undefined;
  /** Bytes there so far, and in all where known. */
  readonly onBytes: (done: number, total: number | undefined) => void;
  /** Bytes that the disk must hold beside the file. */
  readonly beside: number;
}

/**
 * Fetches a file into its part file, going on from what is there where the server still has the same. Connections that break
 * or stall are made again, as long as they bring something. On any failure but wrong content the part stays for the next time.
 * Throws CiceroneError `download-…`.
 */
export async function transfer(
  file: RemoteFile,
  url: URL,
  part: PartFile,
  options: TransferOptions,
): Promise<void> {
  const { patience, signal } = options;
  await retrying(url, () => attempt(file, url, part, options), { patience, progress: part.size, signal });
}

async function attempt(file: RemoteFile, url: URL, part: PartFile, options: TransferOptions): Promise<void> {
  const { proxy, patience, signal } = options;
  const there = part.origin();
  const validator = there?.url === url.href ? validatorOf(there) : undefined;
  const start = validator === undefined ? 0 : part.size();
  if (start > 0 && start === there?.total) return;
  const headers = start === 0 ? {} : { range: `bytes=${start}-`, "if-range": validator };
  const answer = await get(url, headers, { proxy, stall: patience.stall, signal });
  try {
    const { from, origin } = continued(answer, url, part, start);
    checkSize(file, url, origin.total);
    if (from === 0) part.begin(origin);
    await requireSpace(dirname(part.path), (origin.total ?? 0) - from + options.beside, file.name);
    await receive(file, url, answer, part, { from, total: origin.total }, options);
  } finally {
    answer.body.destroy();
  }
}

/** Where in the file the answer goes on, and whose bytes they are: a server that has another file now sends that, from 0. */
function continued(
  answer: Answer,
  url: URL,
  part: PartFile,
  start: number,
): { readonly from: number; readonly origin: Origin } {
  const { status, headers } = answer;
  const there = part.origin();
  if (status === 206 && there !== undefined) {
    const range = /^bytes (\d+)-\d+\/(\d+|\*)$/.exec(headers["content-range"] ?? "");
    const total = Number(range?.[2] ?? Number.NaN);
    if (Number(range?.[1]) === start && (there.total === undefined || total === there.total))
      return { from: start, origin: there };
  }
  if (status === 206 || status === 416) {
    // What is there does not fit what the server has: the next attempt begins anew.
    part.remove();
    throw new CutShortError("the server cannot go on where it stopped");
  }
  if (status !== 200) throw new StatusError(status, retryAfter(headers["retry-after"]));
  const length = headers["content-length"];
  return {
    from: 0,
    origin: {
      url: url.href,
      etag: headers.etag,
      lastModified: headers["last-modified"],
      total: length === undefined ? undefined : Number(length),
    },
  };
}

function checkSize({ name, bytes }: RemoteFile, url: URL, total: number | undefined): void {
  if (total === undefined) return;
  const wrong = bytes?.exact === true && total !== bytes.count;
  const most = bytes === undefined ? MOST_BYTES : bytes.count * GROWTH;
  if (!wrong && total <= most) return;
  throw new CiceroneError(
    "download-wrong-size",
    `${url.href} has ${total.toLocaleString("en")} bytes${bytes === undefined ? "" : `; ${name} has ${bytes.exact ? "" : "about "}${bytes.count.toLocaleString("en")}`}.`,
    {
      hint: "It is not the file that was published: a proxy, a mirror or a moved address may be in between.",
    },
  );
}

async function receive(
  file: RemoteFile,
  url: URL,
  answer: Answer,
  part: PartFile,
  place: { readonly from: number; readonly total: number | undefined },
  options: TransferOptions,
): Promise<void> {
  const most = place.total ?? (file.bytes === undefined ? MOST_BYTES : file.bytes.count * GROWTH);
  const target = openSync(part.path, "r+");
  let done = place.from;
  const take = (bytes: Buffer): void => {
    if (done === 0) checkBeginning(bytes, file, url);
    if (done + bytes.length > most) throw tooLong(file, url, most);
    writeSync(target, bytes, 0, bytes.length, done);
    done += bytes.length;
    options.onBytes(done, place.total);
  };
  try {
    options.onBytes(done, place.total);
    await everyChunk(answer.body, take);
    fsyncSync(target);
  } catch (error) {
    if (error instanceof CiceroneError) part.remove();
    throw error;
  } finally {
    closeSync(target);
  }
  if (place.total !== undefined && done < place.total)
    throw new CutShortError(`the connection ended after ${inBytes(done)} of ${inBytes(place.total)}`);
}

/** Hands over bytes as they come: a stream that is iterated over drops what it holds when its connection breaks. */
function everyChunk(body: Answer["body"], take: (bytes: Buffer) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    // It may have broken before anybody listened: then it says no more.
    if (body.destroyed) return reject(body.errored ?? new CutShortError("the connection was cut"));
    body.on("data", (bytes: Buffer) => {
      try {
        take(bytes);
      } catch (error) {
        body.destroy();
        reject(error);
      }
    });
    body.on("end", resolve);
    body.on("error", reject);
    body.on("close", () => reject(new CutShortError("the connection was cut")));
  });
}

function tooLong(file: RemoteFile, url: URL, most: number): CiceroneError {
  return new CiceroneError("download-wrong-size", `${url.href} goes on beyond ${inBytes(most)}.`, {
    hint: `${file.name} is smaller: a proxy, a mirror or a moved address may be in between.`,
  });
}

/** Ended in good order before the file did. */
class CutShortError extends Error {
  readonly code = "ECONNRESET";
}
