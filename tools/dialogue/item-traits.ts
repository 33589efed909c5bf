import type { Catalogue } from "../../memory/items/catalogue.ts";
import { normalisePhrase } from "../language/running-text.ts";
import { type ItemVectors, vectorAt } from "../retrieval/item-vectors.ts";
import { type SparseRow, sparseRow, unitRow } from "./sparse-rows.ts";

/** What is known of the items of a catalogue apart from anybody's talk, laid out by catalogue index. */
export interface ItemTraits {
  readonly size: number;
  /** Values of facets with few of them: unit rows, rare values weighing more. */
  readonly values: readonly SparseRow[];
  /** Column of a value in `values`, by `valueKey`. */
  readonly valueColumns: ReadonlyMap<string, number>;
  /** People with a part in more than one item: unit rows, those with few parts weighing more. */
  readonly people: readonly SparseRow[];
  readonly peopleColumns: ReadonlyMap<string, number>;
  /** Items of each person, by column. */
  readonly partsOf: readonly Int32Array[];
  /** NaN where unknown or where the catalogue has no years. */
  readonly years: Float64Array;
  /** What comes before a number or subtitle in the title: items that share it are parts of one series. */
  readonly beginnings: readonly string[];
  readonly series: ReadonlyMap<string, readonly number[]>;
  /** 1 where there is prose. */
  readonly described: Float32Array;
  readonly vectors: ItemVectors;
}

/** A facet with more values than this is no scheme of kinds. */
const FEW = 100;

export function valueKey(facet: string, value: string): string {
  return `${facet} ${value}`;
}

export function itemTraits(catalogue: Catalogue, vectors: ItemVectors): ItemTraits {
  const kinds = catalogue.facets.filter(({ kind }) => kind === "category" || kind === "tags");
  const few = kinds.filter(({ name }) => catalogue.values(name).length <= FEW).map(({ name }) => name);
  const people = catalogue.facets.filter(({ kind }) => kind === "people").map(({ name }) => name);
  const values = incidence(catalogue, few, 1, valueKey);
  // One name is one person, whatever the part.
  const parts = incidence(catalogue, people, 2, (_, name) => normalisePhrase(name));
  const beginnings = indices(catalogue).map((index) => beginningOf(catalogue.title(index)));
  const year = catalogue.facets.find(({ kind }) => kind === "year");
  return {
    size: catalogue.size,
    values: values.rows,
    valueColumns: values.columns,
    people: parts.rows,
    peopleColumns: parts.columns,
    partsOf: parts.members,
    years:
      year === undefined ? new Float64Array(catalogue.size).fill(Number.NaN) : catalogue.column(year.name),
    beginnings,
    series: grouped(beginnings),
    described: Float32Array.from(indices(catalogue), (index) =>
      catalogue.text(index) === undefined ? 0 : 1,
    ),
    vectors,
  };
}

/** The item's text vector; zeros where there is none. */
export function textOf({ vectors }: ItemTraits, index: number): Float32Array {
  return vectorAt(vectors, index);
}

function indices({ size }: Catalogue): number[] {
  return Array.from({ length: size }, (_, index) => index);
}

function incidence(
  catalogue: Catalogue,
  facets: readonly string[],
  fewest: number,
  keyOf: (facet: string, value: string) => string,
): {
  readonly rows: SparseRow[];
  readonly columns: Map<string, number>;
  readonly members: Int32Array[];
} {
  const membersOf = new Map<string, Set<number>>();
  for (const facet of facets) {
    for (const { value } of catalogue.values(facet)) {
      const key = keyOf(facet, value);
      const members = membersOf.get(key) ?? new Set<number>();
      membersOf.set(key, members);
      for (const index of catalogue.having(facet, value)) members.add(index);
    }
  }
  const kept = [...membersOf].filter(([, members]) => members.size >= fewest);
  const entries: [number, number][][] = indices(catalogue).map(() => []);
  for (const [column, [, members]] of kept.entries()) {
    const weight = Math.log(catalogue.size / (1 + members.size));
    for (const index of members) entries[index]?.push([column, weight]);
  }
  return {
    rows: entries.map((row) => unitRow(sparseRow(row))),
    columns: new Map(kept.map(([key], column) => [key, column])),
    members: kept.map(([, members]) => Int32Array.from(members)),
  };
}

const ARTICLE = /^(?:the|a|an) /;
const PART = / (?:part|vol|volume|chapter|episode|season|book)\b.*$/;
const NUMERAL = / (?:\d+|i{1,3}|iv|vi{0,3}|ix|x)$/;

function beginningOf(title: string): string {
  const [before = ""] = title.split(/[:(]| - /);
  return normalisePhrase(before).replace(ARTICLE, "").replace(PART, "").replace(NUMERAL, "");
}

function grouped(beginnings: readonly string[]): Map<string, number[]> {
  const series = new Map<string, number[]>();
  for (const [index, beginning] of beginnings.entries()) {
    if (beginning === "") continue;
    const members = series.get(beginning);
    if (members === undefined) series.set(beginning, [index]);
    else members.push(index);
  }
  return series;
}
