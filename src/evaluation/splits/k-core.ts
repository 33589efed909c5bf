import type { Interactions } from "../../../memory/datasets/interactions.ts";
import { keepRows } from "../../../tools/scoring/interaction-rows.ts";

/**
 * The largest part in which every user and every item has at least `core` interactions: rows are dropped until nothing changes.
 * User and item numbers stay as they are; who lost everything has no row.
 */
export function kCore(interactions: Interactions, core: number): Interactions {
  let kept = interactions;
  // Each round drops a row or is the last, so there are no more rounds than rows.
  for (let round = 0; round <= interactions.users.length; round++) {
    const users = tally(kept.users);
    const items = tally(kept.items);
    const next = keepRows(
      kept,
      (row) => (users[kept.users[row] ?? 0] ?? 0) >= core && (items[kept.items[row] ?? 0] ?? 0) >= core,
    );
    if (next.users.length === kept.users.length) break;
    kept = next;
  }
  return kept;
}

function tally(column: Int32Array): Int32Array {
  const counts = new Int32Array(column.reduce((most, each) => Math.max(most, each), -1) + 1);
  for (const each of column) counts[each] = (counts[each] ?? 0) + 1;
  return counts;
}
