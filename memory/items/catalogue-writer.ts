import Database from "better-sqlite3";
import type { ItemId } from "../ids.ts";
import type { SqliteDatabase } from "../store/sqlite.ts";
import { type CatalogueHead, type StatisticsColumns, TABLES, writeStatistics } from "./catalogue-tables.ts";
import type { FacetDeclaration } from "./facet.ts";
import type { Item } from "./item.ts";
import { ItemColumns } from "./item-columns.ts";
import { ItemInserts, type OnTaken } from "./item-inserts.ts";
import type { PackedStrings } from "./packed-strings.ts";

/**
 * Writes a new catalogue file, item by item; `openCatalogue` reads it. The order of the items becomes their index. Nothing
 * of an item is held but its packed id, title and facets. Close it, finished or not.
 */
export class CatalogueWriter {
  private readonly database: SqliteDatabase;
  private readonly columns: ItemColumns;
  private readonly inserts: ItemInserts;

  /** `facets`: all that an item may have; those that none has are left out of the catalogue. */
  constructor(path: string, facets: readonly FacetDeclaration[], onTaken: OnTaken = () => {}) {
    this.database = new Database(path);
    this.columns = new ItemColumns(facets);
    writeFast(this.database);
    this.database.exec(TABLES);
    this.database.exec(`INSERT INTO words(words, rank) VALUES ('hashsize', ${WORD_BYTES})`);
    this.database.exec("BEGIN");
    this.inserts = new ItemInserts(this.database, facets, onTaken);
  }

  /** Number of items so far. */
  get size(): number {
    return this.columns.size;
  }

  /** The ids so far, by index. */
  writtenIds(): PackedStrings {
    return this.columns.writtenIds();
  }

  /** Writes the item of an id; false, without asking for it, where an earlier item has that id. */
  add(id: ItemId, read: () => Item): boolean {
    const index = this.size;
    if (!this.inserts.take(id, index)) return false;
    const item = read();
    this.columns.add(item);
    this.inserts.put(item, index);
    this.inserts.identify(item, index);
    return true;
  }

  /** Declared facets that no item has. */
  emptyFacets(): string[] {
    return this.columns.emptyFacets();
  }

  /** Writes what could only be known of all items together. `statistics` are of length `size`. */
  finish(head: Omit<CatalogueHead, "facets" | "size">, statistics: StatisticsColumns): void {
    this.columns.write(this.database, head, statistics);
    this.database.exec("CREATE INDEX identifiers_of_item ON identifiers (idx)");
    this.database.exec("INSERT INTO words(words) VALUES ('optimize')");
    this.database.exec("COMMIT");
  }

  close(): void {
    this.database.close();
  }
}

/** Gives a finished catalogue file other statistics, of its length; nothing else of it changes. */
export function rewriteStatistics(path: string, statistics: StatisticsColumns): void {
  const database = new Database(path, { fileMustExist: true });
  try {
    database.transaction(() => writeStatistics(database, statistics))();
  } finally {
    database.close();
  }
}

/** Enough that the index of a million ids is built in memory. */
const CACHE_KIB = 128 * 1024;
/** FTS5 gathers so much before it writes a piece of its index: fewer pieces are joined faster. */
const WORD_BYTES = 32 * 1024 * 1024;

/** For a file that is new and thrown away if anything fails: a journal would protect nothing. */
export function writeFast(database: SqliteDatabase): void {
  database.pragma("journal_mode = OFF");
  database.pragma("synchronous = OFF");
  database.pragma("locking_mode = EXCLUSIVE");
  database.pragma(`cache_size = -${CACHE_KIB}`);
}
