import { CiceroneError } from "../../errors.ts";
import { dayReader } from "./days.ts";
import { decoded } from "./decode.ts";
import type { Entry } from "./entry.ts";
import { strangeKind } from "./file-kind.ts";
import type { FileContext, Format, Row } from "./format.ts";
import { goodreads } from "./goodreads.ts";
import { imdb } from "./imdb.ts";
import { letterboxd } from "./letterboxd.ts";
import { netflixActivity, netflixHistory } from "./netflix.ts";
import { own } from "./own.ts";
import { plain } from "./plain.ts";
import { type BrokenLine, rowsOf } from "./rows.ts";
import { storygraph } from "./storygraph.ts";
import { traktCsv, traktJson } from "./trakt.ts";

/** In the order they are tried: what says most of itself first, anybody's table last. */
const FORMATS: readonly Format[] = [
  own,
  letterboxd,
  imdb,
  traktJson,
  traktCsv,
  goodreads,
  storygraph,
  netflixActivity,
  netflixHistory,
  plain,
];

export interface GivenFile {
  /** "likes/films.csv": what people see, and what tells likes from a watchlist. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface ReadOptions extends Partial<Pick<FileContext, "as" | "outOf" | "profile">> {
  /** Milliseconds since the epoch: what happened later is a slip. */
  readonly now: number;
}

export interface ReadExport {
  readonly name: string;
  /** Whose format it is: "Letterboxd". */
  readonly format: string;
  /** Rows of the file, broken ones too. */
  readonly rows: number;
  readonly entries: readonly Entry[];
  readonly broken: readonly BrokenLine[];
  /** Reasons of rows left out on purpose, with how many. */
  readonly skipped: ReadonlyMap<string, number>;
}

/**
 * Reads one file of somebody's history, recognised by its columns. Throws CiceroneError `unknown-export` with the columns found
 * and the formats there are, `usage-history-as` or `usage-history-profile` where only the person can say what it means.
 */
export function readExport(file: GivenFile, options: ReadOptions): ReadExport {
  const strange = strangeKind(file.bytes);
  if (strange !== undefined) throw noTable(file.name, strange);
  const { columns, rows, broken: lines } = rowsOf(decoded(file.bytes));
  const known = new Set(columns);
  const format = FORMATS.find((one) => one.recognises(known));
  if (format === undefined) throw unknown(file.name, columns);
  const { as, outOf, profile, now } = options;
  const days = dayReader(samplesOf(rows, columns), now);
  const read = format.reader({ name: file.name, as, outOf, profile, days, rows, columns });
  const entries: Entry[] = [];
  const broken = [...lines];
  const skipped = new Map<string, number>();
  for (const row of rows) {
    if (row.short && format !== plain && format !== own) {
      broken.push({ line: row.line, reason: `fewer cells than the ${columns.length} columns` });
      continue;
    }
    const result = read(row);
    if ("broken" in result) broken.push({ line: row.line, reason: result.broken });
    else if ("skipped" in result) skipped.set(result.skipped, (skipped.get(result.skipped) ?? 0) + 1);
    else if (isNamed(result.entry)) entries.push(result.entry);
    else broken.push({ line: row.line, reason: "no title" });
  }
  return {
    name: file.name,
    format: format.name,
    rows: rows.length + lines.length,
    entries: format.joined?.(entries) ?? entries,
    broken: broken.sort((a, b) => a.line - b.line),
    skipped,
  };
}

function isNamed({ title, ids, item }: Entry): boolean {
  return title !== "" || item !== undefined || Object.keys(ids).length > 0;
}

/** Cells that may be days; titles and reviews are none. */
function* samplesOf(rows: readonly Row[], columns: readonly string[]): Generator<string> {
  const dated = columns.filter((column) =>
    /dat[aeu]|day|watched|read|rated|time|when|fecha|gesehen|visto|_at$|^at$/.test(column),
  );
  for (const row of rows) for (const column of dated) yield row.cell(column);
}

function noTable(name: string, kind: string): CiceroneError {
  return new CiceroneError("unknown-export", `${name} is ${kind}: no table to read.`, {
    hint: "Give the CSV or JSON of an export, its folder or its zip; a spreadsheet can be saved as CSV.",
  });
}

function unknown(name: string, columns: readonly string[]): CiceroneError {
  const found = columns.length === 0 ? "It has none" : `It has ${columns.slice(0, 12).join(", ")}`;
  const formats = FORMATS.map((format) => `${format.name} (${format.telltale})`).join("; ");
  return new CiceroneError(
    "unknown-export",
    `The columns of ${name} are none that a history has. ${found}.`,
    {
      hint: `The first line names the columns; a bare list of titles needs a first line “title”. Known are: ${formats}.`,
    },
  );
}
