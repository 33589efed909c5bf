import { CiceroneError } from "../../memory/errors.ts";
import type { UserId } from "../../memory/ids.ts";
import { type HistoryEvent, IMPORT_THREAD } from "../../memory/users/history.ts";
import type { UserMemory, UserStore } from "../../memory/users/user-store.ts";
import { IMPORT_TURN } from "./events-of.ts";
import { newEvents } from "./new-events.ts";

/** One import that memory still holds. */
export interface KeptImport {
  readonly id: number;
  /** When it was done, in milliseconds since the epoch. */
  readonly at: number;
  readonly thread: string;
  readonly events: readonly HistoryEvent[];
  readonly reviews: number;
  /** Files it came from: "Letterboxd ratings.csv". */
  readonly sources: readonly string[];
}

/** What memory holds of a user in one dataset, as far as imports are concerned. */
export type ImportedMemory = Pick<UserMemory, "events" | "notes">;

/** The number and the thread of the next import: "import/3/2026-11-20T13:40:57.000Z". */
export function nextImport(
  memory: ImportedMemory,
  now: number,
): { readonly id: number; readonly thread: string } {
  const id = 1 + importsIn(memory).reduce((most, one) => Math.max(most, one.id), 0);
  return { id, thread: `${IMPORT_THREAD}${id}/${new Date(now).toISOString()}` };
}

/** The imports that a memory holds, oldest first. */
export function importsIn({ events, notes }: ImportedMemory): KeptImport[] {
  const byThread = Map.groupBy(events, ({ provenance }) => provenance.thread);
  const reviews = Map.groupBy(notes, ({ source }) => source.thread ?? "");
  return [...new Set([...byThread.keys(), ...reviews.keys()])]
    .flatMap((thread) => {
      const told = byThread.get(thread) ?? [];
      const found = /^import\/(\d+)\/(.+)$/.exec(thread);
      if (found === null) return [];
      const sources = [...new Set(told.map(({ provenance }) => sourceOf(provenance.said)))].sort();
      return [
        {
          id: Number(found[1]),
          at: Date.parse(found[2] ?? ""),
          thread,
          events: told,
          reviews: reviews.get(thread)?.length ?? 0,
          sources,
        },
      ];
    })
    .sort((a, b) => a.id - b.id);
}

/** Takes exactly one import back, the last without an id; what later or earlier ones told as well stays. Throws CiceroneError `no-import`. */
export function undoImport(
  users: UserStore,
  user: UserId,
  dataset: string,
  id: number | undefined,
): KeptImport {
  const imports = importsIn(importedMemory(users, user, dataset));
  const found = id === undefined ? imports.at(-1) : imports.find((one) => one.id === id);
  if (found === undefined) {
    const which = id === undefined ? "no import to take back" : `no import ${id}`;
    const ids = imports.map((one) => one.id).join(", ");
    throw new CiceroneError("no-import", `There is ${which}.`, {
      hint: imports.length === 0 ? "cicerone history import FILE makes one." : `There are ${ids}.`,
    });
  }
  users.together(() => {
    users.undo({ user, dataset, thread: found.thread, turn: IMPORT_TURN });
    handOver(users, user, dataset);
  });
  return found;
}

/** What other imports told as well, and was held back because it was known, is now known from them. */
function handOver(users: UserStore, user: UserId, dataset: string): void {
  const byImport = Map.groupBy(users.heldBack(user, dataset), ({ provenance }) => provenance.thread);
  for (const heldBack of byImport.values()) {
    const known = importedMemory(users, user, dataset).events.filter(({ scope }) => scope === "always");
    const released = newEvents(
      known,
      heldBack.map((event) => ({ event, again: false })),
    );
    users.release(
      user,
      dataset,
      released.map(({ id }) => id),
    );
  }
}

/** What a user's memory of a dataset holds, nothing where there is none. */
export function importedMemory(users: UserStore, user: UserId, dataset: string): ImportedMemory {
  return users.everythingOf(user).find((memory) => memory.dataset === dataset) ?? { events: [], notes: [] };
}

/** "Letterboxd ratings.csv" of "Letterboxd ratings.csv: Heat (1995), 4.5 of 5". */
function sourceOf(said: string): string {
  return said.slice(0, Math.max(0, said.indexOf(": "))) || said;
}
