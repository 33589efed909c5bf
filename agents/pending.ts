import type { UserId } from "../memory/ids.ts";
import type { HistoryEvent } from "../memory/users/history.ts";
import type { Fact, FactSubject } from "../memory/users/profile.ts";
import type { Extraction } from "./minds/mind.ts";
import type { Known } from "./turn.ts";

/**
 * Memory as it will be once the turn is remembered: what was said a second ago counts at once, before anything is written.
 * Pending rows have negative ids.
 */
export function withPending(
  known: Known,
  extraction: Extraction,
  owner: { user: UserId; dataset: string },
): Known {
  if (extraction.facts.length === 0 && extraction.events.length === 0) return known;
  const facts: Fact[] = extraction.facts.map((fact, place) => ({ ...fact, ...owner, id: -1 - place }));
  const events: HistoryEvent[] = extraction.events.map((event, place) => ({
    ...event,
    ...owner,
    id: -1 - place,
  }));
  const replaced = new Set(facts.map(factKey));
  return {
    facts: [...known.facts.filter((fact) => !replaced.has(factKey(fact))), ...facts],
    history: [...known.history, ...events],
  };
}

function factKey(fact: { readonly subject: FactSubject; readonly scope: string }): string {
  const { subject } = fact;
  return JSON.stringify([
    fact.scope,
    subject.about,
    subject.facet,
    subject.about === "value" ? subject.value : "",
  ]);
}
