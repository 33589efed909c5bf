import { CiceroneError } from "../../errors.ts";
import { ItemId } from "../../ids.ts";
import type { FacetDeclaration } from "../../items/facet.ts";
import { type Identifiers, plainIdentifier } from "../../items/identifiers.ts";
import type { FacetValue, Item } from "../../items/item.ts";
import type { DatasetHead } from "../descriptor.ts";
import type { RejectionTally } from "./import-report.ts";

type Row = Readonly<Record<string, unknown>>;

/** What of a head says what an item's row holds. */
type RowForm = Pick<DatasetHead, "facets" | "identifiers">;

/** Every facet and identifier needs its column. Throws CiceroneError `missing-column`, naming what there is. */
export function checkItemColumns(columns: readonly string[], form: RowForm): void {
  const needed = ["id", "title", ...form.facets.map((facet) => facet.name), ...form.identifiers];
  const absent = needed.filter((column) => !columns.includes(column));
  if (absent.length === 0) return;
  throw new CiceroneError("missing-column", `The items query gives no column ${absent.join(", ")}.`, {
    hint: `It gives: ${columns.join(", ")}. Name columns with AS; quote names with hyphens.`,
  });
}

/**
 * Rows → items, in order. Rows without id or title and repeated ids are counted in `rejected` (the first of a
 * repeated id is kept); facet values that cannot be read, and identifiers that an earlier item has, are counted in `unreadable` and left out.
 */
export function itemsFromRows(
  rows: readonly Row[],
  form: RowForm,
  rejected: RejectionTally,
  unreadable: RejectionTally,
): Item[] {
  const items: Item[] = [];
  const known = new Set<string>();
  const claimed = new Set<string>();
  for (const [index, row] of rows.entries()) {
    const where = { lines: [index + 1] };
    const id = ItemId.safeParse(text(row.id));
    const title = text(row.title);
    if (!id.success) rejected.add("no id", shown(row), 1, where);
    else if (title === undefined) rejected.add("no title", shown(row), 1, where);
    else if (known.has(id.data)) rejected.add("repeated id (the first is kept)", shown(row), 1, where);
    else {
      known.add(id.data);
      const prose = text(row.text);
      const identifiers = identifiersOf(row, form.identifiers, claimed, unreadable);
      items.push({
        id: id.data,
        title,
        facets: facetsOf(row, form.facets, unreadable, index + 1),
        ...(prose === undefined ? {} : { text: prose }),
        ...(identifiers === undefined ? {} : { identifiers }),
      });
    }
  }
  return items;
}

/** Declared facets that no item has. */
export function emptyFacets(items: readonly Item[], facets: readonly FacetDeclaration[]): string[] {
  return facets
    .map(({ name }) => name)
    .filter((name) => !items.some((item) => item.facets[name] !== undefined));
}

function facetsOf(
  row: Row,
  facets: readonly FacetDeclaration[],
  unreadable: RejectionTally,
  place: number,
): Record<string, FacetValue> {
  const values: Record<string, FacetValue> = {};
  for (const facet of facets) {
    const raw = row[facet.name];
    if (text(raw) === undefined) continue;
    const value = facetValue(raw, facet);
    if (value === undefined) {
      if (!Array.isArray(raw))
        unreadable.add(`${facet.name} is not a ${facet.kind}`, `${text(row.title)}: ${String(raw)}`, 1, {
          lines: [place],
        });
    } else values[facet.name] = value;
  }
  return values;
}

/** Two items cannot be the same thing elsewhere: the first keeps the name. */
function identifiersOf(
  row: Row,
  schemes: readonly string[],
  claimed: Set<string>,
  unreadable: RejectionTally,
): Identifiers | undefined {
  const found: Record<string, string> = {};
  for (const scheme of schemes) {
    const value = plainIdentifier(scheme, text(row[scheme]) ?? "");
    if (value === undefined) continue;
    const name = `${scheme} ${value}`;
    if (claimed.has(name))
      unreadable.add(`${scheme} is another item's (the first keeps it)`, `${text(row.title)}: ${value}`);
    else found[scheme] = value;
    claimed.add(name);
  }
  return Object.keys(found).length === 0 ? undefined : found;
}

/** A facet's value in the form its kind has; undefined where there is none in it. */
export function facetValue(raw: unknown, facet: FacetDeclaration): FacetValue | undefined {
  if (facet.kind === "number" || facet.kind === "year") {
    const number = facet.kind === "year" ? yearOf(raw) : Number(raw);
    return Number.isFinite(number) ? number : undefined;
  }
  if (facet.kind === "tags" || facet.kind === "people") {
    const parts = Array.isArray(raw) ? raw : split(String(raw));
    const clean = parts.map(text).filter((part) => part !== undefined);
    const keys = clean.map(folded);
    const distinct = clean.filter((_part, place) => keys.indexOf(keys[place] ?? "") === place);
    return distinct.length === 0 ? undefined : distinct;
  }
  return text(Array.isArray(raw) ? raw[0] : raw);
}

/** A year as such, or the year of a date. */
function yearOf(raw: unknown): number {
  if (raw instanceof Date) return raw.getUTCFullYear();
  const date = /^(\d{4})-\d\d?(-\d\d?)?\b/.exec(String(raw));
  return Number(date === null ? raw : date[1]);
}

/** A list written as one text: at "|" or ";" where it has them, else at commas. */
function split(list: string): string[] {
  return list.split(/[|;]/.test(list) ? /[|;]/ : ",");
}

/** Two spellings that differ only in case or accents are one name. */
function folded(name: string): string {
  return name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

function text(value: unknown): string | undefined {
  if (value === null || value === undefined) return undefined;
  const clean = String(value).normalize("NFC").replace(/\s+/g, " ").trim();
  return clean === "" ? undefined : clean;
}

function shown(row: Row): string {
  return JSON.stringify(row, (_key, value) => (typeof value === "bigint" ? String(value) : value));
}
