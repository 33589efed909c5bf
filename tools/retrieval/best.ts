import type { Retrieved } from "./retriever.ts";

/**
 * The `limit` best of the indices with `allowed[index] = 1` and a score above `floor`, best first, ties by index.
 * A heap of `limit` entries: O(n log limit), so that 100,000 scores cost a millisecond or two.
 */
export function best(
  scores: ArrayLike<number>,
  allowed: Uint8Array,
  limit: number,
  floor = -Infinity,
): Retrieved[] {
  const heap = new Int32Array(Math.max(0, Math.min(limit, allowed.length)));
  if (heap.length === 0) return [];
  const worse = (a: number, b: number): boolean => {
    const difference = (scores[a] ?? 0) - (scores[b] ?? 0);
    return difference < 0 || (difference === 0 && a > b);
  };
  let size = 0;
  // Indices ascend, so that of equals the kept one stays: what does not exceed the worst kept score is passed over at once.
  let least = floor;
  for (let index = 0; index < allowed.length; index += 1) {
    if (!((scores[index] ?? Number.NaN) > least) || allowed[index] !== 1) continue;
    if (size < heap.length) {
      heap[size] = index;
      size += 1;
      rise(heap, size - 1, worse);
    } else {
      heap[0] = index;
      sink(heap, size, worse);
    }
    if (size === heap.length) least = scores[heap[0] ?? 0] ?? floor;
  }
  return Array.from(heap.subarray(0, size), (index) => ({ index, score: scores[index] ?? 0 })).sort(byScore);
}

/** The `limit` best of the indices with `allowed[index] = 1` that are eligible, in no order, by a total order of one's own. */
export function select(
  allowed: Uint8Array,
  limit: number,
  worse: (a: number, b: number) => boolean,
  eligible: (index: number) => boolean = () => true,
): Int32Array {
  const heap = new Int32Array(Math.max(0, Math.min(limit, allowed.length)));
  let size = 0;
  for (let index = 0; index < allowed.length; index += 1) {
    if (allowed[index] !== 1 || !eligible(index)) continue;
    if (size < heap.length) {
      heap[size] = index;
      size += 1;
      rise(heap, size - 1, worse);
    } else if (size > 0 && worse(heap[0] ?? 0, index)) {
      heap[0] = index;
      sink(heap, size, worse);
    }
  }
  return heap.subarray(0, size);
}

/** Best first, ties by index. */
export function byScore(a: Retrieved, b: Retrieved): number {
  return b.score - a.score || a.index - b.index;
}

export function countAllowed(allowed: Uint8Array): number {
  let count = 0;
  for (let index = 0; index < allowed.length; index += 1) count += allowed[index] ?? 0;
  return count;
}

type Worse = (a: number, b: number) => boolean;

/** The worst kept entry is at the top of the heap. */
function rise(heap: Int32Array, start: number, worse: Worse): void {
  let at = start;
  while (at > 0) {
    const parent = (at - 1) >> 1;
    if (!worse(heap[at] ?? 0, heap[parent] ?? 0)) return;
    swap(heap, at, parent);
    at = parent;
  }
}

function sink(heap: Int32Array, size: number, worse: Worse): void {
  let at = 0;
  while (2 * at + 1 < size) {
    const left = 2 * at + 1;
    const right = left + 1;
    const child = right < size && worse(heap[right] ?? 0, heap[left] ?? 0) ? right : left;
    if (!worse(heap[child] ?? 0, heap[at] ?? 0)) return;
    swap(heap, at, child);
    at = child;
  }
}

function swap(heap: Int32Array, a: number, b: number): void {
  const kept = heap[a] ?? 0;
  heap[a] = heap[b] ?? 0;
  heap[b] = kept;
}
