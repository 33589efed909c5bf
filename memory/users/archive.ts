import { z } from "zod";
import { CiceroneError } from "../errors.ts";
import type { UserId } from "../ids.ts";
import { sameSubject } from "./fact-subject.ts";
import { HistoryEvent, type NewHistoryEvent } from "./history.ts";
import { Fact, type NewFact } from "./profile.ts";
import type { UserStore } from "./user-store.ts";

const ARCHIVE_FORMAT = 1;

/** Before the thread of an imported memory: a talk here may have the same thread and turn, and its undo must not reach them. */
const IMPORTED = "imported/";

/**
 * What one user's memory holds about one dataset, to take elsewhere: facts that hold and events, of scope `always`.
 * What was meant for tonight stays with its conversation. No user's name is in it.
 */
export const MemoryArchive = z.strictObject({
  format: z.literal(ARCHIVE_FORMAT),
  dataset: z.string(),
  /** ISO 8601. */
  exported: z.string(),
  facts: z.array(Fact.omit({ id: true, user: true, dataset: true, supersededBy: true })),
  events: z.array(HistoryEvent.omit({ id: true, user: true, dataset: true })),
});
export type MemoryArchive = z.infer<typeof MemoryArchive>;

/** @param now milliseconds since the epoch */
export function exportMemory(store: UserStore, user: UserId, dataset: string, now: number): MemoryArchive {
  return {
    format: ARCHIVE_FORMAT,
    dataset,
    exported: new Date(now).toISOString(),
    facts: heldFacts(store, user, dataset).map(
      ({ id: _i, user: _u, dataset: _d, supersededBy: _s, ...fact }) => fromWhereItWasSaid(fact),
    ),
    events: lastingEvents(store, user, dataset).map(({ id: _i, user: _u, dataset: _d, ...event }) =>
      fromWhereItWasSaid(event),
    ),
  };
}

/**
 * Adds an archive to a user's memory. Doing it twice changes nothing more; where both know something about the same
 * subject, the later word holds. What came in keeps its turn, and its thread behind `imported/`, so that no undo of a talk here
 * takes it back. Throws CiceroneError `bad-archive`.
 *
 * @returns how many facts and events were new
 */
export function importMemory(
  store: UserStore,
  user: UserId,
  given: unknown,
): { readonly dataset: string; readonly facts: number; readonly events: number } {
  const archive = parsedArchive(given);
  const { dataset } = archive;
  const held = heldFacts(store, user, dataset);
  const known = new Set(lastingEvents(store, user, dataset).map(eventKey));
  const facts = archive.facts.filter(
    (fact) =>
      !held.some((own) => sameSubject(own.subject, fact.subject) && own.provenance.at >= fact.provenance.at),
  );
  const events = archive.events.filter((event) => !known.has(eventKey(event)));
  for (const fact of facts) remember(store, user, dataset, [fact], []);
  for (const event of events) remember(store, user, dataset, [], [event]);
  return { dataset, facts: facts.length, events: events.length };
}

function parsedArchive(given: unknown): MemoryArchive {
  const archive = MemoryArchive.safeParse(given);
  if (archive.success) return archive.data;
  const [issue] = archive.error.issues;
  throw new CiceroneError(
    "bad-archive",
    `This is not an exported memory: ${issue?.path.join(".") || "top"}: ${issue?.message}`,
    { hint: "Give a file that `cicerone memory export` wrote.", cause: archive.error },
  );
}

function remember(
  store: UserStore,
  user: UserId,
  dataset: string,
  facts: readonly NewFact[],
  events: readonly NewHistoryEvent[],
): void {
  const origin = facts[0]?.provenance ?? events[0]?.provenance;
  if (origin === undefined) return;
  const thread = `${IMPORTED}${origin.thread}`;
  store.remember({ user, dataset, thread, turn: origin.turn }, { facts, events });
}

/** Its original thread again, so that an archive of imported memories is the archive they came from. */
function fromWhereItWasSaid<Memory extends NewFact | NewHistoryEvent>(memory: Memory): Memory {
  const { provenance } = memory;
  if (!provenance.thread.startsWith(IMPORTED)) return memory;
  return { ...memory, provenance: { ...provenance, thread: provenance.thread.slice(IMPORTED.length) } };
}

function heldFacts(store: UserStore, user: UserId, dataset: string): Fact[] {
  return store.facts(user, dataset, "").filter((fact) => fact.scope === "always");
}

function lastingEvents(store: UserStore, user: UserId, dataset: string): HistoryEvent[] {
  return store.history(user, dataset, "").filter((event) => event.scope === "always");
}

function eventKey(event: NewHistoryEvent): string {
  return JSON.stringify([
    event.item,
    event.verdict,
    event.value ?? null,
    event.provenance.said,
    event.provenance.at,
  ]);
}
