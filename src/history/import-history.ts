import { CiceroneError } from "../../memory/errors.ts";
import type { ItemId, UserId } from "../../memory/ids.ts";
import type { Catalogue } from "../../memory/items/catalogue.ts";
import type { NewItemNote } from "../../memory/items/notes.ts";
import {
  type GivenFile,
  type ReadExport,
  type ReadOptions,
  readExport,
} from "../../memory/users/exports/read-export.ts";
import type { NewHistoryEvent } from "../../memory/users/history.ts";
import type { UserMemory, UserStore } from "../../memory/users/user-store.ts";
import { itemNamed } from "../item-named.ts";
import { eventOf, IMPORT_TURN } from "./events-of.ts";
import { nextImport } from "./imports.ts";
import { linkEntries, type Matched } from "./link-entries.ts";
import { newEvents } from "./new-events.ts";
import type { Unmatched } from "./unmatched.ts";

/** A file of an export; `named: false` where it only lay in a folder or zip: there, what is no history is passed over. */
export interface HistorySource extends GivenFile {
  readonly named?: boolean;
}

export interface ImportHistoryOptions extends Omit<ReadOptions, "now"> {
  readonly files: readonly HistorySource[];
  readonly catalogue: Catalogue;
  readonly users: UserStore;
  readonly user: UserId;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
  readonly signal?: AbortSignal;
}

/** What an import would do, before it does it. */
export interface HistoryPlan {
  readonly files: readonly ReadExport[];
  /** Files of a folder or zip that hold no history. */
  readonly passedOver: readonly string[];
  readonly matched: readonly Matched[];
  readonly unmatched: readonly Unmatched[];
  /** What memory does not know yet, by when it happened. */
  readonly events: readonly NewHistoryEvent[];
  readonly reviews: number;
  /** The import's number among the user's, for `undo`. */
  readonly id: number;
  /** Keeps it, in one step. Nothing new is kept as nothing. */
  keep(): void;
}

/**
 * Reads exports of other services, finds their items in the catalogue, and plans what is new about the user. Nothing is written before
 * `keep`. Throws CiceroneError `unknown-export` where a named file is no history, and what `readExport` throws.
 */
export function planHistoryImport(options: ImportHistoryOptions): HistoryPlan {
  const { catalogue, users, user, clock, signal } = options;
  const { files, passedOver } = readAll(options);
  const entries = files.flatMap((file) => file.entries);
  const { matched, unmatched } = linkEntries(catalogue, entries, itemNamed, signal);
  const memory = users.everythingOf(user).find(({ dataset }) => dataset === catalogue.name);
  const now = clock();
  const { id, thread } = nextImport(memory ?? { events: [], notes: [] }, now);
  const candidates = matched.map(({ entry, item }) => ({
    event: eventOf(entry, item, catalogue.scale, thread),
    again: entry.again,
  }));
  const events = newEvents(lasting(memory), candidates);
  // What another import told before: it stays known where that one is taken back.
  const fresh = new Set(events);
  const heldBack = newEvents([], candidates).filter((event) => !fresh.has(event));
  const notes = newNotes(matched, memory, { user, dataset: catalogue.name, now });
  return {
    files,
    passedOver,
    matched,
    unmatched,
    events,
    reviews: notes.length,
    id,
    keep: () => {
      signal?.throwIfAborted();
      if (events.length + notes.length === 0) return;
      const key = { user, dataset: catalogue.name, thread, turn: IMPORT_TURN };
      users.remember(key, { facts: [], events, notes, heldBack });
    },
  };
}

function readAll(options: ImportHistoryOptions): { files: ReadExport[]; passedOver: string[] } {
  const files: ReadExport[] = [];
  const passedOver: string[] = [];
  const read = { as: options.as, outOf: options.outOf, profile: options.profile, now: options.clock() };
  for (const file of options.files) {
    options.signal?.throwIfAborted();
    try {
      files.push(readExport(file, read));
    } catch (error) {
      const isOther =
        error instanceof CiceroneError && /^(?:unknown-export|usage-history-as)$/.test(error.code);
      if (file.named !== false || !isOther) throw error;
      passedOver.push(file.name);
    }
  }
  if (files.length > 0) return { files, passedOver };
  throw new CiceroneError(
    "unknown-export",
    `None of these files is a history: ${passedOver.join(", ") || "there are none"}.`,
    {
      hint: "Give an export of Letterboxd, IMDb, Trakt, Goodreads, StoryGraph or Netflix, or a table with a column of titles.",
    },
  );
}

function lasting(memory: UserMemory | undefined): UserMemory["events"] {
  return (memory?.events ?? []).filter(({ scope }) => scope === "always");
}

/** Reviews are what the user said of an item, kept once each. */
function newNotes(
  matched: readonly Matched[],
  memory: UserMemory | undefined,
  { user, dataset, now }: { user: UserId; dataset: string; now: number },
): NewItemNote[] {
  const key = (item: ItemId, text: string): string => JSON.stringify([item, text]);
  const known = new Set((memory?.notes ?? []).map(({ item, text }) => key(item, text)));
  return matched.flatMap(({ entry, item }): NewItemNote[] => {
    const text = entry.review;
    if (text === undefined || known.has(key(item, text))) return [];
    known.add(key(item, text));
    return [{ dataset, item, user, kind: "said", text, source: {}, at: entry.at ?? now }];
  });
}
