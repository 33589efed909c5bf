import { z } from "zod";
import { CiceroneError } from "../errors.ts";
import { ItemId, type UserId } from "../ids.ts";
import { Identifiers } from "../items/identifiers.ts";
import { ItemNote } from "../items/notes.ts";
import { MemoryArchive } from "./archive.ts";
import { sameSubject } from "./fact-subject.ts";
import { HistoryEvent, type NewHistoryEvent } from "./history.ts";
import { fromWhereItWasSaid, importedThread, originalThread } from "./imported-thread.ts";
import { Fact, type NewFact } from "./profile.ts";
import type { UserMemory, UserStore } from "./user-store.ts";

export const FULL_ARCHIVE_FORMAT = 2;

/** What a catalogue says of an item, so that another one can find it by more than this one's id. */
export const ArchivedItem = z.strictObject({
  title: z.string(),
  year: z.number().optional(),
  people: z.array(z.string()).default([]),
  identifiers: Identifiers.default({}),
});
export type ArchivedItem = z.infer<typeof ArchivedItem>;

/** What was said in a talk that is kept, oldest first. It is there to be read; importing does not bring talks back. */
export const ArchivedTalk = z.strictObject({
  thread: z.string(),
  said: z.array(z.strictObject({ user: z.string(), agent: z.string() })),
});
export type ArchivedTalk = z.infer<typeof ArchivedTalk>;

/** All that is remembered about one dataset: what holds for good and for tonight. */
export const ArchivedDataset = z.strictObject({
  dataset: z.string(),
  /** What one of its items is called, and what its ratings lie between; absent where the dataset was not there to ask. */
  noun: z.string().optional(),
  scale: z.strictObject({ min: z.number(), max: z.number() }).optional(),
  facts: z.array(Fact.omit({ id: true, user: true, dataset: true, supersededBy: true })),
  events: z.array(HistoryEvent.omit({ id: true, user: true, dataset: true })),
  notes: z.array(ItemNote.omit({ id: true, user: true, dataset: true })),
  /** By item id. */
  items: z.record(ItemId, ArchivedItem),
  talks: z.array(ArchivedTalk),
});
export type ArchivedDataset = z.infer<typeof ArchivedDataset>;

/** Everything that is known about one user, whose name is not in it, in one JSON document. */
export const FullArchive = z.strictObject({
  format: z.literal(FULL_ARCHIVE_FORMAT),
  /** ISO 8601. */
  exported: z.string(),
  datasets: z.array(ArchivedDataset),
});
export type FullArchive = z.infer<typeof FullArchive>;

/** What only those who have catalogues and talks can tell. */
export type DescribeDataset = (
  dataset: string,
  items: readonly ItemId[],
) => Pick<ArchivedDataset, "noun" | "scale" | "items" | "talks">;

/** @param now milliseconds since the epoch */
export function exportEverything(
  users: UserStore,
  user: UserId,
  describe: DescribeDataset,
  now: number,
): FullArchive {
  return {
    format: FULL_ARCHIVE_FORMAT,
    exported: new Date(now).toISOString(),
    datasets: users.everythingOf(user).map(({ dataset, facts, events, notes }) => ({
      dataset,
      ...describe(dataset, [...new Set([...events, ...notes].map(({ item }) => item))]),
      facts: facts.map(({ id: _i, user: _u, dataset: _d, supersededBy: _s, ...fact }) =>
        fromWhereItWasSaid(fact),
      ),
      events: events.map(({ id: _i, user: _u, dataset: _d, ...event }) => fromWhereItWasSaid(event)),
      notes: notes.map(({ id: _i, user: _u, dataset: _d, ...note }) => ({
        ...note,
        source: originalSource(note),
      })),
    })),
  };
}

