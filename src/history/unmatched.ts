import type { Catalogue } from "../../memory/items/catalogue.ts";
import type { Entry } from "../../memory/users/exports/entry.ts";
import { OWN_COLUMNS } from "../../memory/users/exports/own.ts";
import { csvOf } from "../../memory/users/exports/table.ts";
import type { LinkCandidate } from "../../tools/linking/linker.ts";
import { dayOf } from "./events-of.ts";

/** An entry that no item was found for, with what it might be. */
export interface Unmatched {
  readonly entry: Entry;
  readonly why: string;
  readonly candidates: readonly LinkCandidate[];
}

type OwnRow = Readonly<Record<(typeof OWN_COLUMNS)[number], string>>;

/** The rows for a person to fill in: the column `item` is for an id or an exact title. `history import` reads it back. */
export function unmatchedCsv(rows: readonly Unmatched[], catalogue: Catalogue): string {
  return ownCsv(
    rows.map(({ entry, why, candidates }) => ({
      ...ownRow(entry),
      why,
      candidates: candidates.map((candidate) => candidateText(candidate, catalogue)).join("; "),
    })),
  );
}

/** Rows in the columns that the format Cicerone reads. */
export function ownCsv(rows: readonly OwnRow[]): string {
  return csvOf([OWN_COLUMNS, ...rows.map((row) => OWN_COLUMNS.map((column) => row[column]))]);
}

export function ownRow(entry: Entry): OwnRow {
  return {
    item: entry.item ?? "",
    title: entry.title,
    year: entry.year === undefined ? "" : String(entry.year),
    verdict: entry.verdict,
    rating: entry.rating === undefined ? "" : String(entry.rating.value),
    "out of": entry.rating === undefined ? "" : String(entry.rating.max),
    date: entry.at === undefined ? "" : momentOf(entry.at),
    again: entry.again ? "yes" : "",
    review: entry.review ?? "",
    people: entry.people.join("; "),
    "other titles": entry.otherTitles.join("; "),
    kind: entry.kind ?? "",
    ids: Object.entries(entry.ids)
      .map(([scheme, value]) => `${scheme}:${value}`)
      .join("; "),
    source: entry.source,
    why: "",
    candidates: "",
  };
}

/** A day where it is one, else the moment, so that reading it back gives the very same. */
function momentOf(at: number): string {
  return at % 86_400_000 === 0 ? dayOf(at) : new Date(at).toISOString();
}

/** "Heat (1995) [heat-1995] 62 %". */
function candidateText({ item, confidence }: LinkCandidate, catalogue: Catalogue): string {
  const year = catalogue.facets.find(({ kind }) => kind === "year")?.name;
  const made = year === undefined ? undefined : catalogue.value(item, year);
  const name = catalogue.title(item) + (made === undefined ? "" : ` (${made})`);
  return `${name} [${catalogue.id(item)}] ${Math.round(100 * confidence)} %`;
}
