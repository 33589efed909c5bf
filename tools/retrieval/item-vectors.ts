import { type PackedVectors, unpack } from "./packed-vectors.ts";

/** One vector for each item of a catalogue, of unit length, or all zero where nothing is known of the item. */
export type ItemVectors = WholeVectors | PackedVectors;

/** In single precision. */
export interface WholeVectors {
  readonly size: number;
  readonly dimensions: number;
  /** size × dimensions, row-major; row i is the item with catalogue index i. */
  readonly rows: Float32Array;
}

/** One item's vector: a view or a copy, not to be written to. */
export function vectorAt(vectors: ItemVectors, index: number): Float32Array {
  if ("codes" in vectors) return unpack(vectors, index);
  return vectors.rows.subarray(index * vectors.dimensions, (index + 1) * vectors.dimensions);
}

/** Inner product of vectors of one length: for unit vectors the cosine. 0 where there is no second. */
export function dot(a: Float32Array, b: Float32Array | undefined): number {
  if (b === undefined) return 0;
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += (a[k] ?? 0) * (b[k] ?? 0);
  return sum;
}

/**
 * Every item's inner product with the query; NaN where its vector is zero. For unit vectors: the cosine. Good until the next call.
 * @param allowed who does not want all may say so: where it is not 1, the number may be anything
 */
export function products(vectors: ItemVectors, query: ArrayLike<number>, allowed?: Uint8Array): Float32Array {
  if ("codes" in vectors) return vectors.products(query);
  const all = new Float32Array(vectors.size);
  const probe = Float64Array.from(query);
  for (let index = 0; index < all.length; index += 1) {
    if (allowed === undefined || allowed[index] === 1) all[index] = rowProduct(vectors, probe, index);
  }
  return all;
}

function rowProduct({ rows, dimensions }: WholeVectors, query: Float64Array, index: number): number {
  const at = index * dimensions;
  let sum = 0;
  let square = 0;
  for (let k = 0; k < dimensions; k += 1) {
    const value = rows[at + k] ?? 0;
    sum += value * (query[k] ?? 0);
    square += value * value;
  }
  return square > 0 ? sum : Number.NaN;
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
