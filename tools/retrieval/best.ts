import { wordsOf } from "./mask-words.ts";
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
  const following = (index: number): number => nextAbove(scores, allowed, least, index);
  for (let index = following(0); index < allowed.length; index = following(index + 1)) {
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

const MOST_SUMS = 255;

/** The number of ones in a mask of ones and zeros. */
export function countAllowed(allowed: Uint8Array): number {
  const words = wordsOf(allowed);
  let count = 0;
  for (let start = 0; start < words.length; start += MOST_SUMS) {
    const end = Math.min(words.length, start + MOST_SUMS);
    // Four counts side by side, a byte each: 255 sums of ones cannot run over.
    let four = 0;
    for (let at = start; at < end; at += 1) four = (four + (words[at] ?? 0)) | 0;
    count += (four & 255) + ((four >>> 8) & 255) + ((four >>> 16) & 255) + (four >>> 24);
  }
  for (let index = 4 * words.length; index < allowed.length; index += 1) count += allowed[index] ?? 0;
  return count;
}

/** A loop of its own, because so small a one is compiled to a third of the time: a millisecond for a million. */
function nextAbove(scores: ArrayLike<number>, allowed: Uint8Array, least: number, start: number): number {
  let index = start;
  while (index < allowed.length && !((scores[index] ?? Number.NaN) > least && allowed[index] === 1))
    index += 1;
  return index;
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
