import { ItemId } from "../../memory/ids.ts";
import type { Catalogue } from "../../memory/items/catalogue.ts";
import { type Entry, entryOf, type Kind } from "../../memory/users/exports/entry.ts";
import type { ArchivedDataset } from "../../memory/users/full-archive.ts";
import type { NewHistoryEvent } from "../../memory/users/history.ts";
import { linkRecords } from "../../tools/linking/linker.ts";
import { converted } from "./events-of.ts";
import type { Unmatched } from "./unmatched.ts";

/** A memory of one dataset, put into the words of another. */
export interface MovedArchive {
  readonly moved: Pick<ArchivedDataset, "dataset" | "facts" | "events" | "notes">;
  readonly linked: number;
  readonly unmatched: readonly Unmatched[];
  /** Preferences about facets that the other catalogue does not have, and items turned down that it does not know. */
  readonly left: number;
}

/**
 * What an archive knows about one dataset, for another: its items are looked for by identifiers, title, year and people, its ratings
 * are put on the other scale, and of its preferences those stay whose facet and value the other catalogue has.
 */
export function moveArchive(
  archived: ArchivedDataset,
  catalogue: Catalogue,
  signal?: AbortSignal,
): MovedArchive {
  const ids = Object.keys(archived.items).map((id) => ItemId.parse(id));
  const records = ids.map((id) => recordOf(archived, id));
  const links = linkRecords(catalogue, records, signal);
  const found = new Map(
    ids.flatMap((id, at) => {
      const link = links[at];
      return link === undefined || link.how === "none" ? [] : [[id, catalogue.id(link.item)] as const];
    }),
  );
  const told = archived.events.filter(({ verdict }) => verdict !== "rejected");
  const unmatched = told.flatMap((event): Unmatched[] => {
    const at = ids.indexOf(event.item);
    const link = links[at];
    if (found.has(event.item)) return [];
    const entry = entryOfEvent(event, archived, records[at]);
    return [{ entry, why: "not found", ...(link?.how === "none" ? link : { candidates: [] }) }];
  });
  const events = archived.events.flatMap((event): NewHistoryEvent[] => {
    const item = found.get(event.item);
    return item === undefined ? [] : [{ ...rescaled(event, archived, catalogue), item }];
  });
  const facts = archived.facts.filter(({ subject }) => isKnown(subject, catalogue));
  const notes = archived.notes.flatMap((note) => {
    const item = found.get(note.item);
    return item === undefined ? [] : [{ ...note, item }];
  });
  const turnedDown = archived.events.filter(
    ({ verdict, item }) => verdict === "rejected" && !found.has(item),
  );
  return {
    moved: { dataset: catalogue.name, facts, events, notes },
    linked: found.size,
    unmatched,
    left: archived.facts.length - facts.length + turnedDown.length,
  };
}

const KINDS: Readonly<Record<string, Kind>> = {
  film: "film",
  movie: "film",
  show: "show",
  series: "show",
  book: "book",
};

function recordOf({ dataset, items, noun }: ArchivedDataset, id: ItemId): Entry {
  const item = items[id];
  return entryOf({
    line: 0,
    source: `Cicerone ${dataset}`,
    title: item?.title ?? String(id),
    year: item?.year,
    people: item?.people ?? [],
    ids: { ...item?.identifiers, [dataset]: id },
    kind: KINDS[noun ?? ""],
    verdict: "seen",
  });
}

function entryOfEvent(
  { verdict, value, provenance, item }: NewHistoryEvent,
  archived: ArchivedDataset,
  record: Entry | undefined,
): Entry {
  const { min = 1, max = 5 } = archived.scale ?? {};
  const base = record ?? recordOf(archived, item);
  const rating = value === undefined ? undefined : { value, min, max };
  return {
    ...base,
    verdict: verdict === "rejected" ? "disliked" : verdict,
    rating,
    at: provenance.at || undefined,
  };
}

function rescaled(event: NewHistoryEvent, { scale }: ArchivedDataset, catalogue: Catalogue): NewHistoryEvent {
  if (event.value === undefined || scale === undefined || catalogue.scale === undefined) return event;
  return { ...event, value: converted({ value: event.value, ...scale }, catalogue.scale) };
}

function isKnown(subject: ArchivedDataset["facts"][number]["subject"], catalogue: Catalogue): boolean {
  const facet = catalogue.facet(subject.facet);
  if (facet === undefined) return false;
  const isNumber = facet.kind === "number" || facet.kind === "year";
  if (subject.about === "range") return isNumber;
  return !isNumber && catalogue.having(facet.name, subject.value).length > 0;
}
