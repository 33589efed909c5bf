import { CiceroneError } from "../errors.ts";
import type { ItemId } from "../ids.ts";
import { openReadOnlySqlite, type SqliteDatabase } from "../store/sqlite.ts";
import type { Catalogue, ItemStatistics, ValueCount } from "./catalogue.ts";
import type { CatalogueHead } from "./catalogue-writer.ts";
import type { Constraint } from "./constraint.ts";
import type { FacetDeclaration, Noun } from "./facet.ts";
import { type FacetColumn, formOf, type Postings, postingsOf, unpackValue } from "./facet-columns.ts";
import { type Having, havingOf, maskOf } from "./facet-masks.ts";
import { FULL_TEXT_QUERY, matchQuery } from "./full-text.ts";
import { type Identifiers, plainIdentifier } from "./identifiers.ts";
import type { FacetValue, Item } from "./item.ts";

const CACHED_MASKS = 64;

/** A catalogue that must be closed when done. */
export interface OpenCatalogue extends Catalogue {
  close(): void;
}

/**
 * Opens what `writeCatalogue` wrote. Titles and facets are held in memory, packed; prose and the word index stay on disk.
 * Throws CiceroneError `foreign-snapshot` where it is something else or damaged, `cannot-open` where it is not there.
 */
export function openCatalogue(path: string): OpenCatalogue {
  const database = openReadOnlySqlite(path);
  try {
    return new SqliteCatalogue(database);
  } catch (cause) {
    database.close();
    throw new CiceroneError("foreign-snapshot", `${path} is not a catalogue.`, {
      hint: "Import the dataset again: cicerone data import NAME",
      cause,
    });
  }
}

interface LoadedFacet {
  readonly declaration: FacetDeclaration;
  readonly column: FacetColumn;
  readonly postings: Postings;
  readonly having: Having;
}

const NO_POSTINGS: Postings = { starts: new Int32Array(1), items: new Int32Array(0) };

/** A facet that is not declared: no item has it. */
const NOWHERE: Pick<LoadedFacet, "column" | "having"> = {
  column: { form: "textual", texts: [] },
  having: () => new Int32Array(0),
};

class SqliteCatalogue implements OpenCatalogue {
  readonly name: string;
  readonly noun: Noun;
  readonly facets: readonly FacetDeclaration[];
  readonly size: number;
  readonly simulated: boolean;
  readonly scale: { readonly min: number; readonly max: number } | undefined;
  private readonly database: SqliteDatabase;
  private readonly ids: readonly ItemId[];
  private readonly titles: readonly string[];
  private readonly indices: ReadonlyMap<string, number>;
  private readonly loaded = new Map<string, LoadedFacet>();
  private readonly counted = new Map<string, readonly ValueCount[]>();
  private readonly masks = new Map<string, Uint8Array>();
  private readonly counts: Float64Array;
  private readonly means: Float64Array;
  private readonly popularities: Float64Array;
  private readonly textOf;
  private readonly byIdentifier;
  private readonly identifiersOf;
  private readonly wordsLike;

  constructor(database: SqliteDatabase) {
    this.database = database;
    const head = readHead(database);
    this.name = head.name;
    this.noun = head.noun;
    this.facets = head.facets;
    this.simulated = head.simulated;
    this.scale = head.scale;
    const rows = database
      .prepare<[], [ItemId, string]>("SELECT id, title FROM items ORDER BY idx")
      .raw()
      .all();
    this.ids = rows.map(([id]) => id);
    this.titles = rows.map(([, title]) => title);
    this.indices = new Map(this.ids.map((id, index) => [id, index]));
    this.size = rows.length;
    this.counts = this.readStatistics("count");
    this.means = this.readStatistics("mean");
    this.popularities = this.readStatistics("popularity");
    this.textOf = database.prepare<[number], string>("SELECT prose FROM texts WHERE idx = ?").pluck();
    this.byIdentifier = database
      .prepare<[string, string], number>("SELECT idx FROM identifiers WHERE scheme = ? AND value = ?")
      .pluck();
    this.identifiersOf = database
      .prepare<[number], [string, string]>(
        "SELECT scheme, value FROM identifiers WHERE idx = ? ORDER BY scheme",
      )
      .raw();
    this.wordsLike = database.prepare<[string, number], { index: number; score: number }>(FULL_TEXT_QUERY);
  }

  facet(name: string): FacetDeclaration | undefined {
    return this.facets.find((facet) => facet.name === name);
  }

  item(index: number): Item {
    const facets: Record<string, FacetValue> = {};
    for (const facet of this.facets) {
      const value = this.value(index, facet.name);
      if (value !== undefined) facets[facet.name] = value;
    }
    return { id: this.id(index), title: this.title(index), facets };
  }

  id(index: number): ItemId {
    return this.ids[this.checked(index)] as ItemId;
  }

  indexOf(id: ItemId): number | undefined {
    return this.indices.get(id);
  }

