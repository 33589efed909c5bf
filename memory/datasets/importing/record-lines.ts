import { createReadStream } from "node:fs";
import { createGunzip } from "node:zlib";
import { isGzip } from "./file-format.ts";

/** Further into a file than this no line is looked for. */
const MOST_BYTES = 1 << 28;

/** A record of a text file: its number, from 1 with the header and empty ones, and the line on which it begins. */
export interface RecordStart {
  readonly record: number;
  readonly line: number;
  readonly empty: boolean;
}

/** Of JSON lines and the like, both are "". */
export interface Dialect {
  readonly separator: string;
  readonly quote: string;
}

/** The line on which each of some records begins; a line feed inside quotes ends none. What lies too deep is left out. */
export async function linesOfRecords(
  path: string,
  dialect: Dialect,
  records: readonly number[],
): Promise<ReadonlyMap<number, number>> {
  const wanted = new Set(records);
  const last = Math.max(...records);
  const found = new Map<number, number>();
  await visitRecords(path, dialect, ({ record, line }) => {
    if (wanted.has(record)) found.set(record, line);
    return record < last;
  });
  return found;
}

/** Shows each record's start to `visit`, until it returns false. */
export async function visitRecords(
  path: string,
  { separator, quote }: Dialect,
  visit: (start: RecordStart) => boolean,
): Promise<void> {
  const source = createReadStream(path, { end: MOST_BYTES, highWaterMark: 1 << 20 });
  const stream = isGzip(path) ? source.pipe(createGunzip()) : source;
  const quoteByte = quote === "" ? -1 : quote.charCodeAt(0);
  const separatorByte = separator === "" ? -1 : separator.charCodeAt(separator.length - 1);
  let [record, line, start, length] = [1, 1, 1, 0];
  let quoted = false;
  // A quote opens a cell where one begins, or again where it is doubled; in the middle of 5" it is a letter.
  let mayOpen = true;
  for await (const chunk of stream) {
    const bytes: Uint8Array = chunk;
    for (let at = 0; at < bytes.length; at++) {
      const byte = bytes[at];
      if (byte === quoteByte) {
        mayOpen = quoted || (mayOpen && !quoted);
        quoted = !quoted && mayOpen;
      } else if (!quoted) mayOpen = byte === separatorByte || byte === 10;
      if (byte !== 10) {
        if (byte !== 13) length++;
        continue;
      }
      line++;
      if (quoted) continue;
      if (!visit({ record: record++, line: start, empty: length === 0 })) return;
      start = line;
      length = 0;
    }
  }
  if (length > 0) visit({ record, line: start, empty: false });
}
