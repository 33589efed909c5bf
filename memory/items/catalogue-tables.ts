import type { SqliteDatabase } from "../store/sqlite.ts";
import type { FacetDeclaration, Noun } from "./facet.ts";
import { type FacetColumn, formOf } from "./facet-columns.ts";
import type { StoredFacet } from "./facet-packer.ts";
import { FULL_TEXT_TABLE } from "./full-text.ts";
import type { CatalogueLexicon } from "./lexicon.ts";
import { type PackedBytes, type PackedStrings, unpackStrings } from "./packed-strings.ts";

/** What a catalogue file says about itself. */
export interface CatalogueHead {
  readonly name: string;
  readonly noun: Noun;
  readonly facets: readonly FacetDeclaration[];
  readonly size: number;
  readonly simulated: boolean;
  readonly scale: { readonly min: number; readonly max: number } | undefined;
  /** Absent in files from before there were any. */
  readonly lexicon?: CatalogueLexicon;
}

/** Columns of the catalogue's length: interactions, mean rating (NaN where nobody rated), decayed count. */
export interface StatisticsColumns {
  readonly count: Float64Array;
  readonly mean: Float64Array;
  readonly popularity: Float64Array;
}

/**
 * A catalogue file. `columns` holds what is read whole: ids and titles (named "#id", "#title", which no facet is), the
 * facets, the statistics ("#count", …). `vocabulary` finds a listed facet's code by its value.
 */
export const TABLES = `
  CREATE TABLE head (json TEXT NOT NULL);
  CREATE TABLE items (id TEXT PRIMARY KEY, idx INTEGER NOT NULL) WITHOUT ROWID;
  CREATE TABLE texts (idx INTEGER PRIMARY KEY, prose TEXT NOT NULL);
  CREATE TABLE identifiers (scheme TEXT, value TEXT, idx INTEGER NOT NULL, PRIMARY KEY (scheme, value)) WITHOUT ROWID;
  CREATE TABLE columns (name TEXT PRIMARY KEY, bytes BLOB, ends BLOB, offsets BLOB, codes BLOB, numbers BLOB);
  CREATE TABLE vocabulary (facet TEXT, value TEXT, code INTEGER NOT NULL, PRIMARY KEY (facet, value)) WITHOUT ROWID;
  ${FULL_TEXT_TABLE};`;

interface StoredRow {
  readonly bytes: Buffer | null;
  readonly ends: Buffer | null;
  readonly offsets: Buffer | null;
  readonly codes: Buffer | null;
  readonly numbers: Buffer | null;
}

export function writeColumn(database: SqliteDatabase, name: string, column: StoredFacet): void {
  const { strings, offsets, codes, numbers } = column;
  database
    .prepare("INSERT INTO columns VALUES (?, ?, ?, ?, ?, ?)")
    .run(name, strings?.bytes ?? null, blob(strings?.ends), blob(offsets), blob(codes), blob(numbers));
}

/** In place of those that are there, if any. */
export function writeStatistics(database: SqliteDatabase, statistics: StatisticsColumns): void {
  const remove = database.prepare("DELETE FROM columns WHERE name = ?");
  for (const name of ["count", "mean", "popularity"] as const) {
    remove.run(`#${name}`);
    writeColumn(database, `#${name}`, { numbers: statistics[name] });
  }
}

export function readNumbers(database: SqliteDatabase, name: string): Float64Array {
  return new Float64Array(aligned(storedRow(database, name)?.numbers));
}

export function readStrings(database: SqliteDatabase, name: string): PackedStrings {
  return stringsOf(storedRow(database, name));
}

export function readFacet(database: SqliteDatabase, facet: FacetDeclaration): FacetColumn {
  const row = storedRow(database, facet.name);
  const form = formOf(facet);
  if (form === "numeric") return { form, numbers: new Float64Array(aligned(row?.numbers)) };
  if (form === "textual") return { form, texts: stringsOf(row) };
  return {
    form,
    vocabulary: stringsOf(row),
    offsets: new Int32Array(aligned(row?.offsets)),
    codes: new Int32Array(aligned(row?.codes)),
  };
}

function storedRow(database: SqliteDatabase, name: string): StoredRow | undefined {
  return database
    .prepare<[string], StoredRow>("SELECT bytes, ends, offsets, codes, numbers FROM columns WHERE name = ?")
    .get(name);
}

function stringsOf(row: StoredRow | undefined): PackedStrings {
  const packed: PackedBytes = {
    bytes: row?.bytes ?? Buffer.alloc(0),
    ends: new Int32Array(aligned(row?.ends)),
  };
  return unpackStrings(packed);
}

/** Little-endian, as every machine that Node runs on. */
function blob(array: Float64Array | Int32Array | undefined): Buffer | null {
  return array === undefined ? null : Buffer.from(array.buffer, array.byteOffset, array.byteLength);
}

/** SQLite's buffers may begin anywhere; number arrays may not. */
function aligned(data: Buffer | null | undefined): ArrayBuffer {
  const copy = new ArrayBuffer(data?.byteLength ?? 0);
  if (data !== null && data !== undefined) new Uint8Array(copy).set(data);
  return copy;
}
