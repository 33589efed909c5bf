import type { ItemId } from "../../memory/ids.ts";
import type { NewHistoryEvent } from "../../memory/users/history.ts";

type Told = Pick<NewHistoryEvent, "item" | "verdict" | "value" | "provenance">;

/** A candidate, and whether the file says that it was not the first time. */
export interface Candidate<Event extends NewHistoryEvent = NewHistoryEvent> {
  readonly event: Event;
  readonly again: boolean;
}

/**
 * Of what an import tells, what memory does not know yet: importing a file twice, or a newer export that holds the older one, adds only
 * what is new. A rating is news where it differs from the one that held before it; having seen something is news where nothing was known
 * of it, or where it was seen again on another day; wanting something is news while it was not met.
 *
 * @param known events of the user
 */
export function newEvents<Event extends NewHistoryEvent>(
  known: readonly Told[],
  candidates: readonly Candidate<Event>[],
): Event[] {
  const held = new Map<ItemId, Told[]>();
  for (const event of known) held.set(event.item, [...(held.get(event.item) ?? []), event]);
  const ordered = lastUndated(candidates).sort(
    (a, b) => a.event.provenance.at - b.event.provenance.at || RANK[a.event.verdict] - RANK[b.event.verdict],
  );
  // What was wanted is weighed last: a film that the same export has as seen is wanted no more.
  const wanted = ordered.filter(({ event }) => event.verdict === "wanted");
  const met = ordered.filter(({ event }) => event.verdict !== "wanted");
  const fresh: Event[] = [];
  for (const candidate of [...byNews(met), ...wanted]) {
    const { event } = candidate;
    const before = held.get(event.item) ?? [];
    if (!isNews(candidate, before)) continue;
    fresh.push(event);
    held.set(event.item, [...before, event]);
  }
  return fresh.sort((a, b) => a.provenance.at - b.provenance.at || RANK[a.verdict] - RANK[b.verdict]);
}

/** Of several ratings of one item without a day the last holds. */
function lastUndated<Event extends NewHistoryEvent>(
  candidates: readonly Candidate<Event>[],
): Candidate<Event>[] {
  const last = new Map<ItemId, Candidate<Event>>();
  const isUndated = ({ event }: Candidate<Event>): boolean =>
    event.verdict === "rated" && event.provenance.at === 0;
  for (const candidate of candidates) if (isUndated(candidate)) last.set(candidate.event.item, candidate);
  return candidates.filter((one) => !isUndated(one) || last.get(one.event.item) === one);
}

/** Ratings first: what was rated was seen. */
function byNews<Event extends NewHistoryEvent>(candidates: readonly Candidate<Event>[]): Candidate<Event>[] {
  const judged = candidates.filter(({ event }) => event.verdict !== "seen");
  return [...judged, ...candidates.filter(({ event }) => event.verdict === "seen")];
}

const RANK: Readonly<Record<NewHistoryEvent["verdict"], number>> = {
  wanted: 0,
  seen: 1,
  rejected: 2,
  disliked: 3,
  liked: 3,
  rated: 4,
};

function isNews({ event, again }: Candidate, known: readonly Told[]): boolean {
  const { verdict, value, provenance } = event;
  if (verdict === "rated" && provenance.at === 0) return ratingUndated(known)?.value !== value;
  const same = known.filter((one) => one.verdict === verdict && one.value === value);
  if (same.some((one) => one.provenance.at === provenance.at)) return false;
  const anotherDay = again && provenance.at > 0 && known.every((one) => one.provenance.at !== provenance.at);
  switch (verdict) {
    case "rated":
      return anotherDay || ratingBefore(known, provenance.at)?.value !== value;
    case "seen":
      return again ? anotherDay : !wasMet(known);
    case "wanted":
      return known.length === 0;
    default:
      return same.length === 0;
  }
}

/** The last rating without a day, else the one that holds now. */
function ratingUndated(known: readonly Told[]): Told | undefined {
  return ratingBefore(known, 0) ?? ratingBefore(known, Number.POSITIVE_INFINITY);
}

/** The rating that held at a time. */
function ratingBefore(known: readonly Told[], at: number): Told | undefined {
  return known
    .filter((one) => one.verdict === "rated" && one.provenance.at <= at)
    .reduce<Told | undefined>(
      (latest, one) => (latest === undefined || one.provenance.at >= latest.provenance.at ? one : latest),
      undefined,
    );
}

function wasMet(known: readonly Told[]): boolean {
  return known.some(({ verdict }) => verdict !== "wanted" && verdict !== "rejected");
}
