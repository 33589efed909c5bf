import { createHash } from "node:crypto";
import { createReadStream, readdirSync, realpathSync, statSync } from "node:fs";
import { extname, join, sep } from "node:path";
import { CiceroneError } from "../../errors.ts";
import { nearest } from "../../nearest.ts";
import { type Duck, identifier, literal } from "../../store/duckdb.ts";
import type { Descriptor, SourceFile } from "../descriptor.ts";
import { readHeader } from "./header-line.ts";
import type { RejectionTally } from "./import-report.ts";

/** Where a descriptor's tables come from; `path` is undefined for an optional file that is not there. */
export interface FoundFile {
  readonly table: string;
  readonly spec: SourceFile;
  readonly path: string | undefined;
}

export interface SourceFolders {
  readonly data: string;
  readonly text: string | undefined;
}

/** Resolves the folders, links included. Throws CiceroneError `no-folder`. */
export function sourceFolders(data: string, text: string | undefined): SourceFolders {
  return { data: folder(data, "--from"), text: text === undefined ? undefined : folder(text, "--text") };
}

/** Finds every file. Throws CiceroneError `missing-file` for one that is needed and absent. */
export function findFiles(descriptor: Descriptor, folders: SourceFolders): FoundFile[] {
  return Object.entries(descriptor.files).map(([table, spec]) => {
    const where = spec.folder === "text" ? folders.text : folders.data;
    const name = where === undefined ? undefined : spec.file.find((file) => isFile(join(where, file)));
    if (name === undefined && !spec.optional) throw missingFile(descriptor, spec, where);
    return { table, spec, path: where === undefined || name === undefined ? undefined : within(where, name) };
  });
}

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
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw new CiceroneError("unreadable-file", `${file.path} cannot be read as a table: ${reason}`, {
        hint: "State format, separator, header, columns, encoding and quote of the file in the descriptor.",
        cause,
      });
    }
    if (file.path !== undefined) await checkColumns(duck, file);
  }
}

/** Counts the lines that DuckDB could not read as rows. To be called after the queries ran. */
export async function tallyBrokenLines(
  duck: Duck,
  files: readonly FoundFile[],
  tallies: (table: string) => RejectionTally,
): Promise<void> {
  const hasRejects = await duck.rows(
    "SELECT 1 FROM duckdb_tables() WHERE table_name = 'reject_errors' AND temporary",
  );
  const broken =
    hasRejects.length === 0
      ? []
      : await duck.rows(
          `SELECT file_path, reason, count(*)::INTEGER AS count, arg_min(csv_line, line) AS example
           FROM (SELECT DISTINCT file_path, line, csv_line, lower(error_type::VARCHAR) AS reason
                 FROM reject_errors JOIN reject_scans USING (scan_id, file_id))
           GROUP BY file_path, reason`,
        );
  for (const row of broken) {
    const file = files.find((found) => found.path === row.file_path);
    if (file !== undefined) {
      tallies(file.table).add(
        reasonOf(String(row.reason), file.spec),
        String(row.example),
        Number(row.count),
      );
    }
  }
  for (const file of files.filter(isJsonLines)) {
    const [row] = await duck.rows(
      `SELECT count(*)::INTEGER AS count, any_value(line) AS example
       FROM (${textLines(file.path ?? "")}) WHERE trim(line) <> '' AND NOT json_valid(line)`,
    );
    const count = Number(row?.count ?? 0);
    if (count > 0) tallies(file.table).add("broken line: not JSON", String(row?.example), count);
  }
}

function reasonOf(reason: string, spec: SourceFile): string {
  if (reason !== "invalid encoding") return `broken line: ${reason}`;
  return `broken line: not ${spec.encoding} (the descriptor can state another encoding)`;
}

