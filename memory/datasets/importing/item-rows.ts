import { CiceroneError } from "../../errors.ts";
import { ItemId } from "../../ids.ts";
import type { CatalogueWriter } from "../../items/catalogue-writer.ts";
import type { FacetDeclaration } from "../../items/facet.ts";
import { type Identifiers, plainIdentifier } from "../../items/identifiers.ts";
import type { FacetValue, Item } from "../../items/item.ts";
import type { OnTaken } from "../../items/item-inserts.ts";
import type { DatasetHead } from "../descriptor.ts";
import { RejectionTally } from "./import-report.ts";

/** What a query or a program gives for one item: id, title, text, and its facets and identifiers by name. */
export type Row = Readonly<Record<string, unknown>>;

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

/** An object is no title and no facet. Throws CiceroneError `bad-sql`, telling how a field of it is read. */
export function refuseObjects(types: ReadonlyMap<string, string>, form: RowForm): void {
  for (const name of ["title", "text", ...form.facets.map((facet) => facet.name)]) {
    const type = types.get(name) ?? "";
    if (!/^(STRUCT|MAP|UNION|BLOB)\b/.test(type)) continue;
    const field = /^STRUCT\("?(\w+)"? /.exec(type)?.[1] ?? "field";
    throw new CiceroneError("bad-sql", `The items query gives objects for ${name}: ${type.slice(0, 100)}`, {
      hint: type.endsWith("[]")
        ? `Take one field of each: list_transform(…, lambda entry: entry.${field}) AS "${name}"`
        : type === "BLOB"
          ? `Make text of it: decode(…) AS "${name}"`
          : `Take one field of it: ….${field} AS "${name}"`,
    });
  }
}

/**
 * Rows → items of the catalogue, in order. Rows without id or title and repeated ids are counted in `rejected` (the first of a
 * repeated id is kept); facet values that cannot be read, and identifiers that an earlier item has, are counted in
 * `unreadable` and left out.
 */
export class ItemRows {
  /** Rows so far, taken or not. */
  read = 0;
  readonly rejected = new RejectionTally();
  readonly unreadable = new RejectionTally();
  private readonly form: RowForm;

  constructor(form: RowForm) {
    this.form = form;
  }

  /** For a writer, to tell of an identifier of two items while it is given the second. */
  readonly onTaken: OnTaken = (item, scheme, value) => {
    this.misread(takenReason(scheme), `${item.title}: ${value}`);
  };

  /** The same when all rows are read: its row is not told. */
  readonly onTakenAtLast: OnTaken = (item, scheme, value) => {
    this.unreadable.add(takenReason(scheme), `${item.title}: ${value}`);
  };

  write(writer: Pick<CatalogueWriter, "add">, row: Row): void {
    this.read++;
    const id = ItemId.safeParse(text(row.id));
    const title = text(row.title);
    if (id.success && /\p{Cc}/u.test(id.data))
      this.rejected.add("id holds control characters", shown(row), 1, { lines: [this.read] });
    else if (!id.success) this.rejected.add("no id", shown(row), 1, { lines: [this.read] });
    else if (title === undefined) this.rejected.add("no title", shown(row), 1, { lines: [this.read] });
    else if (!writer.add(id.data, () => this.itemOf(id.data, title, row)))
      this.rejected.add("repeated id (the first is kept)", shown(row), 1, { lines: [this.read] });
  }

  private misread(reason: string, example: string): void {
    this.unreadable.add(reason, example, 1, { lines: [this.read] });
  }

  private itemOf(id: ItemId, title: string, row: Row): Item {
    const prose = text(row.text);
    const identifiers = identifiersOf(row, this.form.identifiers);
    const facets = facetsOf(row, this.form.facets, (reason, example) => this.misread(reason, example));
    return { id, title, facets, ...(prose === undefined ? {} : { text: prose }), identifiers };
  }
}

function takenReason(scheme: string): string {
  return `${scheme} is another item's (the first keeps it)`;
}

function facetsOf(
  row: Row,
  facets: readonly FacetDeclaration[],
  misread: (reason: string, example: string) => void,
): Record<string, FacetValue> {
  const values: Record<string, FacetValue> = {};
  for (const facet of facets) {
    const raw = row[facet.name];
    if (text(raw) === undefined) continue;
    const value = facetValue(raw, facet);
    if (value === undefined) {
      if (!Array.isArray(raw))
        misread(`${facet.name} is not a ${facet.kind}`, `${text(row.title)}: ${String(raw)}`);
    } else values[facet.name] = value;
  }
  return values;
}

function identifiersOf(row: Row, schemes: readonly string[]): Identifiers {
  const found = schemes.flatMap((scheme): [string, string][] => {
    const value = plainIdentifier(scheme, text(row[scheme]) ?? "");
    return value === undefined ? [] : [[scheme, value]];
  });
  return Object.fromEntries(found);
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
