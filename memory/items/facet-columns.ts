import type { FacetDeclaration } from "./facet.ts";
import type { FacetValue } from "./item.ts";
import type { PackedStrings } from "./packed-strings.ts";

/**
 * One facet of every item, packed. `listed` facets (category, tags, people) hold, for item i, the vocabulary codes
 * `codes[offsets[i]] … codes[offsets[i + 1] − 1]` in the item's own order; codes count down in frequency, 0 = most frequent.
 * The texts of a `textual` facet are empty where the item has none.
 */
export type FacetColumn =
  | {
      readonly form: "listed";
      readonly vocabulary: PackedStrings;
      readonly offsets: Int32Array;
      readonly codes: Int32Array;
    }
  | { readonly form: "numeric"; readonly numbers: Float64Array }
  | { readonly form: "textual"; readonly texts: PackedStrings };

/** For each vocabulary code the items that carry it: `items[starts[c]] … items[starts[c + 1] − 1]`, ascending. */
export interface Postings {
  readonly starts: Int32Array;
  readonly items: Int32Array;
}

export function formOf(facet: FacetDeclaration): FacetColumn["form"] {
  if (facet.kind === "number" || facet.kind === "year") return "numeric";
  return facet.kind === "text" ? "textual" : "listed";
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
  if (column.form === "textual") return column.texts.at(index) || undefined;
  const codes = column.codes.subarray(column.offsets[index], column.offsets[index + 1]);
  const values = Array.from(codes, (code) => column.vocabulary.at(code));
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
