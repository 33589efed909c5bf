import { checkpointThreadOf } from "../agents/session.ts";
import type { UserStore } from "../memory/users/user-store.ts";
import type { Threads } from "./threads.ts";

/**
 * A user store that forgets in the threads as well: a talk keeps what was said in it, so the talks in which forgotten things were said
 * go with them, and all of the user's when everything is forgotten. A talk that is going on goes on; what it says next is kept anew.
 */
export function forgettingIn(threads: Threads, users: UserStore): UserStore {
  return {
    facts: (user, dataset, thread) => users.facts(user, dataset, thread),
    history: (user, dataset, thread) => users.history(user, dataset, thread),
    remember: (key, memories) => users.remember(key, memories),
    forget: (user, dataset, selection) => {
      const forgotten = users.forget(user, dataset, selection);
      if (selection.kind === "all") threads.dropAll(checkpointThreadOf(dataset, user, ""));
      const said = [...forgotten.facts, ...forgotten.events].map(({ provenance }) => provenance.thread);
      for (const thread of new Set(said)) threads.drop(checkpointThreadOf(dataset, user, thread));
      return forgotten;
    },
    undo: (key) => users.undo(key),
    heldBack: (user, dataset) => users.heldBack(user, dataset),
    release: (user, dataset, ids) => users.release(user, dataset, ids),
    together: (work) => users.together(work),
    users: (dataset) => users.users(dataset),
    everythingOf: (user) => users.everythingOf(user),
    close: () => users.close(),
  };
}
