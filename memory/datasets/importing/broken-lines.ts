import { basename } from "node:path";
import type { Duck } from "../../store/duckdb.ts";
import type { SourceFile } from "../descriptor.ts";
import { dialectOf } from "./file-format.ts";
import { isJsonLines, textLines } from "./file-views.ts";
import { MOST_EXAMPLES, type RejectionTally } from "./import-report.ts";
import { linesOfRecords } from "./record-lines.ts";
import type { FoundFile } from "./source-files.ts";

/** Counts the lines that DuckDB could not read as rows, with the first line numbers. To be called after the queries ran. */
export async function tallyBrokenLines(
  duck: Duck,
  files: readonly FoundFile[],
  tallies: (table: string) => RejectionTally,
): Promise<void> {
  for (const row of await rejectedLines(duck)) {
    const file = files.find((found) => found.path === row.file_path);
    if (file === undefined) continue;
    const example = String(row.example);
    const reason = reasonOf(String(row.reason), row.swallowed === true, file.spec);
    tallies(file.table).add(reason, example, Number(row.count), await placed(file, numbers(row.lines)));
  }
  for (const file of files.filter(isJsonLines)) {
    const [row] = await duck.rows(
      `SELECT count(*)::INTEGER AS count, arg_min(line, number) AS example, min(number, ${MOST_EXAMPLES}) AS lines
       FROM (SELECT line, row_number() OVER () AS number FROM (${textLines(file.path ?? "")}))
       WHERE trim(line) <> '' AND NOT json_valid(line)`,
    );
    const count = Number(row?.count ?? 0);
    if (count === 0) continue;
    tallies(file.table).add("broken line: not JSON", String(row?.example), count, {
      file: basename(file.path ?? ""),
      lines: numbers(row?.lines),
    });
  }
}

async function rejectedLines(duck: Duck): Promise<Record<string, unknown>[]> {
  const hasRejects = await duck.rows(
    "SELECT 1 FROM duckdb_tables() WHERE table_name = 'reject_errors' AND temporary",
  );
  if (hasRejects.length === 0) return [];
  return duck.rows(
    `SELECT file_path, reason, swallowed, count(*)::INTEGER AS count, arg_min(trim(csv_line, chr(13) || chr(10)), line) AS example,
       min(line, ${MOST_EXAMPLES}) AS lines
     FROM (SELECT DISTINCT file_path, line, csv_line, lower(error_type::VARCHAR) AS reason,
             contains(trim(csv_line, chr(13) || chr(10)), chr(10)) AS swallowed
           FROM reject_errors JOIN reject_scans USING (scan_id, file_id))
     GROUP BY file_path, reason, swallowed`,
  );
}

/** The lines of a file that DuckDB turned away, ascending, at most `limit`. */
export async function brokenLineNumbers(duck: Duck, path: string, limit: number): Promise<number[]> {
  const hasRejects = await duck.rows(
    "SELECT 1 FROM duckdb_tables() WHERE table_name = 'reject_errors' AND temporary",
  );
  if (hasRejects.length === 0) return [];
  const rows = await duck.rows(
    `SELECT DISTINCT file_path, line FROM reject_errors JOIN reject_scans USING (scan_id, file_id) ORDER BY line`,
  );
  return rows
    .filter((row) => row.file_path === path)
    .slice(0, limit)
    .map((row) => Number(row.line));
}

function reasonOf(reason: string, swallowed: boolean, spec: SourceFile): string {
  if (swallowed && reason === "unquoted value")
    return "broken line: a quote is not closed (it swallowed the lines after it)";
  if (reason === "unquoted value") return "broken line: text beside a quoted cell";
  if (reason === "line size over maximum") return "broken line: longer than 2 MB";
  if (reason !== "invalid encoding") return `broken line: ${reason}`;
  return `broken line: not ${spec.encoding} (the descriptor can state another encoding)`;
}

/** DuckDB counts records: the line is another where a cell before it spans several. */
async function placed(file: FoundFile, records: number[]): Promise<{ file: string; lines: number[] }> {
  const { path = "", spec } = file;
  const placed = { file: basename(path), lines: records };
  if (spec.encoding === "utf-16") return placed;
  const lines = await linesOfRecords(path, dialectOf(spec, path), records);
  return { ...placed, lines: records.map((record) => lines.get(record) ?? record) };
}

function numbers(list: unknown): number[] {
  return Array.isArray(list) ? list.map(Number) : [];
}
