import { dotRowsMemory } from "./dot-rows.ts";

/**
 * Item vectors with a byte for each number, a quarter of what float32 takes: row i is scales[i] · codes[i · stride …], and
 * scales[i] is NaN where nothing is known of the item. Cosines are off by .001 or less where rows have unit length.
 */
export interface PackedVectors {
  readonly size: number;
  readonly dimensions: number;
  /** Bytes from one row to the next: the dimensions, rounded up to 16. */
  readonly stride: number;
  readonly codes: Int8Array;
  readonly scales: Float32Array;
  /** Every row's inner product with a query; NaN where nothing is known. A view that the next call overwrites. */
  products(query: ArrayLike<number>): Float32Array;
}

const LARGEST_CODE = 127;
/** 128 products of a byte and such a number stay below 2³¹. */
const LARGEST_QUERY = 32_767;
const LANES = 16;

/** Room for the vectors of `size` items, nothing of them known yet; one memory holds all of it (31 million items of 128). */
export function emptyPacked(size: number, dimensions: number): PackedVectors {
  const stride = Math.ceil(dimensions / LANES) * LANES;
  const at = { codes: 0, scales: size * stride, query: 0, products: 0, end: 0 };
  at.query = Math.ceil((at.scales + 4 * size) / LANES) * LANES;
  at.products = at.query + 2 * stride;
  at.end = at.products + 4 * size;
  const { buffer, dot } = dotRowsMemory(at.end, stride);
  const query = new Int16Array(buffer, at.query, stride);
  const products = new Float32Array(buffer, at.products, size);
  return {
    size,
    dimensions,
    stride,
    codes: new Int8Array(buffer, at.codes, size * stride),
    scales: new Float32Array(buffer, at.scales, size).fill(Number.NaN),
    products(vector) {
      const unit = codeInto(query, 0, vector, LARGEST_QUERY);
      if (size > 0) dot(at.codes, at.scales, at.query, at.products, at.end, unit);
      return products;
    },
  };
}

/** Stores one item's vector; one without direction stays unknown. */
export function pack(vectors: PackedVectors, index: number, vector: ArrayLike<number>): void {
  const scale = codeInto(vectors.codes, index * vectors.stride, vector, LARGEST_CODE);
  vectors.scales[index] = scale > 0 ? scale : Number.NaN;
}

/** A copy of one item's vector; zeros where nothing is known. */
export function unpack({ codes, scales, stride, dimensions }: PackedVectors, index: number): Float32Array {
  const scale = scales[index] || 0;
  const vector = new Float32Array(dimensions);
  for (let k = 0; k < dimensions; k += 1) vector[k] = scale * (codes[index * stride + k] ?? 0);
  return vector;
}

/** Writes a vector as whole numbers of at most `largest`. @returns what one of them stands for */
function codeInto(
  codes: Int8Array | Int16Array,
  at: number,
  vector: ArrayLike<number>,
  largest: number,
): number {
  let most = 0;
  for (let k = 0; k < vector.length; k += 1) most = Math.max(most, Math.abs(vector[k] ?? 0));
  const unit = most / largest;
  for (let k = 0; k < vector.length; k += 1)
    codes[at + k] = unit > 0 ? Math.round((vector[k] ?? 0) / unit) : 0;
  return unit;
}
