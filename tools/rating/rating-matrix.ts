import type { Interactions } from "../../memory/datasets/interactions.ts";

/** Ratings grouped by row: those of row r lie at start[r] to start[r + 1] − 1 of `other` and `value`. */
export interface RatingRows {
  readonly start: Int32Array;
  readonly other: Int32Array;
  readonly value: Float32Array;
}

/** A sparse users × items rating matrix, readable from both sides. */
export interface RatingMatrix {
  readonly users: number;
  readonly items: number;
  readonly count: number;
  readonly byUser: RatingRows;
  readonly byItem: RatingRows;
}

/**
 * Builds the matrix from the rated interactions of the users that `keep` accepts, each rating passed through `measure`. Interactions without a value (NaN)
 * are not ratings and are left out; of a pair that was rated twice both ratings count.
 */
export function ratingMatrix(
  interactions: Interactions,
  items: number,
  measure: (value: number) => number,
  keep: (user: number) => boolean = () => true,
): RatingMatrix {
  const users = interactions.userIds.length;
  const values = (interactions.values ?? new Float32Array(interactions.users.length).fill(Number.NaN)).map(
    measure,
  );
  const kept = new Int32Array(values.length);
  let count = 0;
  for (let at = 0; at < kept.length; at++) {
    if (!Number.isNaN(values[at] ?? Number.NaN) && keep(interactions.users[at] ?? 0)) kept[count++] = at;
  }
  const rows = kept.subarray(0, count);
  return {
    users,
    items,
    count,
    byUser: group(rows, interactions.users, interactions.items, values, users),
    byItem: group(rows, interactions.items, interactions.users, values, items),
  };
}

/** Counting sort by row: linear, and stable, so that file order is kept within a row. */
function group(
  kept: Int32Array,
  row: Int32Array,
  column: Int32Array,
  values: Float32Array,
  rows: number,
): RatingRows {
  const start = new Int32Array(rows + 1);
  for (let place = 0; place < kept.length; place++) {
    const r = row[kept[place] ?? 0] ?? 0;
    start[r + 1] = (start[r + 1] ?? 0) + 1;
  }
  for (let r = 0; r < rows; r++) start[r + 1] = (start[r + 1] ?? 0) + (start[r] ?? 0);
  const next = start.slice(0, rows);
  const other = new Int32Array(kept.length);
  const value = new Float32Array(kept.length);
  for (let place = 0; place < kept.length; place++) {
    const at = kept[place] ?? 0;
    const r = row[at] ?? 0;
    const to = next[r] ?? 0;
    next[r] = to + 1;
    other[to] = column[at] ?? 0;
    value[to] = values[at] ?? 0;
  }
  return { start, other, value };
}
