import { stemmer } from "stemmer";
import type { Interactions } from "../../memory/datasets/interactions.ts";
import { CiceroneError } from "../../memory/errors.ts";
import type { ItemId } from "../../memory/ids.ts";
import type { Catalogue, ItemStatistics, ValueCount } from "../../memory/items/catalogue.ts";
import { type Constraint, conditionsOf, type FacetTest } from "../../memory/items/constraint.ts";
import type { FacetDeclaration } from "../../memory/items/facet.ts";
import { Noun } from "../../memory/items/facet.ts";
import { plainIdentifier } from "../../memory/items/identifiers.ts";
import type { FacetValue, Item } from "../../memory/items/item.ts";
import type { CatalogueLexicon } from "../../memory/items/lexicon.ts";
import { measureColumn, measuresOf } from "../../memory/items/measures.ts";

export interface CatalogueOptions {
  readonly name?: string;
  readonly noun?: Partial<Noun>;
  readonly simulated?: boolean;
  readonly scale?: { readonly min: number; readonly max: number };
  readonly lexicon?: CatalogueLexicon;
  /** Statistics are counted from these; popularity is the plain count. */
  readonly interactions?: Interactions;
}

/** A whole catalogue in memory, for tests: every method of the port, computed the plain way. */
export function catalogueOf(
  items: readonly Item[],
  facets: readonly FacetDeclaration[],
  options: CatalogueOptions = {},
): Catalogue {
  const byId = new Map(items.map((item, index) => [item.id, index]));
  const measures = measuresOf({ facets, scale: options.scale });
  const declared = new Map([...facets, ...measures].map((facet) => [facet.name, facet]));
  const statistics = countStatistics(items.length, options.interactions);
  const search = bm25(items.map(searchable));
  const at = (index: number): Item => {
    const item = items[index];
    if (item === undefined) throw new RangeError(`no item ${index} among ${items.length}`);
    return item;
  };
  const measured = new Set(measures.map(({ name }) => name));
  const measureOf = (name: string): Float64Array =>
    measureColumn(name, items.length, (index) => statistics[index] ?? UNTOUCHED);
  return {
    name: options.name ?? "test",
    noun: Noun.parse(options.noun ?? {}),
    facets,
    measures,
    lexicon: options.lexicon ?? {},
    size: items.length,
    simulated: options.simulated ?? false,
    scale: options.scale,
    facet: (name) => declared.get(name),
    item: (index) => {
      const { text: _, identifiers: __, ...rest } = at(index);
      return rest;
    },
    id: (index) => at(index).id,
    indexOf: (id: ItemId) => byId.get(id),
    identified: (scheme, value) => {
      const wanted = plainIdentifier(scheme, value);
      const index = items.findIndex((item) => wanted !== undefined && item.identifiers?.[scheme] === wanted);
      return index < 0 ? undefined : index;
    },
    identifiers: (index) => at(index).identifiers ?? {},
    title: (index) => at(index).title,
    value: (index, facet) => (measured.has(facet) ? known(measureOf(facet)[index]) : at(index).facets[facet]),
    text: (index) => at(index).text,
    statistics: (index) => statistics[index] ?? UNTOUCHED,
    values: (facet) => countValues(items.map((item) => strings(item.facets[facet]))),
    having: (facet, value) =>
      Int32Array.from(
        items.flatMap((item, index) => (strings(item.facets[facet]).includes(value) ? [index] : [])),
      ),
    column: (facet) =>
      measured.has(facet)
        ? measureOf(facet)
        : Float64Array.from(items, (item) => numeric(item.facets[facet])),
    satisfying: (constraint: Constraint) => {
      const conditions = conditionsOf(constraint);
      for (const { facet, test } of conditions) {
        const kind = declared.get(facet)?.kind;
        const range = test.op === "between" || test.op === "outside";
        if (range && kind !== "number" && kind !== "year") {
          throw new CiceroneError("bad-constraint", `The test "${test.op}" does not fit a ${kind} facet.`);
        }
      }
      const value = (index: number, facet: string): FacetValue | undefined =>
        measured.has(facet) ? known(measureOf(facet)[index]) : at(index).facets[facet];
      return Uint8Array.from(items, (_, index) =>
        Number(conditions.some(({ facet, test }) => passes(value(index, facet), test))),
      );
    },
    search,
  };
}

const UNTOUCHED: ItemStatistics = { count: 0, mean: undefined, popularity: 0 };

function known(number: number | undefined): number | undefined {
  return number === undefined || Number.isNaN(number) ? undefined : number;
}

function strings(value: FacetValue | undefined): readonly string[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [`${value}`];
}

function numeric(value: FacetValue | undefined): number {
  return typeof value === "number" ? value : Number.NaN;
}

function passes(value: FacetValue | undefined, test: FacetTest): boolean {
  const own = strings(value);
  const number = numeric(value);
  switch (test.op) {
    case "any-of":
      return test.values.some((wanted) => own.includes(wanted));
    case "all-of":
      return test.values.every((wanted) => own.includes(wanted));
    case "none-of":
      return !test.values.some((unwanted) => own.includes(unwanted));
    case "between":
      return number >= (test.min ?? -Infinity) && number <= (test.max ?? Infinity);
    case "outside":
      return number < test.min || number > test.max;
  }
}

function countValues(lists: readonly (readonly string[])[]): ValueCount[] {
  const counts = new Map<string, number>();
  for (const value of lists.flat()) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}

function countStatistics(size: number, interactions: Interactions | undefined): ItemStatistics[] {
  const counts = new Array<number>(size).fill(0);
  const sums = new Array<number>(size).fill(0);
  interactions?.items.forEach((item, row) => {
    counts[item] = (counts[item] ?? 0) + 1;
    sums[item] = (sums[item] ?? 0) + (interactions.values?.[row] ?? 0);
  });
  return counts.map((count, index) => ({
    count,
    mean: interactions?.values !== undefined && count > 0 ? (sums[index] ?? 0) / count : undefined,
    popularity: count,
  }));
}

function words(text: string): string[] {
  const folded = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return (folded.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => stemmer(word));
}

function searchable(item: Item): string[] {
  return words([item.title, ...Object.values(item.facets).flat(), item.text ?? ""].join(" "));
}

/** Okapi BM25, k1 = 1.2, b = 0.75, any word of the query may match; ties by index. */
function bm25(documents: readonly (readonly string[])[]): Catalogue["search"] {
  const average = documents.reduce((sum, document) => sum + document.length, 0) / (documents.length || 1);
  return (text, limit) => {
    const scores = new Float64Array(documents.length);
    for (const word of new Set(words(text))) {
      const counts = documents.map((document) => document.filter((other) => other === word).length);
      const having = counts.filter((count) => count > 0).length;
      const idf = Math.log(1 + (documents.length - having + 0.5) / (having + 0.5));
      counts.forEach((count, index) => {
        const length = (documents[index]?.length ?? 0) / (average || 1);
        scores[index] = (scores[index] ?? 0) + (idf * count * 2.2) / (count + 1.2 * (0.25 + 0.75 * length));
      });
    }
    return Array.from(scores, (score, index) => ({ index, score }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score || a.index - b.index)
      .slice(0, limit);
  };
}
