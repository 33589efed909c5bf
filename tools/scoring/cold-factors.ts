import { type ItemVectors, vectorAt } from "../retrieval/item-vectors.ts";
import { type Algebra, type Matrix, openAlgebra, zeros } from "./algebra.ts";
import type { ItemFactors } from "./factors-fit.ts";

/** How much is believed of what a text foretells, as for the linear scorer. */
const SHARE = 0.5;
/** λ: as much as one text of unit length says. */
const RIDGE = 1;
const CHUNK = 8192;

/**
 * Gives items without interactions factors, by ridge regression from texts to the factors of the others, in
 * closed form: F = (TᵀT + λI)⁻¹·TᵀV. Linear in the number of items. Writes into `factors`.
 * @param counts interactions of each item
 * @returns how many items got them; those without text stay at zero
 */
export async function adoptColdFactors(
  factors: ItemFactors,
  counts: Float32Array,
  vectors: ItemVectors,
  signal?: AbortSignal,
): Promise<number> {
  if (counts.every((count) => count > 0)) return 0;
  const algebra = await openAlgebra();
  try {
    const maps = await regress(algebra, factors, counts, vectors, signal);
    let adopted = 0;
    for (const items of chunksOf(counts, (count) => count === 0)) {
      const texts = textsOf(vectors, items);
      for (const side of ["past", "next"] as const) {
        const foretold = await algebra.multiply(texts, maps[side]);
        for (const [line, item] of items.entries()) write(factors[side], item, foretold, line);
      }
      adopted += items.filter((item) => vectorAt(vectors, item).some((value) => value !== 0)).length;
      await breathe(signal);
    }
    return adopted;
  } finally {
    await algebra.close();
  }
}

/** Text → factors, for either side. */
async function regress(
  algebra: Algebra,
  factors: ItemFactors,
  counts: Float32Array,
  vectors: ItemVectors,
  signal: AbortSignal | undefined,
): Promise<Record<keyof ItemFactors, Matrix>> {
  const t = vectors.dimensions;
  const gram = zeros(t, t);
  const sums = { past: zeros(t, factors.past.columns), next: zeros(t, factors.next.columns) };
  for (let k = 0; k < t; k++) gram.data[k * t + k] = RIDGE;
  for (const items of chunksOf(counts, (count) => count > 0)) {
    const texts = textsOf(vectors, items);
    addInto(gram, await algebra.multiplyTransposed(texts, texts));
    for (const side of ["past", "next"] as const) {
      addInto(sums[side], await algebra.multiplyTransposed(texts, rowsOf(factors[side], items)));
    }
    await breathe(signal);
  }
  const inverse = await algebra.invert(gram, signal);
  return {
    past: await algebra.multiply(inverse, sums.past),
    next: await algebra.multiply(inverse, sums.next),
  };
}

function* chunksOf(counts: Float32Array, wanted: (count: number) => boolean): Generator<number[]> {
  let chunk: number[] = [];
  for (const [item, count] of counts.entries()) {
    if (!wanted(count)) continue;
    chunk.push(item);
    if (chunk.length < CHUNK) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}

function textsOf(vectors: ItemVectors, items: readonly number[]): Matrix {
  const texts = zeros(items.length, vectors.dimensions);
  for (const [line, item] of items.entries()) {
    texts.data.set(vectorAt(vectors, item), line * vectors.dimensions);
  }
  return texts;
}

function rowsOf({ data, columns }: Matrix, items: readonly number[]): Matrix {
  const rows = zeros(items.length, columns);
  for (const [line, item] of items.entries()) {
    rows.data.set(data.subarray(item * columns, (item + 1) * columns), line * columns);
  }
  return rows;
}

function write({ data, columns }: Matrix, item: number, foretold: Matrix, line: number): void {
  for (let k = 0; k < columns; k++) {
    data[item * columns + k] = SHARE * (foretold.data[line * columns + k] ?? 0);
  }
}

function addInto(sum: Matrix, part: Matrix): void {
  for (let cell = 0; cell < sum.data.length; cell++) {
    sum.data[cell] = (sum.data[cell] ?? 0) + (part.data[cell] ?? 0);
  }
}

async function breathe(signal: AbortSignal | undefined): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
  signal?.throwIfAborted();
}
