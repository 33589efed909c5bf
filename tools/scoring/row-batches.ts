import { SHORT } from "./row-solver.ts";

/** Lists of indices end to end: list r is `members[offsets[r] .. offsets[r + 1] − 1]`. Sequences have this form, and what they look like from the items' side. */
export interface Lists {
  readonly offsets: Int32Array;
  readonly members: Int32Array;
}

/** Some lists as one rectangle: `rows[b]` is in line b, filled up to `length`. */
export interface Batch {
  readonly rows: Int32Array;
  readonly length: number;
}

/** A rectangle of so many cells, and its vectors, stay in a core's cache. */
const CELLS = 8192;
const MOST_ROWS = 128;
/** Of short lists, which need no matrix of their own (row-solver.ts). */
const MOST_SHORT_ROWS = 512;

/** All lists that are not empty, in batches of nearly equal lengths, so that little is filled up. */
export function* batchesOf({ offsets }: Pick<Lists, "offsets">): Generator<Batch> {
  const order = byLength(offsets);
  const lengthAt = (place: number): number => lengthOf(offsets, order[place] ?? 0);
  let end = order.length;
  while (end > 0) {
    // The longest comes first in a batch and sets its length.
    const length = lengthAt(end - 1);
    if (length === 0) return;
    const room = Math.max(
      1,
      Math.min(length > SHORT ? MOST_ROWS : MOST_SHORT_ROWS, Math.floor(CELLS / length)),
    );
    let start = Math.max(0, end - room);
    while (lengthAt(start) === 0) start += 1;
    yield { rows: order.subarray(start, end), length };
    end = start;
  }
}

function lengthOf(offsets: Int32Array, row: number): number {
  return (offsets[row + 1] ?? 0) - (offsets[row] ?? 0);
}

/** Rows by length, shortest first; ties in row order (counting sort). */
function byLength(offsets: Int32Array): Int32Array {
  const rows = offsets.length - 1;
  let longest = 0;
  for (let row = 0; row < rows; row++) longest = Math.max(longest, lengthOf(offsets, row));
  const place = new Int32Array(longest + 2);
  for (let row = 0; row < rows; row++) {
    const slot = lengthOf(offsets, row) + 1;
    place[slot] = (place[slot] ?? 0) + 1;
  }
  for (let slot = 1; slot < place.length; slot++) place[slot] = (place[slot] ?? 0) + (place[slot - 1] ?? 0);
  const order = new Int32Array(rows);
  for (let row = 0; row < rows; row++) {
    const length = lengthOf(offsets, row);
    const at = place[length] ?? 0;
    order[at] = row;
    place[length] = at + 1;
  }
  return order;
}

/** A batch's members as a rectangle [rows × length]; `filler` stands where a list has ended. */
export function rectangle({ offsets, members }: Lists, { rows, length }: Batch, filler: number): Int32Array {
  const cells = new Int32Array(rows.length * length).fill(filler);
  for (const [line, row] of rows.entries()) {
    cells.set(members.subarray(offsets[row] ?? 0, offsets[row + 1] ?? 0), line * length);
  }
  return cells;
}

/** The same pairs from the other side: list m has the rows in which m occurs, in row order. */
export function turned({ offsets, members }: Lists, count: number): Lists {
  const starts = new Int32Array(count + 1);
  for (const member of members) starts[member + 1] = (starts[member + 1] ?? 0) + 1;
  for (let m = 0; m < count; m++) starts[m + 1] = (starts[m + 1] ?? 0) + (starts[m] ?? 0);
  const next = starts.slice(0, count);
  const rows = new Int32Array(members.length);
  for (let row = 0; row + 1 < offsets.length; row++) {
    for (let at = offsets[row] ?? 0; at < (offsets[row + 1] ?? 0); at++) {
      const member = members[at] ?? 0;
      const to = next[member] ?? 0;
      rows[to] = row;
      next[member] = to + 1;
    }
  }
  return { offsets: starts, members: rows };
}
