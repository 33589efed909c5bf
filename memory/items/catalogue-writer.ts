import Database from "better-sqlite3";
import type { SqliteDatabase } from "../store/sqlite.ts";
import type { FacetDeclaration, Noun } from "./facet.ts";
import { type FacetColumn, packFacet } from "./facet-columns.ts";
import { FULL_TEXT_TABLE } from "./full-text.ts";
import type { Item } from "./item.ts";

/** What a catalogue file says about itself. */
export interface CatalogueHead {
  readonly name: string;
  readonly noun: Noun;
  readonly facets: readonly FacetDeclaration[];
  readonly simulated: boolean;
  readonly scale: { readonly min: number; readonly max: number } | undefined;
}

/** Columns of length items.length: interactions, mean rating (NaN where nobody rated), decayed count. */
export interface StatisticsColumns {
  readonly count: Float64Array;
  readonly mean: Float64Array;
  readonly popularity: Float64Array;
}

const TABLES = `
  CREATE TABLE head (json TEXT NOT NULL);
  CREATE TABLE items (idx INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, title TEXT NOT NULL);
  CREATE TABLE texts (idx INTEGER PRIMARY KEY, prose TEXT NOT NULL);
  CREATE TABLE identifiers (scheme TEXT, value TEXT, idx INTEGER NOT NULL, PRIMARY KEY (scheme, value)) WITHOUT ROWID;
  CREATE INDEX identifiers_of_item ON identifiers (idx);
  CREATE TABLE columns (facet TEXT PRIMARY KEY, strings TEXT, offsets BLOB, codes BLOB, numbers BLOB);
  CREATE TABLE statistics (name TEXT PRIMARY KEY, numbers BLOB NOT NULL);
  ${FULL_TEXT_TABLE};`;

/** Writes a new catalogue file; `openCatalogue` reads it. The order of `items` becomes their index. */
export function writeCatalogue(
  path: string,
  head: CatalogueHead,
  items: readonly Item[],
  statistics: StatisticsColumns,
): void {
  const database = new Database(path);
  try {
    // The file is new and thrown away if anything fails: a journal would protect nothing.
    database.pragma("journal_mode = OFF");
    database.pragma("synchronous = OFF");
    database.exec(TABLES);
    database.transaction(() => {
      database.prepare("INSERT INTO head VALUES (?)").run(JSON.stringify(head));
      insertItems(database, head.facets, items);
      insertColumns(database, head.facets, items);
      const insert = database.prepare("INSERT INTO statistics VALUES (?, ?)");
      for (const name of ["count", "mean", "popularity"] as const) insert.run(name, blob(statistics[name]));
      database.exec("INSERT INTO words(words) VALUES ('optimize')");
    })();
  } finally {
    database.close();
  }
}

function insertItems(
  database: SqliteDatabase,
  facets: readonly FacetDeclaration[],
  items: readonly Item[],
): void {
  const insertItem = database.prepare("INSERT INTO items VALUES (?, ?, ?)");
  const insertText = database.prepare("INSERT INTO texts VALUES (?, ?)");
  const insertIdentifier = database.prepare("INSERT INTO identifiers VALUES (?, ?, ?)");
  const insertWords = database.prepare(
    "INSERT INTO words (rowid, title, people, tags, prose) VALUES (?, ?, ?, ?, ?)",
  );
  items.forEach((item, index) => {
    insertItem.run(index, item.id, item.title);
    if (item.text !== undefined) insertText.run(index, item.text);
    for (const [scheme, value] of Object.entries(item.identifiers ?? {}))
      insertIdentifier.run(scheme, value, index);
    const words = (kinds: readonly string[]): string =>
      facets
        .filter((facet) => kinds.includes(facet.kind))
        .flatMap((facet) => item.facets[facet.name] ?? [])
        .join(" · ");
    const titles = [item.title, words(["text"])].join(" · ");
    insertWords.run(index + 1, titles, words(["people"]), words(["category", "tags"]), item.text ?? "");
  });
}

function insertColumns(
  database: SqliteDatabase,
  facets: readonly FacetDeclaration[],
  items: readonly Item[],
): void {
  const insert = database.prepare(
    "INSERT INTO columns VALUES (@facet, @strings, @offsets, @codes, @numbers)",
  );
  for (const facet of facets) insert.run({ facet: facet.name, ...stored(packFacet(facet, items)) });
}

function stored(
  column: FacetColumn,
): Record<"strings" | "offsets" | "codes" | "numbers", string | Buffer | null> {
  const nothing = { strings: null, offsets: null, codes: null, numbers: null };
  if (column.form === "numeric") return { ...nothing, numbers: blob(column.numbers) };
  if (column.form === "textual") return { ...nothing, strings: JSON.stringify(column.texts) };
  return {
    ...nothing,
    strings: JSON.stringify(column.vocabulary),
    offsets: blob(column.offsets),
    codes: blob(column.codes),
  };
}

/** Little-endian, as every machine that Node runs on. */
function blob(array: Float64Array | Int32Array): Buffer {
  return Buffer.from(array.buffer, array.byteOffset, array.byteLength);
}
