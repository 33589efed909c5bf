import type { FacetDeclaration } from "./facet.ts";
import type { FacetValue, Item } from "./item.ts";

/**
 * One facet of every item, packed. `listed` facets (category, tags, people) hold, for item i, the vocabulary codes
 * `codes[offsets[i]] … codes[offsets[i + 1] − 1]` in the item's own order; codes count down in frequency, 0 = most frequent.
 */
export type FacetColumn =
  | {
      readonly form: "listed";
      readonly vocabulary: readonly string[];
      readonly offsets: Int32Array;
      readonly codes: Int32Array;
    }
  | { readonly form: "numeric"; readonly numbers: Float64Array }
  | { readonly form: "textual"; readonly texts: readonly (string | null)[] };

/** For each vocabulary code the items that carry it: `items[starts[c]] … items[starts[c + 1] − 1]`, ascending. */
export interface Postings {
  readonly starts: Int32Array;
  readonly items: Int32Array;
}

export function formOf(facet: FacetDeclaration): FacetColumn["form"] {
  if (facet.kind === "number" || facet.kind === "year") return "numeric";
  return facet.kind === "text" ? "textual" : "listed";
}

export function packFacet(facet: FacetDeclaration, items: readonly Item[]): FacetColumn {
  const values = items.map((item) => item.facets[facet.name]);
  const form = formOf(facet);
  if (form === "numeric") {
    return {
      form,
      numbers: Float64Array.from(values, (value) => (typeof value === "number" ? value : Number.NaN)),
    };
  }
  if (form === "textual")
    return { form, texts: values.map((value) => (value === undefined ? null : String(value))) };
  return packLists(values.map(asList));
}

/** The value as an item carries it; undefined where absent. */
export function unpackValue(
  column: FacetColumn,
  facet: FacetDeclaration,
  index: number,
): FacetValue | undefined {
  if (column.form === "numeric") {
    const number = column.numbers[index];
    return number === undefined || Number.isNaN(number) ? undefined : number;
  }
  if (column.form === "textual") return column.texts[index] ?? undefined;
  const codes = column.codes.subarray(column.offsets[index], column.offsets[index + 1]);
  const values = Array.from(codes, (code) => column.vocabulary[code] ?? "");
  if (values.length === 0) return undefined;
  return facet.kind === "category" ? values[0] : values;
}

/** Inverts a listed column by counting sort. */
export function postingsOf(column: Extract<FacetColumn, { form: "listed" }>): Postings {
  const starts = new Int32Array(column.vocabulary.length + 1);
  for (const code of column.codes) starts[code + 1] = (starts[code + 1] ?? 0) + 1;
  for (let code = 0; code < column.vocabulary.length; code++) {
    starts[code + 1] = (starts[code + 1] ?? 0) + (starts[code] ?? 0);
  }
  const next = starts.slice();
  const items = new Int32Array(column.codes.length);
  for (let item = 0; item + 1 < column.offsets.length; item++) {
    for (const code of column.codes.subarray(column.offsets[item], column.offsets[item + 1])) {
      const place = next[code] ?? 0;
      items[place] = item;
      next[code] = place + 1;
    }
  }
  return { starts, items };
}

function asList(value: FacetValue | undefined): readonly string[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? [...new Set(value)] : [String(value)];
}

function packLists(lists: readonly (readonly string[])[]): FacetColumn {
  const counts = new Map<string, number>();
  for (const list of lists) for (const value of list) counts.set(value, (counts.get(value) ?? 0) + 1);
  const vocabulary = [...counts]
    .sort(([left, leftCount], [right, rightCount]) => rightCount - leftCount || (left < right ? -1 : 1))
    .map(([value]) => value);
  const codeOf = new Map(vocabulary.map((value, code) => [value, code]));
  const offsets = new Int32Array(lists.length + 1);
  const codes: number[] = [];
  lists.forEach((list, index) => {
    for (const value of list) codes.push(codeOf.get(value) ?? 0);
    offsets[index + 1] = codes.length;
  });
  return { form: "listed", vocabulary, offsets, codes: Int32Array.from(codes) };
}
