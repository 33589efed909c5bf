import { closeSync, openSync, readSync } from "node:fs";
import { constants, gunzipSync } from "node:zlib";
import { CiceroneError } from "../../errors.ts";
import type { SourceFile } from "../descriptor.ts";
import { isGzip } from "./file-format.ts";

/** How much of a file's beginning is looked at: a first line longer than this names no columns. */
export const HEAD_BYTES = 1 << 18;

/** The names that the Encoding Standard gives them. */
const DECODER = { "utf-8": "utf-8", "latin-1": "latin1", "utf-16": "utf-16le" } as const;

/** The first bytes of a file, unpacked where it is a .gz. */
export function readHead(path: string): Buffer {
  const bytes = firstBytes(path);
  if (!isGzip(path) || bytes.length === 0) return bytes;
  try {
    return gunzipSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH }).subarray(0, HEAD_BYTES);
  } catch (cause) {
    throw new CiceroneError(
      "unreadable-file",
      `${path} is not packed with gzip, though its name ends in .gz.`,
      {
        hint: "Rename it, or unpack it first.",
        cause,
      },
    );
  }
}

export function decoded(bytes: Uint8Array, encoding: SourceFile["encoding"]): string {
  return new TextDecoder(DECODER[encoding]).decode(bytes);
}

/**
 * Refuses what is not text in the stated encoding, by its first bytes: other formats by their signature, UTF-16 by its mark
 * or its NULs. Throws CiceroneError `unreadable-file` with what to do.
 */
export function refuseWhatIsNotText(path: string, head: Buffer, encoding: SourceFile["encoding"]): void {
  const found = SIGNATURES.find(({ bytes }) => head.subarray(0, bytes.length).equals(Buffer.from(bytes)));
  if (found !== undefined && !(found.encoding !== undefined && found.encoding === encoding)) {
    throw notText(path, found.what, found.advice);
  }
  if (encoding !== "utf-16" && found === undefined) refuseNulls(path, head);
}

/** Half of UTF-16's bytes are NUL where the letters are Latin; in a text of another encoding there is hardly one. */
function refuseNulls(path: string, head: Buffer): void {
  const sample = head.subarray(0, 4096);
  const nulls = sample.filter((byte) => byte === 0).length;
  if (nulls < 4 || nulls * 5 < sample.length) return;
  const first = sample.indexOf(0);
  if (nulls * 3 > sample.length && first === 1) throw notText(path, "UTF-16 text", UTF16);
  if (nulls * 3 > sample.length && first === 0) throw notText(path, "UTF-16 text, big-endian", BIG_ENDIAN);
  throw notText(path, "binary data", "Export the table as CSV, JSON lines or Parquet.");
}

const UTF16 = "State it in the descriptor: encoding: utf-16";
const BIG_ENDIAN = "Convert it: iconv -f UTF-16BE -t UTF-8 FILE > NEW";

const SIGNATURES: readonly {
  readonly bytes: readonly number[];
  readonly what: string;
  readonly advice: string;
  /** The encoding under which these bytes are right. */
  readonly encoding?: SourceFile["encoding"];
}[] = [
  { bytes: [0xff, 0xfe], what: "UTF-16 text", advice: UTF16, encoding: "utf-16" },
  { bytes: [0xfe, 0xff], what: "UTF-16 text, big-endian", advice: BIG_ENDIAN },
  { bytes: [0x1f, 0x8b], what: "packed with gzip", advice: "Give it a name that ends in .gz, or unpack it." },
  {
    bytes: [0x50, 0x4b, 0x03, 0x04],
    what: "a zip archive or a spreadsheet (.xlsx)",
    advice: "Unpack it, or export the sheet as CSV.",
  },
  { bytes: [0x50, 0x41, 0x52, 0x31], what: "Parquet", advice: "State it in the descriptor: format: parquet" },
  {
    bytes: [...Buffer.from("SQLite format 3")],
    what: "an SQLite database",
    advice: "Export the table as CSV.",
  },
];

function notText(path: string, what: string, hint: string): CiceroneError {
  return new CiceroneError("unreadable-file", `${path} is ${what}.`, { hint });
}

function firstBytes(path: string): Buffer {
  const bytes = Buffer.alloc(HEAD_BYTES);
  const file = openSync(path, "r");
  try {
    return bytes.subarray(0, readSync(file, bytes, 0, HEAD_BYTES, 0));
  } finally {
    closeSync(file);
  }
}
