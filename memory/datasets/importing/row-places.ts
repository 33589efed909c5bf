import { basename } from "node:path";
import type { Duck } from "../../store/duckdb.ts";
import { brokenLineNumbers } from "./broken-lines.ts";
import { dialectOf, formatOf } from "./file-format.ts";
import type { Rejection } from "./import-report.ts";
import { visitRecords } from "./record-lines.ts";
import type { FoundFile } from "./source-files.ts";

const MOST_BROKEN = 100_000;
/** What makes rows of rows: then a row of the result is no row of the file. */
const RESHAPES =
  /\b(join|where|group\s+by|order\s+by|union|unnest|distinct|limit|qualify|having|using\s+sample)\b/i;

/**
 * Says of rejected rows on which lines of the file they are, where that can be known: the query reads one text file, row
 * by row. Of others the row's number stays.
 */
export async function placeRejections(
  duck: Duck,
  files: readonly FoundFile[],
  query: string | undefined,
  rejections: readonly Rejection[],
): Promise<Rejection[]> {
  const file = query === undefined ? undefined : onlyFile(files, query);
  const wanted = rejections.flatMap(({ lines = [], file: placed }) => (placed === undefined ? lines : []));
  if (file?.path === undefined || wanted.length === 0) return [...rejections];
  // Which lines of JSON were left out is not known by number.
  if (
    formatOf(file.spec, file.path) === "jsonl" &&
    rejections.some(({ reason }) => reason.startsWith("broken line"))
  )
    return [...rejections];
  const broken = await brokenLineNumbers(duck, file.path, MOST_BROKEN);
  const lineOf = await linesOfRows(file, wanted, new Set(broken));
  return rejections.map((rejection) => {
    const { lines, file: placed } = rejection;
    if (lines === undefined || placed !== undefined) return rejection;
    const found = lines.map((row) => lineOf.get(row)).filter((line) => line !== undefined);
    if (found.length < lines.length) return rejection;
    return { ...rejection, lines: found, file: basename(file.path ?? "") };
  });
}

function onlyFile(files: readonly FoundFile[], query: string): FoundFile | undefined {
  if (RESHAPES.test(query)) return undefined;
  const read = files.filter(({ table }) => new RegExp(`\\b(from|,)\\s+"?${table}\\b`, "i").test(query));
  const [only, ...others] = read;
  if (only?.path === undefined || others.length > 0 || only.spec.encoding === "utf-16") return undefined;
  const format = formatOf(only.spec, only.path);
  return format === "csv" || format === "jsonl" ? only : undefined;
}

/** Rows (from 1, broken and empty lines not counted) → the line each begins on. */
async function linesOfRows(
  file: FoundFile,
  rows: readonly number[],
  broken: ReadonlySet<number>,
): Promise<ReadonlyMap<number, number>> {
  const { path = "", spec } = file;
  const csv = formatOf(spec, path) === "csv";
  const header = csv && (spec.header ?? spec.columns === undefined);
  const wanted = new Set(rows);
  const last = Math.max(...rows);
  const found = new Map<number, number>();
  let row = header ? -1 : 0;
  const dialect = csv ? dialectOf(spec, path) : { separator: "", quote: "" };
  await visitRecords(path, dialect, ({ record, line, empty }) => {
    if (empty || broken.has(record)) return true;
    row++;
    if (wanted.has(row)) found.set(row, line);
    return row < last;
  });
  return found;
}
