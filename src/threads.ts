import { join } from "node:path";
import { SqliteSaver } from "@langchain/langgraph-checkpoint-sqlite";
import Database from "better-sqlite3";

/** Where talks resume from: LangGraph checkpoints in `<home>/threads.sqlite`. */
export interface Threads {
  readonly saver: SqliteSaver;
  /** Drops all but the newest checkpoint of a thread: a conversation carries its own past, so older ones are never read. */
  readonly prune: (thread: string) => void;
  readonly close: () => void;
}

export function openThreads(home: string): Threads {
  const database = new Database(join(home, "threads.sqlite"));
  database.pragma("journal_mode = WAL");
  // A lost power supply may cost the last turn, never the file; it saves a disk flush in every turn.
  database.pragma("synchronous = NORMAL");
  database.pragma("busy_timeout = 5000");
  const saver = new SqliteSaver(database);
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
    close: () => database.close(),
  };
}
