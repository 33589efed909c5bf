import { dirname } from "node:path";
import Database from "better-sqlite3";
import { CiceroneError } from "../errors.ts";
import { makeFolder } from "./make-folder.ts";

export type SqliteDatabase = Database.Database;

const BUSY_MILLISECONDS = 5_000;
const RETRY_MILLISECONDS = 25;
const MAX_ATTEMPTS = 100;

/**
 * Opens a database that several processes may share, creating it where it is missing, and brings it to the newest
 * format. `migrations[i]` takes format i to i + 1 and never changes once released.
 *
 * Throws CiceroneError `newer-format` for a file written by a later version, `damaged-file` where what is there is no
 * (whole) database, `cannot-open` where it cannot be opened.
 */
export function openSqlite(path: string, migrations: readonly string[]): SqliteDatabase {
  for (let attempt = 1; ; attempt++) {
    const database = opened(path);
    try {
      prepare(database, path, migrations);
      return database;
    } catch (error) {
      database.close();
      // While another process creates the file, SQLite may refuse at once instead of waiting.
      if (!isBusy(error) || attempt === MAX_ATTEMPTS) throw asOpenError(error, path);
      pause(RETRY_MILLISECONDS);
    }
  }
}

function prepare(database: SqliteDatabase, path: string, migrations: readonly string[]): void {
  refuseNewer(database, path, migrations.length);
  // Must come before the first table, or freed pages could never be given back.
  if (formatOf(database) === 0) database.pragma("auto_vacuum = INCREMENTAL");
  database.pragma("journal_mode = WAL");
  database.pragma("synchronous = NORMAL");
  database.pragma("foreign_keys = ON");
  migrate(database, migrations);
}

/** Opens a finished database for reading only: no journal, no lock files, so a read-only folder will do. */
export function openReadOnlySqlite(path: string): SqliteDatabase {
  try {
    return new Database(path, { readonly: true, fileMustExist: true, timeout: BUSY_MILLISECONDS });
  } catch (error) {
    throw asOpenError(error, path);
  }
}

/** Reads a database through without changing it. Throws CiceroneError `damaged-file` or `cannot-open`. */
export function checkSqlite(path: string): void {
  const database = openReadOnlySqlite(path);
  try {
    const found = database.pragma("quick_check(1)", { simple: true });
    if (found !== "ok") throw damaged(path, String(found));
  } catch (error) {
    throw asOpenError(error, path);
  } finally {
    database.close();
  }
}

function opened(path: string): SqliteDatabase {
  try {
    if (path !== ":memory:") makeFolder(dirname(path));
    return new Database(path, { timeout: BUSY_MILLISECONDS });
  } catch (error) {
    throw asOpenError(error, path);
  }
}

function formatOf(database: SqliteDatabase): number {
  return Number(database.pragma("user_version", { simple: true }));
}

function refuseNewer(database: SqliteDatabase, path: string, known: number): void {
  const format = formatOf(database);
  if (format <= known) return;
  throw new CiceroneError(
    "newer-format",
    `${path} has format ${format}; this version of Cicerone reads up to ${known}.`,
    { hint: "Update Cicerone, or point --home at another folder." },
  );
}

function migrate(database: SqliteDatabase, migrations: readonly string[]): void {
  if (formatOf(database) === migrations.length) return;
  // Immediate: a second process that starts now waits here, and then finds the work done.
  database
    .transaction(() => {
      for (const migration of migrations.slice(formatOf(database))) database.exec(migration);
      database.pragma(`user_version = ${migrations.length}`);
    })
    .immediate();
}

function damaged(path: string, reason: string, cause?: unknown): CiceroneError {
  return new CiceroneError("damaged-file", `${path} is damaged: ${reason}.`, {
    hint: `Put a copy of it back; or begin anew without it, keeping what is left: mv "${path}" "${path}.damaged"`,
    cause,
  });
}

function isDamage(error: unknown): boolean {
  return error instanceof Database.SqliteError && /^SQLITE_(CORRUPT|NOTADB)/.test(error.code);
}

function isBusy(error: unknown): boolean {
  return error instanceof Database.SqliteError && error.code.startsWith("SQLITE_BUSY");
}

/** Opening is synchronous, as everything of SQLite here. */
function pause(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

function asOpenError(error: unknown, path: string): CiceroneError {
  if (error instanceof CiceroneError) return error;
  const reason = error instanceof Error ? error.message : String(error);
  if (isDamage(error)) return damaged(path, reason, error);
  return new CiceroneError("cannot-open", `${path} cannot be opened: ${reason}`, {
    hint: "Check that the folder exists, that you may write to it, that the disk is not full, and that no other program holds the file.",
    cause: error,
  });
}
