import { parse } from "csv-parse/sync";
import { CiceroneError } from "../../errors.ts";
import type { Row } from "./format.ts";

/** A line that could not be read as a row. */
export interface BrokenLine {
  readonly line: number;
  readonly reason: string;
}

/** A file as rows, before anybody knows whose they are. */
export interface Rows {
  /** In lower case, as the file orders them. */
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
  readonly broken: readonly BrokenLine[];
}

/** A cell longer than this is no title, rating or review. */
const LONGEST_RECORD = 1_000_000;
/** Nobody has seen, read and rated as much; what has more rows is a table of many people. */
const MOST_ROWS = 200_000;
const DELIMITERS = [",", ";", "\t", "|"];
/** What a terminal would obey or what hides: bidirectional marks, zero-width signs. Line feeds stay, in reviews. */
const UNSEEN = /[^\P{Cc}\n]|[\u{200e}\u{200f}\u{202a}-\u{202e}\u{2066}-\u{2069}\u{feff}]/gu;

/** Rows of CSV, TSV or whatever delimiter the first line has most of; of a JSON list; or of JSON lines. */
export function rowsOf(text: string): Rows {
  const start = text.trimStart();
  if (start.startsWith("[") && looksLikeJson(start)) return jsonRows(text);
  if (start.startsWith("{")) return jsonRows(text);
  return delimitedRows(text);
}

function looksLikeJson(start: string): boolean {
  return /^\[\s*(?:\{|\])/.test(start);
}

function delimitedRows(text: string): Rows {
  const broken: BrokenLine[] = [];
  const first = text.slice(0, text.search(/[\r\n]|$/));
  const records: { readonly record: readonly string[]; readonly line: number }[] = [];
  // Excel's own first line, "sep=;", which it shows to nobody.
  const told = /^\s*"?sep=(.)"?\r?\n/i.exec(text);
  let end = told === null ? 0 : 1;
  parse(told === null ? text : text.slice(told[0].length), {
    delimiter: told?.[1] ?? delimiterOf(first),
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    max_record_size: LONGEST_RECORD,
    on_record: (record: string[], { lines }) => {
      if (records.length > MOST_ROWS) throw tooMany();
      records.push({ record, line: end + 1 });
      end = lines + (told === null ? 0 : 1);
      return null;
    },
    on_skip: (error) => {
      broken.push({ line: end + 1, reason: brokenReason(error?.code) });
      end = Number(error?.lines ?? end);
      return undefined;
    },
  });
  const [head, ...rest] = records;
  const columns = (head?.record ?? []).map(columnName);
  const rows = rest.flatMap(({ record, line }): Row[] => {
    if (record.length > columns.length && record.slice(columns.length).some((cell) => cell.trim() !== "")) {
      broken.push({ line, reason: `${record.length} cells for ${columns.length} columns` });
      return [];
    }
    const cells = new Map(columns.map((column, at) => [column, clean(record[at] ?? "")]));
    return [rowOf(line, cells, record.length < columns.length)];
  });
  return { columns: columns.filter((column) => column !== ""), rows, broken };
}

function tooMany(): CiceroneError {
  return new CiceroneError("too-large", `There are more than ${MOST_ROWS} rows: no one person's history.`, {
    hint: "For a table of many people: cicerone data import.",
  });
}

function brokenReason(code: string | undefined): string {
  if (code === "CSV_QUOTE_NOT_CLOSED")
    return "a quotation mark that is never closed: the rest of the file is lost";
  if (code === "CSV_MAX_RECORD_SIZE") return "a row of more than a million characters";
  return `no row of a table (${code ?? "unknown"})`;
}

function delimiterOf(line: string): string {
  const count = (delimiter: string): number => line.split(delimiter).length;
  return DELIMITERS.reduce((best, delimiter) => (count(delimiter) > count(best) ? delimiter : best));
}

function jsonRows(text: string): Rows {
  const broken: BrokenLine[] = [];
  const columns = new Set<string>();
  const rows = jsonValues(text, broken).flatMap(({ line, value }): Row[] => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
      broken.push({ line, reason: "no JSON object" });
      return [];
    }
    const cells = new Map<string, string>();
    flatten(value, "", 0, cells);
    for (const column of cells.keys()) columns.add(column);
    return [rowOf(line, cells, false)];
  });
  return { columns: [...columns], rows, broken };
}

function jsonValues(text: string, broken: BrokenLine[]): { line: number; value: unknown }[] {
  try {
    const whole: unknown = JSON.parse(text);
    return (Array.isArray(whole) ? whole : [whole]).map((value, at) => ({ line: at + 1, value }));
  } catch {
    return text.split(/\r?\n/).flatMap((content, at) => {
      if (content.trim() === "") return [];
      try {
        return [{ line: at + 1, value: JSON.parse(content) as unknown }];
      } catch {
        broken.push({ line: at + 1, reason: "no JSON" });
        return [];
      }
    });
  }
}

const DEEPEST = 4;

/** Nested fields by their path: { movie: { ids: { imdb } } } has the column "movie.ids.imdb". */
function flatten(value: object, prefix: string, depth: number, cells: Map<string, string>): void {
  for (const [key, inner] of Object.entries(value)) {
    const name = columnName(prefix + key);
    if (Array.isArray(inner)) cells.set(name, clean(inner.filter(isPlain).join(", ")));
    else if (typeof inner === "object" && inner !== null) {
      if (depth < DEEPEST) flatten(inner, `${name}.`, depth + 1, cells);
    } else if (isPlain(inner)) cells.set(name, clean(String(inner)));
  }
}

function isPlain(value: unknown): boolean {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}

function rowOf(line: number, cells: ReadonlyMap<string, string>, short: boolean): Row {
  return { line, short, cell: (column) => cells.get(column) ?? "" };
}

function columnName(text: string): string {
  return clean(text).toLowerCase();
}

function clean(text: string): string {
  return text.replace(/\r\n?/g, "\n").replace(UNSEEN, "").trim();
}
