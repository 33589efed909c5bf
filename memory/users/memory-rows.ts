import type { ItemId, UserId } from "../ids.ts";
import type { HistoryEvent, NewHistoryEvent } from "./history.ts";
import type { Fact, FactSubject, NewFact } from "./profile.ts";

interface Origin {
  readonly id: number;
  readonly user: UserId;
  readonly dataset: string;
  readonly scope: Fact["scope"];
  readonly thread: string;
  readonly turn: number;
  readonly said: string;
  readonly at: number;
}

/** A row of table `facts`. */
export interface FactRow extends Origin {
  readonly about: FactSubject["about"];
  readonly facet: string;
  readonly value: string | null;
  readonly min: number | null;
  readonly max: number | null;
  readonly polarity: Fact["polarity"];
  readonly strength: number;
  readonly holder: string | null;
  readonly superseded_by: number | null;
}

/** A row of table `events`. */
export interface EventRow extends Origin {
  readonly item: ItemId;
  readonly verdict: HistoryEvent["verdict"];
  readonly value: number | null;
}

export function factOf(row: FactRow): Fact {
  return {
    id: row.id,
    user: row.user,
    dataset: row.dataset,
    subject: subjectOf(row),
    polarity: row.polarity,
    strength: row.strength,
    scope: row.scope,
    ...(row.holder === null ? {} : { holder: row.holder }),
    provenance: { thread: row.thread, turn: row.turn, said: row.said, at: row.at },
    ...(row.superseded_by === null ? {} : { supersededBy: row.superseded_by }),
  };
}

export function eventOf(row: EventRow): HistoryEvent {
  return {
    id: row.id,
    user: row.user,
    dataset: row.dataset,
    item: row.item,
    verdict: row.verdict,
    ...(row.value === null ? {} : { value: row.value }),
    scope: row.scope,
    provenance: { thread: row.thread, turn: row.turn, said: row.said, at: row.at },
  };
}

export function factRow(user: UserId, dataset: string, fact: NewFact): Omit<FactRow, "id" | "superseded_by"> {
  const { subject, provenance } = fact;
  const range = subject.about === "range" ? subject : { min: undefined, max: undefined };
  return {
    user,
    dataset,
    about: subject.about,
    facet: subject.facet,
    value: subject.about === "value" ? subject.value : null,
    min: range.min ?? null,
    max: range.max ?? null,
    polarity: fact.polarity,
    strength: fact.strength,
    scope: fact.scope,
    holder: fact.holder ?? null,
    ...provenance,
  };
}

export function eventRow(user: UserId, dataset: string, event: NewHistoryEvent): Omit<EventRow, "id"> {
  return {
    user,
    dataset,
    item: event.item,
    verdict: event.verdict,
    value: event.value ?? null,
    scope: event.scope,
    ...event.provenance,
  };
}

function subjectOf(row: FactRow): FactSubject {
  if (row.about === "value") return { about: "value", facet: row.facet, value: row.value ?? "" };
  return {
    about: "range",
    facet: row.facet,
    ...(row.min === null ? {} : { min: row.min }),
    ...(row.max === null ? {} : { max: row.max }),
  };
}