/** An archive of either format as the newer one. Throws CiceroneError `bad-archive`. */
export function parsedArchive(given: unknown): FullArchive {
  const full = FullArchive.safeParse(given);
  if (full.success) return full.data;
  const old = MemoryArchive.safeParse(given);
  if (old.success) {
    const { dataset, exported, facts, events } = old.data;
    const only = { dataset, facts, events, notes: [], items: {}, talks: [] };
    return { format: FULL_ARCHIVE_FORMAT, exported, datasets: [only] };
  }
  const isFull = typeof given === "object" && given !== null && "datasets" in given;
  const { error } = isFull ? full : old;
  const [issue] = error.issues;
  throw new CiceroneError(
    "bad-archive",
    `This is not an exported memory: ${issue?.path.join(".") || "top"}: ${issue?.message}`,
    { hint: "Give a file that `cicerone memory export` wrote.", cause: error },
  );
}

function originalSource({ source }: Pick<ItemNote, "source">): ItemNote["source"] {
  return source.thread === undefined ? source : { ...source, thread: originalThread(source.thread) };
}

/**
 * Adds an archive of either format to a user's memory, each dataset to the one of its name; `addArchived` says how.
 * Throws CiceroneError `bad-archive`.
 */
export function importMemory(users: UserStore, user: UserId, given: unknown): readonly AddedMemories[] {
  const { datasets } = parsedArchive(given);
  return users.together(() => datasets.map((archived) => addArchived(users, user, archived)));
}

/** How many of each were new in a dataset. */
export interface AddedMemories {
  readonly dataset: string;
  readonly facts: number;
  readonly events: number;
  readonly notes: number;
}

/**
 * Adds what an archive holds about a dataset to a user's memory there. Doing it twice changes nothing more; where both know something about
 * the same subject, the later word holds. What came in keeps its turn, and its thread behind `imported/`.
 */
export function addArchived(
  users: UserStore,
  user: UserId,
  { dataset, facts, events, notes }: Pick<ArchivedDataset, "dataset" | "facts" | "events" | "notes">,
): AddedMemories {
  const own = users.everythingOf(user).find((memory) => memory.dataset === dataset);
  const newFacts = facts.filter((fact) => isNewer(fact, own));
  const known = new Set((own?.events ?? []).map(eventKey));
  const newEvents = events.filter((event) => !known.has(eventKey(event)));
  const told = new Set((own?.notes ?? []).map(noteKey));
  const newNotes = notes.filter((note) => !told.has(noteKey(note)));
  const turns = Map.groupBy(newEvents, ({ provenance }) =>
    JSON.stringify([provenance.thread, provenance.turn]),
  );
  const key = (thread: string, turn: number) => ({ user, dataset, thread: importedThread(thread), turn });
  users.together(() => {
    for (const fact of newFacts) {
      users.remember(key(fact.provenance.thread, fact.provenance.turn), { facts: [fact], events: [] });
    }
    for (const group of turns.values()) {
      const [first] = group;
      if (first === undefined) continue;
      users.remember(key(first.provenance.thread, first.provenance.turn), { facts: [], events: group });
    }
    for (const note of newNotes) {
      const from = key(note.source.thread ?? "notes", note.source.turn ?? 0);
      users.remember(from, { facts: [], events: [], notes: [{ ...note, dataset, user }] });
    }
  });
  return { dataset, facts: newFacts.length, events: newEvents.length, notes: newNotes.length };
}

function isNewer(fact: NewFact, own: UserMemory | undefined): boolean {
  return !(own?.facts ?? []).some(
    (held) =>
      held.scope === fact.scope &&
      (fact.scope === "always" ||
        originalThread(held.provenance.thread) === originalThread(fact.provenance.thread)) &&
      sameSubject(held.subject, fact.subject) &&
      held.provenance.at >= fact.provenance.at,
  );
}

function eventKey({ item, verdict, value, scope, provenance }: NewHistoryEvent): string {
  return JSON.stringify([item, verdict, value ?? null, scope, provenance.said, provenance.at]);
}

function noteKey({ item, kind, text, at }: Pick<ItemNote, "item" | "kind" | "text" | "at">): string {
  return JSON.stringify([item, kind, text, at]);
}
