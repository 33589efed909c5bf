import { rmSync } from "node:fs";
import { join } from "node:path";
import type { DuckDBAppender, DuckDBConnection, DuckDBVector } from "@duckdb/node-api";
import { CiceroneError } from "../errors.ts";
import { asFileFailure, asMachineFailure, wordsOfDuck } from "./duck-failure.ts";

export type NumberColumn = Int32Array | Float32Array | Float64Array;

/** An in-memory DuckDB that reads and writes only below the folders it was opened with. */
export interface Duck {
  run(sql: string): Promise<void>;
  /** All rows as plain JavaScript values. */
  rows(sql: string): Promise<Record<string, unknown>[]>;
  /** The same, some thousand rows at a time. Run nothing else until it is at its end. */
  batches(sql: string): AsyncIterable<Record<string, unknown>[]>;
  /**
   * Reads a query's columns, INTEGER, FLOAT or DOUBLE as the arrays are, into arrays of its length, in order; an undefined one
   * is skipped. A null has no place in them: `coalesce` it.
   */
  fill(sql: string, columns: readonly (NumberColumn | undefined)[]): Promise<void>;
  /** Appends rows to a table through `write`, which is given DuckDB's appender. */
  append(table: string, write: (appender: DuckDBAppender) => void): Promise<void>;
  /** Whether the text is one SELECT. Throws DuckDB's own error where it does not parse or bind. */
  isOneSelect(sql: string): Promise<boolean>;
  close(): void;
}

/** Larger tables and sorts go to disk, where a folder for them was given: ten million interactions are imported in this. */
const MEMORY = "2 GiB";

/**
 * Opens DuckDB locked to `folders` (absolute, links resolved): no other file, no network, no extension can be reached,
 * and SQL cannot change that. Closing rejects nothing; an abort interrupts the running query. What does not fit into memory
 * is written below `spill`, one of the folders, and gone after closing.
 */
export async function openDuckDB(
  folders: readonly string[],
  signal?: AbortSignal,
  spill?: string,
): Promise<Duck> {
  // Loaded here: the library is 70 MB, and a talk over an imported dataset never needs it.
  const { DuckDBInstance, StatementType } = await import("@duckdb/node-api");
  const overflow = spill === undefined ? undefined : join(spill, ".spill");
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  const interrupt = (): void => connection.interrupt();
  signal?.addEventListener("abort", interrupt);
  const within = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    signal?.throwIfAborted();
    try {
      return await work();
    } catch (error) {
      signal?.throwIfAborted();
      throw asMachineFailure(error);
    }
  };
  const duck: Duck = {
    run: (sql) => within(async () => void (await connection.run(sql))),
    rows: (sql) => within(async () => (await connection.runAndReadAll(sql)).getRowObjectsJS()),
    async *batches(sql) {
      const result = await within(() => connection.stream(sql));
      const rows = result.yieldRowObjectJs();
      for (;;) {
        const next = await within(() => rows.next());
        if (next.done === true) return;
        yield next.value;
      }
    },
    fill: (sql, columns) => within(() => fillColumns(connection, sql, columns, signal)),
    append: (table, write) =>
      within(async () => {
        const appender = await connection.createAppender(table);
        write(appender);
        appender.closeSync();
      }),
    isOneSelect: (sql) =>
      within(async () => {
        const statements = await connection.extractStatements(sql);
        const only = statements.count === 1 ? await statements.prepare(0) : undefined;
        return only?.statementType === StatementType.SELECT;
      }),
    close: () => {
      signal?.removeEventListener("abort", interrupt);
      connection.closeSync();
      instance.closeSync();
      if (overflow !== undefined) rmSync(overflow, { recursive: true, force: true });
    },
  };
  await duck.run(`SET memory_limit = ${literal(MEMORY)}`);
  await duck.run(`SET temp_directory = ${literal(overflow ?? "")}`);
  await duck.run(`SET allowed_directories = [${folders.map((folder) => literal(`${folder}/`)).join(", ")}]`);
  await duck.run("SET autoinstall_known_extensions = false");
  await duck.run("SET autoload_known_extensions = false");
  await duck.run("SET enable_external_access = false");
  await duck.run("SET lock_configuration = true");
  return duck;
}

