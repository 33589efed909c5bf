import { join } from "node:path";
import { SqliteSaver } from "@langchain/langgraph-checkpoint-sqlite";
import { openSqlite } from "../memory/store/sqlite.ts";

/** Where talks resume from: LangGraph checkpoints in `<home>/threads.sqlite`. */
export interface Threads {
  readonly saver: SqliteSaver;
  /** Drops all but the newest checkpoint of a thread: a conversation carries its own past, so older ones are never read. */
  readonly prune: (thread: string) => void;
  /** Forgets a thread, as if it had never been. */
  readonly drop: (thread: string) => void;
  /** Forgets every thread whose name begins so. */
  readonly dropAll: (prefix: string) => void;
  /** Threads whose name begins so, in order. */
  readonly list: (prefix: string) => readonly string[];
  readonly close: () => void;
}

/** The file below a home that holds the threads. */
export function threadsPath(home: string): string {
  return join(home, "threads.sqlite");
}

/** Throws CiceroneError as `openSqlite` does. */
export function openThreads(home: string): Threads {
  // Its tables are LangGraph's, which makes them itself.
  const database = openSqlite(threadsPath(home), []);
  // What is forgotten is overwritten, not only unlinked.
  database.pragma("secure_delete = ON");
  const saver = new SqliteSaver(database);
  const isEmpty = (): boolean =>
    database.prepare("SELECT 1 FROM sqlite_master WHERE name = 'checkpoints'").get() === undefined;
  const remove = (condition: string, name: string): void => {
    // Before the first turn there are no tables, and nothing to forget.
    if (isEmpty()) return;
    for (const table of ["checkpoints", "writes"]) {
      database.prepare(`DELETE FROM ${table} WHERE ${condition}`).run({ name });
    }
    database.pragma("wal_checkpoint(TRUNCATE)");
  };
  return {
    saver,
    prune: (thread) => {
      const newest =
        "SELECT max(checkpoint_id) FROM checkpoints WHERE thread_id = @thread AND checkpoint_ns = ''";
      for (const table of ["checkpoints", "writes"]) {
        database
          .prepare(
            `DELETE FROM ${table} WHERE thread_id = @thread AND checkpoint_ns = '' AND checkpoint_id < (${newest})`,
          )
          .run({ thread });
      }
    },
    drop: (thread) => remove("thread_id = @name", thread),
    dropAll: (prefix) => remove("substr(thread_id, 1, length(@name)) = @name", prefix),
    list: (prefix) =>
      isEmpty()
        ? []
        : database
            .prepare<[string, string], string>(
              "SELECT DISTINCT thread_id FROM checkpoints WHERE substr(thread_id, 1, length(?)) = ? ORDER BY 1",
            )
            .pluck()
            .all(prefix, prefix),
    close: () => database.close(),
  };
}
