import { join } from "node:path";
import { openSqlite, type SqliteDatabase } from "./sqlite.ts";

/** Format i → i + 1. Released migrations never change; a change of layout is a new line. */
const MIGRATIONS: readonly string[] = [
  `CREATE TABLE facts (
     id INTEGER PRIMARY KEY AUTOINCREMENT,
     user TEXT NOT NULL,
     dataset TEXT NOT NULL,
     about TEXT NOT NULL,
     facet TEXT NOT NULL,
     value TEXT,
     min REAL,
     max REAL,
     polarity TEXT NOT NULL,
     strength REAL NOT NULL,
     scope TEXT NOT NULL,
     thread TEXT NOT NULL,
     turn INTEGER NOT NULL,
     said TEXT NOT NULL,
     at REAL NOT NULL,
     superseded_by INTEGER REFERENCES facts (id)
   );
   CREATE INDEX facts_of_user ON facts (user, dataset);
   CREATE INDEX facts_replaced_by ON facts (superseded_by);
   CREATE TABLE events (
     id INTEGER PRIMARY KEY AUTOINCREMENT,
     user TEXT NOT NULL,
     dataset TEXT NOT NULL,
     item TEXT NOT NULL,
     verdict TEXT NOT NULL,
     value REAL,
     scope TEXT NOT NULL,
     thread TEXT NOT NULL,
     turn INTEGER NOT NULL,
     said TEXT NOT NULL,
     at REAL NOT NULL
   );
   CREATE INDEX events_of_user ON events (user, dataset);
   CREATE TABLE notes (
     id INTEGER PRIMARY KEY AUTOINCREMENT,
     dataset TEXT NOT NULL,
     item TEXT NOT NULL,
     user TEXT,
     kind TEXT NOT NULL,
     text TEXT NOT NULL,
     source TEXT NOT NULL,
     at REAL NOT NULL
   );
   CREATE INDEX notes_of_item ON notes (dataset, item);
   CREATE INDEX notes_of_user ON notes (user, dataset);`,
  // What was told again though it was known: nobody sees it until an undo takes away what it was known from.
  "ALTER TABLE events ADD COLUMN held_back INTEGER NOT NULL DEFAULT 0",
  // Whose preference it is, where it is not the user's own.
  "ALTER TABLE facts ADD COLUMN holder TEXT",
];

/** The file below a home that holds users' memories and item notes. */
export function memoryPath(home: string): string {
  return join(home, "memory.sqlite");
}

/** Opens it; ":memory:" keeps everything in this process. Deleted rows are overwritten with zeros. */
export function openMemoryDatabase(path: string): SqliteDatabase {
  const database = openSqlite(path, MIGRATIONS);
  database.pragma("secure_delete = ON");
  return database;
}

/** Gives freed pages back and empties the write-ahead log, so that what was deleted is in no file any more. */
export function scrub(database: SqliteDatabase): void {
  database.pragma("incremental_vacuum");
  // With a reader in another process the log is emptied later, by whoever closes last.
  database.pragma("wal_checkpoint(TRUNCATE)");
}
