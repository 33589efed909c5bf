import type { TermCounts } from "./embedder-documents.ts";

/** The terms an embedder knows, by column, and each one's inverse document frequency. */
export interface Vocabulary {
  readonly columns: ReadonlyMap<string, number>;
  readonly idf: Float32Array;
}

/** A sparse matrix by rows: row i holds `columns` and `values` from `starts[i]` to `starts[i + 1]`. */
export interface SparseRows {
  readonly rows: number;
  readonly columnCount: number;
  readonly starts: Int32Array;
  readonly columns: Int32Array;
  readonly values: Float32Array;
}

/**
 * The terms worth a column: in at least `rarest` documents and at most half of them, the most frequent `limit` of them.
 * idf = ln((1 + n) / (1 + df)) + 1, never zero (Salton & Buckley 1988, smoothed). Deterministic: ties by spelling.
 */
export function buildVocabulary(
  documents: readonly TermCounts[],
  { rarest, limit }: { readonly rarest: number; readonly limit: number },
): Vocabulary {
  const frequencies = new Map<string, number>();
  for (const document of documents) {
    for (const term of document.keys()) frequencies.set(term, (frequencies.get(term) ?? 0) + 1);
  }
  // In a handful of documents every term is in more than half of them, and none is noise.
  const commonest = Math.max(8, documents.length / 2);
  const kept = [...frequencies]
    .filter(([, frequency]) => frequency >= rarest && frequency <= commonest)
    .sort(([a, fa], [b, fb]) => fb - fa || (a < b ? -1 : 1))
    .slice(0, limit);
  return {
    columns: new Map(kept.map(([term], column) => [term, column])),
    idf: Float32Array.from(kept, ([, frequency]) => Math.log((1 + documents.length) / (1 + frequency)) + 1),
  };
}

/** One document's TF-IDF row of unit length, in the order of its terms: (1 + ln tf) · idf. Empty where no term is known. */
export function weigh(
  counts: TermCounts,
  vocabulary: Vocabulary,
): { readonly columns: readonly number[]; readonly values: readonly number[] } {
  const columns: number[] = [];
  const values: number[] = [];
  for (const [term, count] of counts) {
    const column = vocabulary.columns.get(term);
    if (column === undefined) continue;
    columns.push(column);
    values.push(count);
  }
  weighCounts(columns, values, vocabulary.idf);
  return { columns, values };
}

/** Puts weights in the place of counts. */
export function weighCounts(columns: readonly number[], values: number[], idf: Float32Array): void {
  let squares = 0;
  for (let cell = 0; cell < values.length; cell += 1) {
    const value = (1 + Math.log(values[cell] ?? 1)) * (idf[columns[cell] ?? 0] ?? 0);
    values[cell] = value;
    squares += value * value;
  }
  const length = Math.sqrt(squares);
  for (let cell = 0; cell < values.length; cell += 1) values[cell] = (values[cell] ?? 0) / length;
}

export function weighAll(documents: readonly TermCounts[], vocabulary: Vocabulary): SparseRows {
  const rows = documents.map((document) => weigh(document, vocabulary));
  const starts = new Int32Array(rows.length + 1);
  rows.forEach((row, index) => {
    starts[index + 1] = (starts[index] ?? 0) + row.columns.length;
  });
  const columns = new Int32Array(starts[rows.length] ?? 0);
  const values = new Float32Array(columns.length);
  rows.forEach((row, index) => {
    columns.set(row.columns, starts[index]);
    values.set(row.values, starts[index]);
  });
  return { rows: rows.length, columnCount: vocabulary.idf.length, starts, columns, values };
}
