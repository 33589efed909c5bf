import type { UserId } from "../../memory/ids.ts";
import type { HistoryEvent } from "../../memory/users/history.ts";
import type { Fact } from "../../memory/users/profile.ts";
import type { ForgetSelection, TurnKey, UserStore } from "../../memory/users/user-store.ts";

/** User memory in two lists, for tests of what stands on the port. */
export function userMemory(): UserStore {
  let facts: Fact[] = [];
  let events: HistoryEvent[] = [];
  let next = 1;
  const of = (user: UserId, dataset: string) => (row: Fact | HistoryEvent) =>
    row.user === user && row.dataset === dataset;
  const holds = (thread: string) => (row: Fact | HistoryEvent) =>
    row.scope === "always" || row.provenance.thread === thread;
  const same = (one: Fact, other: Fact): boolean =>
    JSON.stringify([one.user, one.dataset, one.scope, one.subject]) ===
    JSON.stringify([other.user, other.dataset, other.scope, other.subject]);
  const made = (key: TurnKey) => (row: Fact | HistoryEvent) =>
    of(key.user, key.dataset)(row) &&
    row.provenance.thread === key.thread &&
    row.provenance.turn === key.turn;
  const selects = (selection: ForgetSelection, row: Fact | HistoryEvent): boolean => {
    switch (selection.kind) {
      case "all":
        return true;
      case "items":
        return "item" in row && selection.items.includes(row.item);
      case "turn":
        return row.provenance.thread === selection.thread && row.provenance.turn === selection.turn;
      case "facts":
        return (
          "subject" in row &&
          (selection.facet === undefined || selection.facet === row.subject.facet) &&
          (selection.value === undefined ||
            (row.subject.about === "value" && row.subject.value === selection.value))
        );
    }
  };
  return {
    facts: (user, dataset, thread) =>
      facts
        .filter(of(user, dataset))
        .filter(holds(thread))
        .filter((fact) => fact.supersededBy === undefined),
    everythingOf: (user) => {
      const rows = [...facts, ...events].filter((row) => row.user === user);
      return [...new Set(rows.map(({ dataset }) => dataset))].sort().map((dataset) => ({
        dataset,
        facts: facts.filter(of(user, dataset)).filter((fact) => fact.supersededBy === undefined),
        events: events.filter(of(user, dataset)),
        notes: [],
      }));
    },
    history: (user, dataset, thread) => events.filter(of(user, dataset)).filter(holds(thread)),
    remember: (key, memories) => {
      const { user, dataset } = key;
      const newFacts = memories.facts.map((fact): Fact => ({ ...fact, user, dataset, id: next++ }));
      const newEvents = memories.events.map(
        (event): HistoryEvent => ({ ...event, user, dataset, id: next++ }),
      );
      for (const fact of newFacts) {
        facts = facts.map((old) =>
          old.supersededBy === undefined && same(old, fact) ? { ...old, supersededBy: fact.id } : old,
        );
        facts.push(fact);
      }
      events.push(...newEvents);
      return { facts: newFacts, events: newEvents };
    },
    forget: (user, dataset, selection) => {
      const hit = (row: Fact | HistoryEvent): boolean => of(user, dataset)(row) && selects(selection, row);
      const gone = { facts: facts.filter(hit), events: events.filter(hit) };
      facts = facts.filter((row) => !hit(row));
      events = events.filter((row) => !hit(row));
      return gone;
    },
    undo: (key) => {
      const goneFacts = facts.filter(made(key));
      const goneEvents = events.filter(made(key));
      const ids = new Set(goneFacts.map(({ id }) => id));
      facts = facts
        .filter((fact) => !ids.has(fact.id))
        .map((fact) => {
          const { supersededBy, ...rest } = fact;
          return supersededBy !== undefined && ids.has(supersededBy) ? rest : fact;
        });
      events = events.filter((event) => !goneEvents.includes(event));
      return { facts: goneFacts.length, events: goneEvents.length };
    },
    heldBack: () => [],
    release: () => {},
    together: (work) => work(),
    users: (dataset) => [
      ...new Set([...facts, ...events].filter((row) => row.dataset === dataset).map((row) => row.user)),
    ],
    close: () => {},
  };
}