/** SQL text as a literal. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** SQL text as an identifier. */
export function identifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** SQL for a column of JSON as text: "b1" without its quotes. */
export function unquoted(column: string): string {
  return `(${identifier(column)} ->> '$')`;
}

/** SQL for a column of any type as a name: tables from other programs hold whole numbers as 1.0, and 1.0 is 1. */
export function asName(column: string, type: string): string {
  const name = type === "JSON" ? unquoted(column) : identifier(column);
  const whole = `CASE WHEN ${name} = floor(${name}) THEN try_cast(${name} AS HUGEINT)::VARCHAR END`;
  return `nullif(trim(${/^(DOUBLE|FLOAT)$/.test(type) ? `coalesce(${whole}, ${name}::VARCHAR)` : `${name}::VARCHAR`}), '')`;
}

/**
 * Creates a table from somebody else's query. Throws CiceroneError `bad-sql` with DuckDB's own words where it is not
 * one SELECT, or does not run.
 */
export async function createTableFrom(
  duck: Duck,
  table: string,
  query: string,
  what: string,
  tables: readonly string[],
  signal?: AbortSignal,
): Promise<void> {
  await checkSelect(duck, query, what, tables, signal);
  await explaining(what, tables, signal, () =>
    // The line break keeps a trailing comment from swallowing the bracket.
    duck.run(
      `CREATE TEMP TABLE ${identifier(table)} AS SELECT row_number() OVER () AS "#row", * FROM (${query.trim().replace(/;\s*$/, "")}\n)`,
    ),
  );
}

/** Whether somebody else's query could run, without running it. Throws CiceroneError `bad-sql` as `createTableFrom`. */
export async function checkSelect(
  duck: Duck,
  query: string,
  what: string,
  tables: readonly string[],
  signal?: AbortSignal,
): Promise<void> {
  if (await explaining(what, tables, signal, () => duck.isOneSelect(query))) return;
  throw new CiceroneError("bad-sql", `The ${what} query is not one SELECT.`, {
    hint: "Write a single SELECT (WITH … SELECT is one too).",
  });
}

async function explaining<Result>(
  what: string,
  tables: readonly string[],
  signal: AbortSignal | undefined,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof CiceroneError) throw error;
    throw (
      asFileFailure(error) ??
      new CiceroneError("bad-sql", `The ${what} query fails: ${wordsOfDuck(error)}`, {
        hint: queryHint(error, tables),
        cause: error,
      })
    );
  }
}

function queryHint(error: unknown, tables: readonly string[]): string {
  const message = error instanceof Error ? error.message : "";
  if (message.startsWith("Permission Error"))
    return `A query reads only the tables that files names: ${tables.join(", ")}; it reads and writes no file itself.`;
  if (message.startsWith("Conversion Error"))
    return "try_cast(… AS …) in the place of CAST gives nothing where that cannot be; such rows are counted, with their lines.";
  return `Tables it may read: ${tables.join(", ")}. Columns named user or at are written in double quotes.`;
}

async function fillColumns(
  connection: DuckDBConnection,
  sql: string,
  columns: readonly (NumberColumn | undefined)[],
  signal: AbortSignal | undefined,
): Promise<void> {
  const result = await connection.stream(sql);
  for (let start = 0; ; ) {
    signal?.throwIfAborted();
    const chunk = await result.fetchChunk();
    if (chunk === null || chunk.rowCount === 0) return;
    columns.forEach((column, index) => {
      column?.set(numbersOf(chunk.getColumnVector(index), chunk.rowCount), start);
    });
    start += chunk.rowCount;
  }
}

/** DuckDB's own memory, where the library shows it: a hundred times faster than asking for value after value. */
function numbersOf(vector: DuckDBVector, length: number): ArrayLike<number> {
  const items: unknown = Reflect.get(vector, "items");
  if (items instanceof Int32Array || items instanceof Float32Array || items instanceof Float64Array)
    return items;
  return Array.from({ length }, (_, row) => Number(vector.getItem(row)));
}
