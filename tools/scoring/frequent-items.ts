import { itemCounts, type Sequences, sequenceOf, userCount } from "./sequences.ts";

/** The same sequences over the `most` most frequent items (ties: smaller index first), numbered by frequency, 0 the most frequent. */
export function amongFrequent(
  sequences: Sequences,
  itemCount: number,
  most: number,
): { readonly sequences: Sequences; readonly size: number } {
  const counts = itemCounts(sequences, itemCount);
  const order = Array.from(counts.keys())
    .filter((item) => (counts[item] ?? 0) > 0)
    .sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0) || a - b)
    .slice(0, most);
  const numbers = new Int32Array(itemCount).fill(-1);
  for (const [number, item] of order.entries()) numbers[item] = number;
  const offsets = new Int32Array(userCount(sequences) + 1);
  const items = new Int32Array(sequences.items.length);
  let length = 0;
  for (let user = 0; user < userCount(sequences); user++) {
    for (const item of sequenceOf(sequences, user)) {
      const number = numbers[item] ?? -1;
      if (number >= 0) items[length++] = number;
    }
    offsets[user + 1] = length;
  }
  return { sequences: { offsets, items: items.slice(0, length) }, size: order.length };
}
