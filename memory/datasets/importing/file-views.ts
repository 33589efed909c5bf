import { CiceroneError } from "../../errors.ts";
import { nearest } from "../../nearest.ts";
import { wordsOfDuck } from "../../store/duck-failure.ts";
import { type Duck, identifier, literal } from "../../store/duckdb.ts";
import type { SourceFile } from "../descriptor.ts";
import { dialectOf, formatOf } from "./file-format.ts";
import { decoded, readHead, refuseWhatIsNotText } from "./file-head.ts";
import { mixesLineEnds, readHeader } from "./header-line.ts";
import type { FoundFile } from "./source-files.ts";

/** Makes each file a view of its table's name. Throws CiceroneError `missing-column`, `unreadable-file`. */
export async function createViews(duck: Duck, files: readonly FoundFile[]): Promise<void> {
  for (const file of files) {
    try {
      const source =
        file.path === undefined ? emptyTable(file.spec.columns ?? []) : scan(file.spec, file.path);
      const rows = isJsonLines(file) ? await withoutBrokenLines(duck, source) : source;
      await duck.run(`CREATE VIEW ${identifier(file.table)} AS ${rows}`);
    } catch (cause) {
      if (cause instanceof CiceroneError) throw cause;
      throw unreadable(file, cause);
    }
    if (file.path !== undefined) await checkColumns(duck, file);
  }
}

export function isJsonLines(file: FoundFile): boolean {
  return file.path !== undefined && formatOf(file.spec, file.path) === "jsonl";
}

/** Each line of a text file as a row with the one column `line`. */
export function textLines(path: string): string {
  return `SELECT * FROM read_csv(${literal(path)}, delim = '\\x01', quote = '', escape = '', header = false,
    auto_detect = false, columns = {'line': 'VARCHAR'}, max_line_size = 16777216)`;
}

function unreadable({ path = "", spec }: FoundFile, cause: unknown): CiceroneError {
  const words = wordsOfDuck(cause);
  const cut = /too small|no magic bytes|end of data|unexpected end/i.test(words);
  const format = formatOf(spec, path);
  // The statement that failed is ours, not the reader's.
  const reason =
    words
      .split(/\n\s*\n?LINE \d+:/)[0]
      ?.replaceAll(path, "the file")
      .trim() ?? words;
  return new CiceroneError("unreadable-file", `${path} cannot be read as ${NAMES[format]}: ${reason}`, {
    hint: cut
      ? "It looks cut short: fetch or export it again."
      : "State format, separator, header, columns, encoding and quote of the file in the descriptor.",
    cause,
  });
}

const NAMES = {
  csv: "a table of separated values",
  json: "JSON",
  jsonl: "lines of JSON",
  parquet: "Parquet",
} as const;

function scan(spec: SourceFile, path: string): string {
  const format = formatOf(spec, path);
  if (format === "parquet") return `SELECT * FROM read_parquet(${literal(path)})`;
  const head = readHead(path);
  if (head.length === 0) throw new CiceroneError("unreadable-file", `${path} is empty.`, { hint: EMPTY });
  const json = format === "json" || format === "jsonl";
  refuseWhatIsNotText(path, head, json ? "utf-8" : spec.encoding);
  if (json) return scanJson(spec, path);
  const { separator, quote } = dialectOf(spec, path);
  const header = spec.header ?? spec.columns === undefined;
  const text = decoded(head, spec.encoding);
  const columns = header ? readHeader(path, text, separator, quote) : (spec.columns ?? []);
  if (columns.length === 0)
    throw new CiceroneError("unreadable-file", `${path} begins with an empty line.`, { hint: EMPTY });
  if (header) refuseOtherSeparator(path, separator, columns);
  return `SELECT * FROM read_csv(${literal(path)},
    auto_detect = false,
    columns = {${columns.map((column) => `${literal(column)}: 'VARCHAR'`).join(", ")}},
    delim = ${literal(separator)},
    quote = ${literal(quote)},
    escape = ${literal(quote)},
    header = ${header},
    encoding = ${literal(spec.encoding)},
    strict_mode = ${!mixesLineEnds(text, quote)},
    store_rejects = true,
    rejects_limit = 0)`;
}

const EMPTY = "Its first line names the columns, unless the descriptor does. Was the file fetched whole?";

/** A first line of a single column with another usual separator in it was cut at the wrong one. */
function refuseOtherSeparator(path: string, used: string, [only = "", ...others]: readonly string[]): void {
  const separator = [";", "\t", "|", ","].find((candidate) => candidate !== used && only.includes(candidate));
  if (others.length > 0 || separator === undefined) return;
  throw new CiceroneError("unreadable-file", `${path} has a single column, ${JSON.stringify(only)}.`, {
    hint: `Is it separated by something else? State it in the descriptor: separator: ${JSON.stringify(separator)}`,
  });
}

/** Columns that are declared are read as text, without looking through the whole file for what there is. */
function scanJson(spec: SourceFile, path: string): string {
  const lines =
    formatOf(spec, path) === "jsonl" ? ", format = 'newline_delimited', ignore_errors = true" : "";
  const declared = spec.columns?.map((column) => `${literal(column)}: 'VARCHAR'`).join(", ");
  const columns = declared === undefined ? "sample_size = -1" : `columns = {${declared}}`;
  return `SELECT * FROM read_json(${literal(path)}, ${columns}${lines})`;
}

/** DuckDB turns a line that is not JSON into a row of nothing but nulls: such rows are left out here, and counted later. */
async function withoutBrokenLines(duck: Duck, source: string): Promise<string> {
  const columns = (await duck.rows(`DESCRIBE ${source}`)).map((row) => identifier(String(row.column_name)));
  return `${source} WHERE NOT (${columns.map((column) => `${column} IS NULL`).join(" AND ")})`;
}

function emptyTable(columns: readonly string[]): string {
  return `SELECT ${columns.map((column) => `NULL::VARCHAR AS ${identifier(column)}`).join(", ")} WHERE false`;
}

async function checkColumns(duck: Duck, file: FoundFile): Promise<void> {
  const present = (await duck.rows(`DESCRIBE ${identifier(file.table)}`)).map((row) =>
    String(row.column_name),
  );
  const absent = (file.spec.columns ?? []).filter((column) => !present.includes(column));
  if (absent.length === 0) return;
  const close = absent.flatMap((column) => nearest(column, present) ?? []).at(0);
  throw new CiceroneError("missing-column", `${file.path} has no column ${absent.join(", ")}.`, {
    hint: `${close === undefined ? "" : `Did you mean ${close}? `}It has: ${present.join(", ")}.`,
  });
}