/** Size and SHA-256 of each file that was read, for the manifest. */
export async function fingerprints(
  files: readonly FoundFile[],
  signal?: AbortSignal,
): Promise<{ file: string; bytes: number; sha256: string }[]> {
  const paths = [...new Set(files.flatMap((file) => file.path ?? []))];
  return Promise.all(
    paths.map(async (path) => {
      const hash = createHash("sha256");
      for await (const chunk of createReadStream(path, { signal, highWaterMark: 1 << 20 }))
        hash.update(chunk);
      return { file: path, bytes: statSync(path).size, sha256: hash.digest("hex") };
    }),
  );
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

/** The file itself, links resolved, which must lie in the folder too. */
function within(where: string, name: string): string {
  const path = realpathSync(join(where, name));
  if (path.startsWith(where + sep)) return path;
  throw new CiceroneError(
    "outside-folder",
    `${join(where, name)} is a link to ${path}, outside its folder.`,
    {
      hint: "A dataset's files lie in the folder that was named: copy the file there.",
    },
  );
}

function folder(path: string, flag: string): string {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return realpathSync(path);
  throw new CiceroneError("no-folder", `${path} is not a folder.`, {
    hint: `${flag} names the folder that holds the dataset's files.`,
  });
}

function missingFile(descriptor: Descriptor, spec: SourceFile, where: string | undefined): CiceroneError {
  const wanted = spec.file.join(" or ");
  if (where === undefined) {
    return new CiceroneError("missing-file", `Dataset ${descriptor.name} needs ${wanted}.`, {
      hint: "Name its folder with --text DIR.",
    });
  }
  const present = readdirSync(where).sort();
  const close = nearest(spec.file[0] ?? "", present);
  return new CiceroneError("missing-file", `Dataset ${descriptor.name} needs ${wanted} in ${where}.`, {
    hint:
      present.length === 0
        ? "That folder is empty."
        : `${close === undefined ? "" : `Did you mean ${close}? `}There are: ${present.slice(0, 20).join(", ")}.`,
  });
}

function scan(spec: SourceFile, path: string): string {
  const format = formatOf(spec, path);
  if (format === "parquet") return `SELECT * FROM read_parquet(${literal(path)})`;
  if (format === "json") return scanJson(path);
  const separator = spec.separator ?? (extname(path) === ".tsv" ? "\t" : ",");
  const quote = spec.quote ?? (separator.length > 1 ? "" : '"');
  const header = spec.header ?? spec.columns === undefined;
  const columns = header ? readHeader(path, spec.encoding, separator, quote) : (spec.columns ?? []);
  if (columns.length === 0) throw new Error("it is empty");
  if (header && spec.separator === undefined) refuseOtherSeparator(path, columns);
  return `SELECT * FROM read_csv(${literal(path)},
    auto_detect = false,
    columns = {${columns.map((column) => `${literal(column)}: 'VARCHAR'`).join(", ")}},
    delim = ${literal(separator)},
    quote = ${literal(quote)},
    escape = ${literal(quote)},
    header = ${header},
    encoding = ${literal(spec.encoding)},
    store_rejects = true,
    rejects_limit = 0)`;
}

/** A first line of a single column with another usual separator in it was cut at the wrong one. */
function refuseOtherSeparator(path: string, [only = "", ...others]: readonly string[]): void {
  const separator = [";", "\t", "|"].find((candidate) => only.includes(candidate));
  if (others.length > 0 || separator === undefined) return;
  throw new CiceroneError("unreadable-file", `${path} has a single column, ${JSON.stringify(only)}.`, {
    hint: `Is it separated by something else? State it in the descriptor: separator: ${JSON.stringify(separator)}`,
  });
}

function scanJson(path: string): string {
  const options = isLines(path) ? ", format = 'newline_delimited', ignore_errors = true" : "";
  return `SELECT * FROM read_json(${literal(path)}, sample_size = -1${options})`;
}

/** DuckDB turns a line that is not JSON into a row of nothing but nulls: such rows are left out here, and counted later. */
async function withoutBrokenLines(duck: Duck, source: string): Promise<string> {
  const columns = (await duck.rows(`DESCRIBE ${source}`)).map((row) => identifier(String(row.column_name)));
  return `${source} WHERE NOT (${columns.map((column) => `${column} IS NULL`).join(" AND ")})`;
}

function isLines(path: string): boolean {
  return /\.(jsonl|ndjson)$/i.test(path);
}

function isJsonLines(file: FoundFile): boolean {
  return file.path !== undefined && formatOf(file.spec, file.path) === "json" && isLines(file.path);
}

function textLines(path: string): string {
  return `SELECT * FROM read_csv(${literal(path)}, delim = '\\x01', quote = '', escape = '', header = false,
    auto_detect = false, columns = {'line': 'VARCHAR'}, max_line_size = 16777216)`;
}

function formatOf(spec: SourceFile, path: string): "csv" | "json" | "parquet" {
  if (spec.format !== undefined) return spec.format;
  const ending = extname(path).toLowerCase();
  if ([".json", ".jsonl", ".ndjson"].includes(ending)) return "json";
  return ending === ".parquet" ? "parquet" : "csv";
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
  throw new CiceroneError("missing-column", `${file.path} has no column ${absent.join(", ")}.`, {
    hint: `It has: ${present.join(", ")}.`,
  });
}
