import { z } from "zod";
import type { UserId } from "../ids.ts";
import { HistoryEvent } from "./history.ts";
import { fromWhereItWasSaid } from "./imported-thread.ts";
import { Fact } from "./profile.ts";
import type { UserStore } from "./user-store.ts";

const ARCHIVE_FORMAT = 1;

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

function heldFacts(store: UserStore, user: UserId, dataset: string): Fact[] {
  return store.facts(user, dataset, "").filter((fact) => fact.scope === "always");
}

function lastingEvents(store: UserStore, user: UserId, dataset: string): HistoryEvent[] {
  return store.history(user, dataset, "").filter((event) => event.scope === "always");
}