  identified(scheme: string, value: string): number | undefined {
    return this.byIdentifier.get(scheme, plainIdentifier(scheme, value) ?? "");
  }

  identifiers(index: number): Identifiers {
    return Object.fromEntries(this.identifiersOf.all(this.checked(index)));
  }

  title(index: number): string {
    return this.titles[this.checked(index)] ?? "";
  }

  value(index: number, facet: string): FacetValue | undefined {
    this.checked(index);
    const loaded = this.load(facet);
    return loaded === undefined ? undefined : unpackValue(loaded.column, loaded.declaration, index);
  }

  text(index: number): string | undefined {
    return this.textOf.get(this.checked(index));
  }

  statistics(index: number): ItemStatistics {
    const mean = this.means[this.checked(index)] ?? Number.NaN;
    return {
      count: this.counts[index] ?? 0,
      mean: Number.isNaN(mean) ? undefined : mean,
      popularity: this.popularities[index] ?? 0,
    };
  }

  values(facet: string): readonly ValueCount[] {
    const known = this.counted.get(facet);
    if (known !== undefined) return known;
    const loaded = this.load(facet);
    if (loaded?.column.form !== "listed") return [];
    const { postings } = loaded;
    const counts = loaded.column.vocabulary.map((value, code) => ({
      value,
      count: (postings.starts[code + 1] ?? 0) - (postings.starts[code] ?? 0),
    }));
    this.counted.set(facet, counts);
    return counts;
  }

  having(facet: string, value: string): Int32Array {
    return this.load(facet)?.having(value) ?? new Int32Array(0);
  }

  column(facet: string): Float64Array {
    const column = this.load(facet)?.column;
    return column?.form === "numeric" ? column.numbers : new Float64Array(this.size).fill(Number.NaN);
  }

  satisfying(constraint: Constraint): Uint8Array {
    const key = JSON.stringify([constraint.facet, constraint.test]);
    let mask = this.masks.get(key);
    if (mask === undefined) {
      const loaded = this.load(constraint.facet) ?? NOWHERE;
      mask = maskOf(loaded.column, constraint.test, this.size, loaded.having);
      const oldest = this.masks.size < CACHED_MASKS ? undefined : this.masks.keys().next().value;
      if (oldest !== undefined) this.masks.delete(oldest);
      this.masks.set(key, mask);
    }
    // A copy: callers join masks in place.
    return mask.slice();
  }

  search(text: string, limit: number): readonly { readonly index: number; readonly score: number }[] {
    const query = matchQuery(text);
    return query === undefined || limit < 1 ? [] : this.wordsLike.all(query, limit);
  }

  close(): void {
    this.database.close();
  }

  private checked(index: number): number {
    if (Number.isInteger(index) && index >= 0 && index < this.size) return index;
    throw new RangeError(`Item index ${index} is outside 0..${this.size - 1}.`);
  }

  private load(name: string): LoadedFacet | undefined {
    const known = this.loaded.get(name);
    if (known !== undefined) return known;
    const declaration = this.facet(name);
    if (declaration === undefined) return undefined;
    const column = readColumn(this.database, declaration);
    const postings = column.form === "listed" ? postingsOf(column) : NO_POSTINGS;
    const having = column.form === "listed" ? havingOf(column, postings) : NOWHERE.having;
    const loaded = { declaration, column, postings, having };
    this.loaded.set(name, loaded);
    return loaded;
  }

  private readStatistics(name: string): Float64Array {
    const data = this.database
      .prepare<[string], Buffer>("SELECT numbers FROM statistics WHERE name = ?")
      .pluck()
      .get(name);
    return new Float64Array(aligned(data));
  }
}

function readHead(database: SqliteDatabase): CatalogueHead {
  return JSON.parse(database.prepare<[], string>("SELECT json FROM head").pluck().get() ?? "");
}

interface StoredColumn {
  readonly strings: string | null;
  readonly offsets: Buffer | null;
  readonly codes: Buffer | null;
  readonly numbers: Buffer | null;
}

function readColumn(database: SqliteDatabase, facet: FacetDeclaration): FacetColumn {
  const row = database
    .prepare<[string], StoredColumn>("SELECT strings, offsets, codes, numbers FROM columns WHERE facet = ?")
    .get(facet.name);
  const form = formOf(facet);
  if (form === "numeric") return { form, numbers: new Float64Array(aligned(row?.numbers)) };
  const strings = JSON.parse(row?.strings ?? "[]");
  if (form === "textual") return { form, texts: strings };
  return {
    form,
    vocabulary: strings,
    offsets: new Int32Array(aligned(row?.offsets)),
    codes: new Int32Array(aligned(row?.codes)),
  };
}

/** SQLite's buffers may begin anywhere; number arrays may not. */
function aligned(data: Buffer | null | undefined): ArrayBuffer {
  const copy = new ArrayBuffer(data?.byteLength ?? 0);
  if (data !== null && data !== undefined) new Uint8Array(copy).set(data);
  return copy;
}
