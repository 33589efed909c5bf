import { dot, type ItemVectors, vectorAt } from "../retrieval/item-vectors.ts";
import type { ItemWeights } from "./item-weights.ts";

/** How many neighbours stand in for an item nobody touched, and how much of their weights it gets. */
const NEIGHBOURS = 10;
const SHARE = 0.5;
/** Cosines below this are chance. */
const LEAST_COSINE = 0.1;

/**
 * Gives items without interactions a row and a column, from what their texts resemble: half the mean of the ten nearest touched
 * items' weights, weighed by cosine; and liking such a neighbour itself counts as much as its strongest partner. The
 * model stays one matrix, so contributions stay exact. Writes into `weights`. Lets other work through; rejects when the signal aborts.
 * @returns how many items got one
 */
export async function adoptColdItems(
  weights: ItemWeights,
  counts: Float32Array,
  vectors: ItemVectors,
  signal?: AbortSignal,
): Promise<number> {
  const n = weights.columns;
  const warm = Array.from(counts.keys()).filter((item) => (counts[item] ?? 0) > 0);
  const strongest = Float32Array.from({ length: n }, (_, row) =>
    weights.data.subarray(row * n, (row + 1) * n).reduce((most, each) => Math.max(most, each), 0),
  );
  const adopted: { readonly item: number; readonly near: readonly Neighbour[] }[] = [];
  for (const [item, count] of counts.entries()) {
    if (count > 0) continue;
    const near = neighbours(vectors, item, warm);
    if (near.length > 0) adopted.push({ item, near });
    if (item % BREATH === 0) await breathe(signal);
  }
  for (const [place, { item, near }] of adopted.entries()) {
    fillColumn(weights, strongest, warm, item, near);
    if (place % BREATH === 0) await breathe(signal);
  }
  // Rows come second: they copy the neighbours' rows with the new columns in them.
  for (const { item, near } of adopted) fillRow(weights, strongest, item, near);
  return adopted.length;
}

/** Items between two looks at the signal. */
const BREATH = 50;

async function breathe(signal: AbortSignal | undefined): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
  signal?.throwIfAborted();
}

interface Neighbour {
  readonly item: number;
  /** Sums to 1 over an item's neighbours. */
  readonly weight: number;
}

function neighbours(vectors: ItemVectors, item: number, warm: readonly number[]): Neighbour[] {
  const own = vectorAt(vectors, item);
  const near = warm
    .map((other) => ({ item: other, weight: dot(own, vectorAt(vectors, other)) }))
    .filter(({ weight }) => weight > LEAST_COSINE)
    .sort((a, b) => b.weight - a.weight || a.item - b.item)
    .slice(0, NEIGHBOURS);
  const total = near.reduce((sum, { weight }) => sum + weight, 0);
  return near.map((each) => ({ ...each, weight: each.weight / total }));
}

function fillColumn(
  { data, columns: n }: ItemWeights,
  strongest: Float32Array,
  warm: readonly number[],
  item: number,
  near: readonly Neighbour[],
): void {
  for (const row of warm) {
    let sum = 0;
    for (const { item: other, weight } of near) {
      sum += weight * (other === row ? (strongest[row] ?? 0) : (data[row * n + other] ?? 0));
    }
    data[row * n + item] = SHARE * sum;
  }
}

function fillRow(
  { data, columns: n }: ItemWeights,
  strongest: Float32Array,
  item: number,
  near: readonly Neighbour[],
): void {
  const row = data.subarray(item * n, (item + 1) * n);
  for (const { item: other, weight } of near) {
    for (let column = 0; column < n; column++) {
      row[column] = (row[column] ?? 0) + SHARE * weight * (data[other * n + column] ?? 0);
    }
    row[other] = (row[other] ?? 0) + SHARE * weight * (strongest[other] ?? 0);
  }
  row[item] = 0;
}
