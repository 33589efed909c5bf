import type { Interactions } from "../../memory/datasets/interactions.ts";

/**
 * Users' items in time order, all in one array: user u has `items[offsets[u] .. offsets[u + 1] − 1]`, oldest first.
 * Ties in time keep file order. Users first, as everywhere.
 */
export interface Sequences {
  readonly offsets: Int32Array;
  readonly items: Int32Array;
}

export function userCount({ offsets }: Sequences): number {
  return offsets.length - 1;
}

/** One user's items, oldest first (a view). */
export function sequenceOf({ offsets, items }: Sequences, user: number): Int32Array {
  return items.subarray(offsets[user] ?? 0, offsets[user + 1] ?? 0);
}

/**
 * Positions of the interactions, grouped by user and ordered by time within each; ties keep file order.
 * `offsets` are as in Sequences. Everything that splits by time starts here, so there is one order.
 */
export function timeOrder(interactions: Interactions): { offsets: Int32Array; order: Int32Array } {
  const { users, at } = interactions;
  const offsets = new Int32Array(interactions.userIds.length + 1);
  for (let row = 0; row < users.length; row++) {
    const user = users[row] ?? 0;
    offsets[user + 1] = (offsets[user + 1] ?? 0) + 1;
  }
  for (let u = 1; u < offsets.length; u++) offsets[u] = (offsets[u] ?? 0) + (offsets[u - 1] ?? 0);
  const next = offsets.slice();
  const order = new Int32Array(users.length);
  for (let row = 0; row < users.length; row++) {
    const user = users[row] ?? 0;
    const place = next[user] ?? 0;
    order[place] = row;
    next[user] = place + 1;
  }
  const byTime = (a: number, b: number): number => (at[a] ?? 0) - (at[b] ?? 0) || a - b;
  for (let u = 0; u + 1 < offsets.length; u++) {
    const [from, to] = [offsets[u] ?? 0, offsets[u + 1] ?? 0];
    // Most files are in order already, and to see that is far cheaper than to sort.
    if (!isInOrder(order, at, from, to)) order.subarray(from, to).sort(byTime);
  }
  return { offsets, order };
}

function isInOrder(order: Int32Array, at: Float64Array, from: number, to: number): boolean {
  for (let place = from + 1; place < to; place++) {
    if ((at[order[place] ?? 0] ?? 0) < (at[order[place - 1] ?? 0] ?? 0)) return false;
  }
  return true;
}

/** All interactions as sequences. */
export function sequencesOf(interactions: Interactions): Sequences {
  const { offsets, order } = timeOrder(interactions);
  return { offsets, items: order.map((row) => interactions.items[row] ?? 0) };
}

/** Users who have anything at all. */
export function usersWithItems(sequences: Sequences): number {
  let count = 0;
  for (let user = 0; user < userCount(sequences); user++) {
    if ((sequences.offsets[user + 1] ?? 0) > (sequences.offsets[user] ?? 0)) count += 1;
  }
  return count;
}

/** How many interactions each item has: Float32Array[itemCount]. */
export function itemCounts({ items }: Sequences, itemCount: number): Float32Array {
  const counts = new Float32Array(itemCount);
  for (const item of items) counts[item] = (counts[item] ?? 0) + 1;
  return counts;
}

/** The same sequences over the items that occur in them, densely numbered; `original` maps back. */
export function withoutUntouched(
  sequences: Sequences,
  itemCount: number,
): { readonly sequences: Sequences; readonly size: number; readonly original: Int32Array } {
  const counts = itemCounts(sequences, itemCount);
  const compact = new Int32Array(itemCount);
  const original = new Int32Array(itemCount);
  let size = 0;
  for (let item = 0; item < itemCount; item++) {
    if ((counts[item] ?? 0) === 0) continue;
    original[size] = item;
    compact[item] = size++;
  }
  const items = sequences.items.map((item) => compact[item] ?? 0);
  return { sequences: { offsets: sequences.offsets, items }, size, original: original.slice(0, size) };
}
