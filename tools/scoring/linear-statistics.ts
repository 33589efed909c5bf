import { type Matrix, zeros } from "./algebra.ts";
import { type Sequences, sequenceOf, userCount } from "./sequences.ts";

/**
 * XᵀX of the users × items matrix of ones: how many users have both items; the diagonal holds each item's users. Symmetric.
 * @param gram where to write it: matrices of this size are worth using twice
 */
export function coOccurrence(
  sequences: Sequences,
  itemCount: number,
  gram = zeros(itemCount, itemCount),
): Matrix {
  gram.data.fill(0);
  for (let user = 0; user < userCount(sequences); user++) {
    const items = Int32Array.from(new Set(sequenceOf(sequences, user))).sort();
    for (let a = 0; a < items.length; a++) addPairs(gram, items, a);
  }
  mirror(gram);
  return gram;
}

/** One row of the upper triangle for the item at `a`, against itself and the items after it. */
function addPairs({ data, columns }: Matrix, items: Int32Array, a: number): void {
  const row = (items[a] ?? 0) * columns;
  for (let b = a; b < items.length; b++) {
    const cell = row + (items[b] ?? 0);
    data[cell] = (data[cell] ?? 0) + 1;
  }
}

/** Tiles keep both sides in cache. */
const TILE = 64;

function mirror({ data, columns: n }: Matrix): void {
  for (let top = 0; top < n; top += TILE) {
    for (let left = top; left < n; left += TILE) {
      for (let i = top; i < Math.min(top + TILE, n); i++) {
        for (let j = Math.max(left, i + 1); j < Math.min(left + TILE, n); j++)
          data[j * n + i] = data[i * n + j] ?? 0;
      }
    }
  }
}

/** Weights below this are left out of the sums: exp(−5) of an interaction. */
const REACH = 5;

/**
 * The normal equations of "which item comes next", over every position t of every user: the past is s_t = Σ_{i≤t} exp(−(t−i)/decay)·e_{item i},
 * the target e_{item t+1}. `past` = Σ s_t·s_tᵀ (symmetric), `next` = Σ s_t·e_{item t+1}ᵀ.
 *
 * A pair of events d apart occurs in every later past, so its part of `past` is a geometric sum:
 * exp(−d/decay)·Σ_{m<M} exp(−2m/decay), with M the number of positions at which both are past and something follows.
 */
export function transitions(
  sequences: Sequences,
  itemCount: number,
  decay: number,
): { past: Matrix; next: Matrix } {
  const past = zeros(itemCount, itemCount);
  const next = zeros(itemCount, itemCount);
  const reach = Math.ceil(REACH * decay);
  const kept = Float64Array.from({ length: reach + 1 }, (_, d) => Math.exp(-d / decay));
  for (let user = 0; user < userCount(sequences); user++) {
    const items = sequenceOf(sequences, user);
    for (let later = 0; later + 1 < items.length; later++) {
      const persistence = geometric(Math.exp(-2 / decay), items.length - 1 - later);
      for (let d = 0; d <= reach && d <= later; d++) {
        const from = items[later - d] ?? 0;
        const to = items[later] ?? 0;
        const weight = (kept[d] ?? 0) * persistence;
        add(past, from, to, weight);
        if (d > 0) add(past, to, from, weight);
        add(next, from, items[later + 1] ?? 0, kept[d] ?? 0);
      }
    }
  }
  return { past, next };
}

/** 1 + r + … + r^(terms−1) */
function geometric(ratio: number, terms: number): number {
  return (1 - ratio ** terms) / (1 - ratio);
}

function add({ data, columns }: Matrix, row: number, column: number, amount: number): void {
  const cell = row * columns + column;
  data[cell] = (data[cell] ?? 0) + amount;
}
