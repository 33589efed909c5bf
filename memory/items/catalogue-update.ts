import { isDeepStrictEqual } from "node:util";
import Database from "better-sqlite3";
import type { ItemId } from "../ids.ts";
import type { SqliteDatabase } from "../store/sqlite.ts";
import type { Catalogue } from "./catalogue.ts";
import type { CatalogueHead, StatisticsColumns } from "./catalogue-tables.ts";
import { writeFast } from "./catalogue-writer.ts";
import type { FacetDeclaration } from "./facet.ts";
import type { Item } from "./item.ts";
import { ItemColumns } from "./item-columns.ts";
import { ItemInserts, type OnTaken } from "./item-inserts.ts";
import type { PackedStrings } from "./packed-strings.ts";

/**
 * Brings a copy of a catalogue's file up to date, item by item: an item of a known id takes the place of the one that was
 * there, and keeps its index; others come after all. Rows and word index change only where an item does. Close it, finished or not.
 */
export class CatalogueUpdate {
  /** Indices of the items that are new or no longer as they were. */
  readonly touched = new Set<number>();
  private readonly database: SqliteDatabase;
  private readonly before: Catalogue;
  private readonly facets: readonly FacetDeclaration[];
  private readonly inserts: ItemInserts;
  private readonly changed = new Map<number, Item>();
  private readonly added: Item[] = [];
  /** What other catalogues call items that are new or are called otherwise by now; given out when all of them are known. */
  private readonly identified = new Map<number, Identified>();
  /** 1 for each item of before that this update gave. */
  private readonly given: Uint8Array;

  /**
   * @param path a copy of the file that `before` reads, to be changed in place
   * @param facets all that an item may have
   */
  constructor(
    path: string,
    before: Catalogue,
    facets: readonly FacetDeclaration[],
    onTaken: OnTaken = () => {},
  ) {
    this.database = new Database(path);
    this.before = before;
    this.facets = facets;
    this.given = new Uint8Array(before.size);
    writeFast(this.database);
    this.database.exec("BEGIN");
    this.inserts = new ItemInserts(this.database, facets, onTaken);
  }

  get size(): number {
    return this.before.size + this.added.length;
  }

  /** How many items are new, and how many others are no longer as they were. */
  get counts(): { readonly added: number; readonly changed: number } {
    return { added: this.added.length, changed: this.changed.size };
  }

  /** The ids so far, by index. */
  writtenIds(): PackedStrings {
    const { before, added } = this;
    return {
      length: this.size,
      at: (index) => (index < before.size ? before.id(index) : (added[index - before.size]?.id ?? "")),
    };
  }

  /** Takes the item of an id; false, without asking for it, where this update has given that id before. */
  add(id: ItemId, read: () => Item): boolean {
    const known = this.before.indexOf(id);
    if (known !== undefined) return this.replace(known, read);
    const index = this.size;
    if (!this.inserts.take(id, index)) return false;
    const item = read();
    this.added.push(withoutText(item));
    this.inserts.put(item, index);
    this.identified.set(index, { title: item.title, identifiers: item.identifiers ?? {} });
    this.touched.add(index);
    return true;
  }

  /** Declared facets that no item has. Writes what could only be known of all items together. */
  finish(
    head: Omit<CatalogueHead, "facets" | "size">,
    statistics: StatisticsColumns,
  ): { readonly emptyFacets: readonly string[] } {
    this.giveIdentifiers();
    const columns = new ItemColumns(this.facets);
    for (let index = 0; index < this.before.size; index++) {
      columns.add(this.changed.get(index) ?? this.before.item(index));
    }
    for (const item of this.added) columns.add(item);
    this.database.exec("DELETE FROM head; DELETE FROM columns; DELETE FROM vocabulary");
    columns.write(this.database, head, statistics);
    this.database.exec("COMMIT");
    return { emptyFacets: columns.emptyFacets() };
  }

  close(): void {
    this.database.close();
  }

  private replace(index: number, read: () => Item): boolean {
    if (this.given[index] === 1) return false;
    this.given[index] = 1;
    const { identifiers = {}, ...after } = read();
    if (!isDeepStrictEqual({ ...this.before.identifiers(index) }, { ...identifiers })) {
      // Taken back first: an item earlier in the catalogue may be called so by now.
      this.inserts.unidentify(index);
      this.identified.set(index, { title: after.title, identifiers });
    }
    const before = withText(this.before, index);
    if (isDeepStrictEqual(before, after)) return true;
    this.inserts.remove(before, index);
    this.inserts.put(after, index);
    this.change(index, after);
    return true;
  }

  private giveIdentifiers(): void {
    for (const [index, item] of [...this.identified].sort(([left], [right]) => left - right)) {
      const got = this.inserts.identify(item, index);
      if (index >= this.before.size || isDeepStrictEqual({ ...this.before.identifiers(index) }, got))
        continue;
      this.change(index, this.changed.get(index) ?? this.before.item(index));
    }
  }

  private change(index: number, after: Item): void {
    this.changed.set(index, withoutText(after));
    this.touched.add(index);
  }
}

type Identified = Pick<Item, "title" | "identifiers">;

function withText(catalogue: Catalogue, index: number): Item {
  const text = catalogue.text(index);
  return { ...catalogue.item(index), ...(text === undefined ? {} : { text }) };
}

function withoutText({ id, title, facets }: Item): Item {
  return { id, title, facets };
}
