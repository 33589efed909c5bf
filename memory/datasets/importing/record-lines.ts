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

/** The line on which each of some records begins; a line feed inside quotes ends none. What lies too deep is left out. */
export async function linesOfRecords(
  path: string,
  quote: string,
  records: readonly number[],
): Promise<ReadonlyMap<number, number>> {
  const wanted = new Set(records);
  const last = Math.max(...records);
  const found = new Map<number, number>();
  for await (const { record, line } of recordStarts(path, quote)) {
    if (wanted.has(record)) found.set(record, line);
    if (record >= last) break;
  }
  return found;
}

export async function* recordStarts(path: string, quote: string): AsyncGenerator<RecordStart> {
  const source = createReadStream(path, { end: MOST_BYTES, highWaterMark: 1 << 20 });
  const stream = isGzip(path) ? source.pipe(createGunzip()) : source;
  const quoteByte = quote === "" ? -1 : quote.charCodeAt(0);
  let [record, line, start, length] = [1, 1, 1, 0];
  let quoted = false;
  for await (const chunk of stream) {
    for (const byte of chunk as Uint8Array) {
      if (byte === quoteByte) quoted = !quoted;
      if (byte !== 10) {
        if (byte !== 13) length++;
        continue;
      }
      line++;
      if (quoted) continue;
      yield { record: record++, line: start, empty: length === 0 };
      start = line;
      length = 0;
    }
  }
  if (length > 0) yield { record, line: start, empty: false };
}
