import { CiceroneError } from "../../memory/errors.ts";
import { type Matrix, zeros } from "./algebra.ts";
import type { FitContext } from "./fit-context.ts";
import { breathe, type ItemWeights, spread } from "./item-weights.ts";
import { coOccurrence } from "./linear-statistics.ts";
import { type Recency, UNFADED } from "./recency.ts";
import { type Sequences, withoutUntouched } from "./sequences.ts";

export interface ItemKnnOptions {
  /** k: how many items an item of the history speaks for. */
  readonly neighbours: number;
  /** Added to the denominator of the cosine, so that a likeness seen in few users counts less. */
  readonly shrinkage: number;
  /** How a history fades when it is scored; the fit knows of no order. */
  readonly recency: Recency;
}

export const ITEM_KNN_DEFAULTS: ItemKnnOptions = { neighbours: 50, shrinkage: 10, recency: UNFADED };

/** As a card and a protocol write them. */
export function itemKnnParameters({
  neighbours,
  shrinkage,
  recency,
}: ItemKnnOptions): Record<string, number> {
  return { neighbours, shrinkage, ...recency };
}

/** The table of items × items takes 1.6 GB at this size. */
export const MOST_KNN_ITEMS = 20_000;

/**
 * Item-based nearest neighbours (Sarwar et al., WWW 2001; Deshpande & Karypis, TOIS 2004): with n_ij the number of users who have both,
 *   w_ij = n_ij / (√(n_i·n_j) + shrinkage), kept for the k largest j of each i (ties: smaller index), else 0; diagonal 0.
 * @throws CiceroneError `too-many-items` above MOST_KNN_ITEMS items
 */
export async function fitItemKnn(
  sequences: Sequences,
  itemCount: number,
  { neighbours, shrinkage }: Pick<ItemKnnOptions, "neighbours" | "shrinkage">,
  { signal, onProgress }: FitContext = {},
): Promise<ItemWeights> {
  if (itemCount > MOST_KNN_ITEMS) {
    throw new CiceroneError(
      "too-many-items",
      `item-knn keeps a table of items × items, and ${itemCount} items are more than ${MOST_KNN_ITEMS}`,
      { hint: "measure factors instead: its size grows with the items, not with their square" },
    );
  }
  const { sequences: compact, size, original } = withoutUntouched(sequences, itemCount);
  if (size === 0) return zeros(itemCount, itemCount);
  const weights = coOccurrence(compact, size);
  await breathe(signal);
  onProgress?.(0.5);
  toCosines(weights, shrinkage);
  for (let row = 0; row < size; row++) {
    keepLargest(weights.data.subarray(row * size, (row + 1) * size), neighbours);
    if (row % BREATH !== 0) continue;
    await breathe(signal);
    onProgress?.(0.5 + row / size / 2);
  }
  onProgress?.(1);
  return spread(weights, original, itemCount);
}

/** Rows between two looks at the signal. */
const BREATH = 200;

function toCosines({ data, columns: n }: Matrix, shrinkage: number): void {
  const norms = Float64Array.from({ length: n }, (_, item) => Math.sqrt(data[item * n + item] ?? 0));
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      const cell = i * n + j;
      data[cell] = i === j ? 0 : (data[cell] ?? 0) / ((norms[i] ?? 0) * (norms[j] ?? 0) + shrinkage);
    }
  }
}

/** Sets all but the `count` largest of `row` to zero. */
function keepLargest(row: Float32Array, count: number): void {
  if (count >= row.length) return;
  const threshold = row.toSorted()[row.length - count] ?? 0;
  let above = 0;
  for (const value of row) if (value > threshold) above += 1;
  // Of those as large as the last one kept, the first few.
  let equal = count - above;
  for (const [place, value] of row.entries()) {
    if (value > threshold) continue;
    if (value === threshold && equal-- > 0) continue;
    row[place] = 0;
  }
}
