import Database from "better-sqlite3";
import type { ItemId } from "../ids.ts";
import type { SqliteDatabase } from "../store/sqlite.ts";
import { type CatalogueHead, type StatisticsColumns, TABLES, writeColumn } from "./catalogue-tables.ts";
import type { FacetDeclaration } from "./facet.ts";
import { formOf } from "./facet-columns.ts";
import { type FacetPacker, facetPacker } from "./facet-packer.ts";
import type { Item } from "./item.ts";
import { type PackedStrings, StringPacker, unpackStrings } from "./packed-strings.ts";

/** Told of an identifier that an earlier item has: it keeps it. */
export type OnTaken = (item: Item, scheme: string, value: string) => void;

/**
 * Writes a new catalogue file, item by item; `openCatalogue` reads it. The order of the items becomes their index. Nothing
 * of an item is held but its packed id, title and facets. Close it, finished or not.
 */
export class CatalogueWriter {
  private readonly database: SqliteDatabase;
  private readonly packers: readonly { readonly facet: FacetDeclaration; readonly packer: FacetPacker }[];
  private readonly ids = new StringPacker();
  private readonly titles = new StringPacker();
  private readonly insert;
  private readonly onTaken: OnTaken;

  /** `facets`: all that an item may have; those that none has are left out of the catalogue. */
  constructor(path: string, facets: readonly FacetDeclaration[], onTaken: OnTaken = () => {}) {
    this.database = new Database(path);
    this.onTaken = onTaken;
    this.packers = facets.map((facet) => ({ facet, packer: facetPacker(facet) }));
    // The file is new and thrown away if anything fails: a journal would protect nothing.
    this.database.pragma("journal_mode = OFF");
    this.database.pragma("synchronous = OFF");
    this.database.pragma("locking_mode = EXCLUSIVE");
    this.database.pragma(`cache_size = -${CACHE_KIB}`);
    this.database.exec(TABLES);
    this.database.exec(`INSERT INTO words(words, rank) VALUES ('hashsize', ${WORD_BYTES})`);
    this.database.exec("BEGIN");
    this.insert = {
      item: this.database.prepare("INSERT OR IGNORE INTO items VALUES (?, ?)"),
      text: this.database.prepare("INSERT INTO texts VALUES (?, ?)"),
      identifier: this.database.prepare("INSERT OR IGNORE INTO identifiers VALUES (?, ?, ?)"),
      words: this.database.prepare(
        "INSERT INTO words (rowid, title, people, tags, prose) VALUES (?, ?, ?, ?, ?)",
      ),
    };
  }

  /** Number of items so far. */
  get size(): number {
    return this.ids.length;
  }

  /** The ids so far, by index. */
  writtenIds(): PackedStrings {
    return unpackStrings(this.ids.finish());
  }

  /** Writes the item of an id; false, without asking for it, where an earlier item has that id. */
  add(id: ItemId, read: () => Item): boolean {
    const index = this.size;
    if (this.insert.item.run(id, index).changes === 0) return false;
    const item = read();
    this.ids.add(id);
    this.titles.add(item.title);
    for (const { facet, packer } of this.packers) packer.add(item.facets[facet.name]);
    if (item.text !== undefined) this.insert.text.run(index, item.text);
    for (const [scheme, value] of Object.entries(item.identifiers ?? {})) {
      const { changes } = this.insert.identifier.run(scheme, value, index);
      if (changes === 0) this.onTaken(item, scheme, value);
    }
    const titles = [item.title, this.wordsOf(item, ["text"])].join(" · ");
    const people = this.wordsOf(item, ["people"]);
    const tags = this.wordsOf(item, ["category", "tags"]);
    this.insert.words.run(index + 1, titles, people, tags, item.text ?? "");
    return true;
  }

  /** Declared facets that no item has. */
  emptyFacets(): string[] {
    return this.packers.filter(({ packer }) => packer.empty).map(({ facet }) => facet.name);
  }

  /** Writes what could only be known of all items together. `statistics` are of length `size`. */
  finish(head: Omit<CatalogueHead, "facets" | "size">, statistics: StatisticsColumns): void {
    const kept = this.packers.filter(({ packer }) => !packer.empty);
    const facets = kept.map(({ facet, packer }) => withKnownSynonyms(facet, packer));
    const whole: CatalogueHead = { ...head, facets, size: this.size };
    this.database.prepare("INSERT INTO head VALUES (?)").run(JSON.stringify(whole));
    writeColumn(this.database, "#id", { strings: this.ids.finish() });
    writeColumn(this.database, "#title", { strings: this.titles.finish() });
    for (const name of ["count", "mean", "popularity"] as const)
      writeColumn(this.database, `#${name}`, { numbers: statistics[name] });
    for (const { facet, packer } of kept) this.writeFacet(facet, packer);
    this.database.exec("CREATE INDEX identifiers_of_item ON identifiers (idx)");
    this.database.exec("INSERT INTO words(words) VALUES ('optimize')");
    this.database.exec("COMMIT");
  }

  close(): void {
    this.database.close();
  }

  private writeFacet(facet: FacetDeclaration, packer: FacetPacker): void {
    const column = packer.finish();
    writeColumn(this.database, facet.name, column);
    if (formOf(facet) !== "listed" || column.strings === undefined) return;
    const values = unpackStrings(column.strings);
    const insert = this.database.prepare("INSERT OR IGNORE INTO vocabulary VALUES (?, ?, ?)");
    for (let code = 0; code < values.length; code++) insert.run(facet.name, values.at(code), code);
    // Most frequent first, so that the more frequent of two spellings keeps the lower-case name.
    for (let code = 0; code < values.length; code++)
      insert.run(facet.name, values.at(code).toLowerCase(), code);
  }

  private wordsOf(item: Item, kinds: readonly string[]): string {
    return this.packers
      .filter(({ facet }) => kinds.includes(facet.kind))
      .flatMap(({ facet }) => item.facets[facet.name] ?? [])
      .join(" · ");
  }
}

/** Enough that the index of a million ids is built in memory. */
const CACHE_KIB = 128 * 1024;
/** FTS5 gathers so much before it writes a piece of its index: fewer pieces are joined faster. */
const WORD_BYTES = 32 * 1024 * 1024;

/** Synonyms of values that no item has would lead a search nowhere. */
function withKnownSynonyms(facet: FacetDeclaration, packer: FacetPacker): FacetDeclaration {
  const synonyms = Object.entries(facet.synonyms).filter(([value]) => packer.has(value));
  return { ...facet, synonyms: Object.fromEntries(synonyms) };
}
