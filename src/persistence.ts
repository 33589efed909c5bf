import type { BaseCheckpointSaver } from "@langchain/langgraph";
import type { NoteStore } from "../memory/items/notes.ts";
import { makeFolder } from "../memory/store/make-folder.ts";
import { openMemory } from "../memory/users/sqlite-user-store.ts";
import type { UserStore } from "../memory/users/user-store.ts";
import { forgettingIn } from "./forgetting.ts";
import { openThreads } from "./threads.ts";

/** What outlives a process: users' memory and their threads. */
export interface Persistence {
  readonly users: UserStore;
  /** Absent with a user store of one's own: notes lie beside the built-in one. */
  readonly notes: NoteStore | undefined;
  readonly checkpointer: BaseCheckpointSaver;
  /** Told a checkpoint thread after each turn that was kept. */
  readonly onKept: ((checkpointThread: string) => void) | undefined;
  /** Closes what was opened here, and nothing that was handed in. */
  readonly close: () => void;
}

/** Opens `<home>/memory.sqlite` and `<home>/threads.sqlite`, each unless something else is to take its place. */
export function openPersistence(
  home: string,
  own: { readonly users?: UserStore; readonly checkpointer?: BaseCheckpointSaver },
): Persistence {
  makeFolder(home);
  const memory = own.users === undefined ? openMemory(home) : undefined;
  const threads = own.checkpointer === undefined ? openThreads(home) : undefined;
  const users = own.users ?? memory?.users;
  const checkpointer = own.checkpointer ?? threads?.saver;
  if (users === undefined || checkpointer === undefined) throw new Error("one of two is always there");
  return {
    users: threads === undefined ? users : forgettingIn(threads, users),
    notes: memory?.notes,
    checkpointer,
    onKept: threads?.prune,
    close: () => {
      memory?.users.close();
      threads?.close();
    },
  };
}
