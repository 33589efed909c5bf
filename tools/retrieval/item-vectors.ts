/** One vector for each item of a catalogue, of unit length, or all zero where nothing is known of the item. */
export interface ItemVectors {
  readonly size: number;
  readonly dimensions: number;
  /** size × dimensions, row-major; row i is the item with catalogue index i. */
  readonly rows: Float32Array;
}

/** A view on one item's vector; not a copy. */
export function vectorAt(vectors: ItemVectors, index: number): Float32Array {
  return vectors.rows.subarray(index * vectors.dimensions, (index + 1) * vectors.dimensions);
}

/** Inner product of vectors of one length: for unit vectors the cosine. 0 where there is no second. */
export function dot(a: Float32Array, b: Float32Array | undefined): number {
  if (b === undefined) return 0;
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += (a[k] ?? 0) * (b[k] ?? 0);
  return sum;
}

/** Every row's inner product with the query where `allowed` is 1 and the row is not zero, else NaN. For unit vectors: the cosine. */
export function cosines(rows: Float32Array, query: ArrayLike<number>, allowed: Uint8Array): Float32Array {
  const dimensions = query.length;
  const products = new Float32Array(allowed.length).fill(Number.NaN);
  const probe = Float64Array.from(query);
  for (let index = 0; index < allowed.length; index += 1) {
    if (allowed[index] !== 1) continue;
    const at = index * dimensions;
    let sum = 0;
    let square = 0;
    for (let k = 0; k < dimensions; k += 1) {
      const value = rows[at + k] ?? 0;
      sum += value * (probe[k] ?? 0);
      square += value * value;
    }
    if (square > 0) products[index] = sum;
  }
  return products;
}

/** Σ weight · vector over the terms, scaled to length 1; undefined if nothing is left of it. */
export function blend(
  dimensions: number,
  terms: readonly { readonly vector: ArrayLike<number>; readonly weight: number }[],
): Float32Array | undefined {
  const sums = new Float64Array(dimensions);
  for (const { vector, weight } of terms) {
    for (let k = 0; k < dimensions; k += 1) sums[k] = (sums[k] ?? 0) + weight * (vector[k] ?? 0);
  }
  const length = Math.sqrt(sums.reduce((sum, value) => sum + value * value, 0));
  return length > 1e-9 ? Float32Array.from(sums, (value) => value / length) : undefined;
}
