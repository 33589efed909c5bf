/** Rows of few entries each, as columns and values side by side. */
export interface SparseRow {
  readonly columns: Int32Array;
  readonly values: Float32Array;
}

export function sparseRow(entries: Iterable<readonly [column: number, value: number]>): SparseRow {
  const given = [...entries];
  return {
    columns: Int32Array.from(given, ([column]) => column),
    values: Float32Array.from(given, ([, value]) => value),
  };
}

/** Scaled to length 1; a row of nothing stays so. */
export function unitRow({ columns, values }: SparseRow): SparseRow {
  const length = Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));
  return length > 0 ? { columns, values: values.map((value) => value / length) } : { columns, values };
}

/** row · matrix, the matrix [columns × width] row-major. */
export function times({ columns, values }: SparseRow, matrix: Float64Array, width: number): Float64Array {
  const product = new Float64Array(width);
  for (let cell = 0; cell < columns.length; cell++) {
    const at = (columns[cell] ?? 0) * width;
    const value = values[cell] ?? 0;
    for (let k = 0; k < width; k++) product[k] = (product[k] ?? 0) + value * (matrix[at + k] ?? 0);
  }
  return product;
}

/** rowsᵀ · dense, with dense [rows × width] and the result [columns × width], row-major. */
export function transposedTimes(
  rows: readonly SparseRow[],
  dense: Float64Array,
  width: number,
  columnCount: number,
): Float64Array {
  const product = new Float64Array(columnCount * width);
  for (const [row, { columns, values }] of rows.entries()) {
    const from = row * width;
    for (let cell = 0; cell < columns.length; cell++) {
      const at = (columns[cell] ?? 0) * width;
      const value = values[cell] ?? 0;
      for (let k = 0; k < width; k++)
        product[at + k] = (product[at + k] ?? 0) + value * (dense[from + k] ?? 0);
    }
  }
  return product;
}
