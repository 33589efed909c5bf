import { CiceroneError } from "../errors.ts";
import type { ItemId } from "../ids.ts";
import { openReadOnlySqlite, type SqliteDatabase } from "../store/sqlite.ts";
import type { Catalogue, ItemStatistics, ValueCount } from "./catalogue.ts";
import { type CatalogueHead, readFacet, readNumbers, readStrings } from "./catalogue-tables.ts";
import { type Condition, type Constraint, conditionsOf, testKey } from "./constraint.ts";
import type { FacetDeclaration, Noun } from "./facet.ts";
import { type FacetColumn, type Postings, postingsOf, unpackValue } from "./facet-columns.ts";
import { type Having, havingOf, maskOf } from "./facet-masks.ts";
import { FullTextIndex } from "./full-text.ts";
import { type Identifiers, plainIdentifier } from "./identifiers.ts";
import type { FacetValue, Item } from "./item.ts";
import type { CatalogueLexicon } from "./lexicon.ts";
import { MaskCache } from "./mask-cache.ts";
import { measureColumn, measuresOf } from "./measures.ts";
import type { PackedStrings } from "./packed-strings.ts";

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
const NO_TEXTS: PackedStrings = { length: 0, at: () => "" };

/** A facet that is not declared: no item has it. */
const NOWHERE: Pick<LoadedFacet, "column" | "having"> = {
  column: { form: "textual", texts: NO_TEXTS },
  having: () => new Int32Array(0),
};

/** A turn asks for the same few hundred ids again and again, and the database takes 10 µs for each. */
const MOST_PLACES = 10_000;

class SqliteCatalogue implements OpenCatalogue {
  readonly name: string;
  readonly noun: Noun;
  readonly facets: readonly FacetDeclaration[];
  readonly measures: readonly FacetDeclaration[];
  readonly lexicon: CatalogueLexicon;
  readonly size: number;
  readonly simulated: boolean;
  readonly scale: { readonly min: number; readonly max: number } | undefined;
  private readonly database: SqliteDatabase;
  private readonly ids: PackedStrings;
  private readonly titles: PackedStrings;
  private readonly loaded = new Map<string, LoadedFacet>();
  private readonly counted = new Map<string, readonly ValueCount[]>();
  private readonly masks = new MaskCache();
  private readonly places = new Map<ItemId, number>();
  private readonly words: FullTextIndex;
  private readonly counts: Float64Array;
  private readonly means: Float64Array;
  private readonly popularities: Float64Array;
  private readonly textOf;
  private readonly byIdentifier;
  private readonly identifiersOf;
  private readonly byId;
  private readonly codeOf;

  constructor(database: SqliteDatabase) {
    this.database = database;
    const head = readHead(database);
    this.name = head.name;
    this.noun = head.noun;
    this.facets = head.facets;
    this.simulated = head.simulated;
    this.scale = head.scale;
    this.measures = measuresOf(head);
    this.lexicon = head.lexicon ?? {};
    this.size = head.size;
    this.ids = readStrings(database, "#id");
    this.titles = readStrings(database, "#title");
    this.counts = readNumbers(database, "#count");
    this.means = readNumbers(database, "#mean");
    this.popularities = readNumbers(database, "#popularity");
    this.words = new FullTextIndex(database, this.size);
    this.byId = database.prepare<[string], number>("SELECT idx FROM items WHERE id = ?").pluck();
    this.codeOf = database
      .prepare<[string, string], number>("SELECT code FROM vocabulary WHERE facet = ? AND value = ?")
      .pluck();
    this.textOf = database.prepare<[number], string>("SELECT prose FROM texts WHERE idx = ?").pluck();
    this.byIdentifier = database
      .prepare<[string, string], number>("SELECT idx FROM identifiers WHERE scheme = ? AND value = ?")
      .pluck();
    this.identifiersOf = database
      .prepare<[number], [string, string]>(
        "SELECT scheme, value FROM identifiers WHERE idx = ? ORDER BY scheme",
      )
      .raw();
  }

  facet(name: string): FacetDeclaration | undefined {
    return [...this.facets, ...this.measures].find((facet) => facet.name === name);
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
    return this.ids.at(this.checked(index)) as ItemId;
  }

  indexOf(id: ItemId): number | undefined {
    const known = this.places.get(id);
    if (known !== undefined) return known;
    const index = this.byId.get(id);
    if (this.places.size >= MOST_PLACES) this.places.clear();
    if (index !== undefined) this.places.set(id, index);
    return index;
  }

  identified(scheme: string, value: string): number | undefined {
    return this.byIdentifier.get(scheme, plainIdentifier(scheme, value) ?? "");
  }

  identifiers(index: number): Identifiers {
    return Object.fromEntries(this.identifiersOf.all(this.checked(index)));
  }

  title(index: number): string {
    return this.titles.at(this.checked(index));
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
    const { vocabulary } = loaded.column;
    const counts = Array.from({ length: vocabulary.length }, (_, code) => ({
      value: vocabulary.at(code),
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
    const mask = this.masks.get(testKey(constraint), () =>
      eitherOf(conditionsOf(constraint).map((condition) => this.passing(condition))),
    );
    // A copy: callers join masks in place.
    return mask.slice();
  }

  search(text: string, limit: number): readonly { readonly index: number; readonly score: number }[] {
    return this.words.search(text, limit);
  }

  close(): void {
    this.database.close();
  }

  private checked(index: number): number {
    if (Number.isInteger(index) && index >= 0 && index < this.size) return index;
    throw new RangeError(`Item index ${index} is outside 0..${this.size - 1}.`);
  }

  private passing({ facet, test }: Condition): Uint8Array {
    const { column, having } = this.load(facet) ?? NOWHERE;
    return maskOf(column, test, this.size, having);
  }

  private load(name: string): LoadedFacet | undefined {
    const known = this.loaded.get(name);
    if (known !== undefined) return known;
    const declaration = this.facet(name);
    if (declaration === undefined) return undefined;
    const column: FacetColumn = this.measures.includes(declaration)
      ? { form: "numeric", numbers: measureColumn(name, this.size, (index) => this.statistics(index)) }
      : readFacet(this.database, declaration);
    const postings = column.form === "listed" ? postingsOf(column) : NO_POSTINGS;
    const codeOf = (value: string): number | undefined =>
      this.codeOf.get(name, value) ?? this.codeOf.get(name, value.toLowerCase());
    const having = column.form === "listed" ? havingOf(postings, codeOf) : NOWHERE.having;
    const loaded = { declaration, column, postings, having };
    this.loaded.set(name, loaded);
    return loaded;
  }
}

/** 1 where any of the masks is. */
function eitherOf([first = new Uint8Array(0), ...others]: readonly Uint8Array[]): Uint8Array {
  for (const mask of others) for (const [index, met] of mask.entries()) if (met === 1) first[index] = 1;
  return first;
}

function readHead(database: SqliteDatabase): CatalogueHead {
  const head: CatalogueHead = JSON.parse(
    database.prepare<[], string>("SELECT json FROM head").pluck().get() ?? "",
  );
  // A file from before there were orders and spoken words has none.
  const facets = head.facets.map((facet) => ({
    ...facet,
    order: facet.order ?? [],
    spoken: facet.spoken ?? {},
  }));
  return { ...head, facets };
}
