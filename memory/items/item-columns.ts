import type { SqliteDatabase } from "../store/sqlite.ts";
import {
  type CatalogueHead,
  type StatisticsColumns,
  writeColumn,
  writeStatistics,
} from "./catalogue-tables.ts";
import type { FacetDeclaration } from "./facet.ts";
import { formOf } from "./facet-columns.ts";
import { type FacetPacker, facetPacker } from "./facet-packer.ts";
import type { Item } from "./item.ts";
import { type PackedStrings, StringPacker, unpackStrings } from "./packed-strings.ts";

/** What a catalogue holds in columns, packed item by item: ids, titles and facets. The order of the items becomes their index. */
export class ItemColumns {
  private readonly packers: readonly { readonly facet: FacetDeclaration; readonly packer: FacetPacker }[];
  private readonly ids = new StringPacker();
  private readonly titles = new StringPacker();

  /** `facets`: all that an item may have; those that none has are left out of the catalogue. */
  constructor(facets: readonly FacetDeclaration[]) {
    this.packers = facets.map((facet) => ({ facet, packer: facetPacker(facet) }));
  }

  /** Number of items so far. */
  get size(): number {
    return this.ids.length;
  }

  /** The ids so far, by index. */
  writtenIds(): PackedStrings {
    return unpackStrings(this.ids.finish());
  }

  add(item: Pick<Item, "id" | "title" | "facets">): void {
    this.ids.add(item.id);
    this.titles.add(item.title);
    for (const { facet, packer } of this.packers) packer.add(item.facets[facet.name]);
  }

  /** Declared facets that no item has. */
  emptyFacets(): string[] {
    return this.packers.filter(({ packer }) => packer.empty).map(({ facet }) => facet.name);
  }

  /** Writes the columns, the vocabulary and the head into empty tables. `statistics` are of length `size`. */
  write(
    database: SqliteDatabase,
    head: Omit<CatalogueHead, "facets" | "size">,
    statistics: StatisticsColumns,
  ): void {
    const kept = this.packers.filter(({ packer }) => !packer.empty);
    const facets = kept.map(({ facet, packer }) => withKnownSynonyms(facet, packer));
    const whole: CatalogueHead = { ...head, facets, size: this.size };
    database.prepare("INSERT INTO head VALUES (?)").run(JSON.stringify(whole));
    writeColumn(database, "#id", { strings: this.ids.finish() });
    writeColumn(database, "#title", { strings: this.titles.finish() });
    writeStatistics(database, statistics);
    for (const { facet, packer } of kept) writeFacet(database, facet, packer);
  }
}

function writeFacet(database: SqliteDatabase, facet: FacetDeclaration, packer: FacetPacker): void {
  const column = packer.finish();
  writeColumn(database, facet.name, column);
  if (formOf(facet) !== "listed" || column.strings === undefined) return;
  const values = unpackStrings(column.strings);
  const insert = database.prepare("INSERT OR IGNORE INTO vocabulary VALUES (?, ?, ?)");
  for (let code = 0; code < values.length; code++) insert.run(facet.name, values.at(code), code);
  // Most frequent first, so that the more frequent of two spellings keeps the lower-case name.
  for (let code = 0; code < values.length; code++)
    insert.run(facet.name, values.at(code).toLowerCase(), code);
}

/** Synonyms of values that no item has would lead a search nowhere. */
function withKnownSynonyms(facet: FacetDeclaration, packer: FacetPacker): FacetDeclaration {
  const synonyms = Object.entries(facet.synonyms).filter(([value]) => packer.has(value));
  return { ...facet, synonyms: Object.fromEntries(synonyms) };
}
