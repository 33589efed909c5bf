import type { Interactions } from "../../memory/datasets/interactions.ts";
import { keepRows } from "../../tools/scoring/interaction-rows.ts";
import { type Sequences, sequenceOf, userCount } from "../../tools/scoring/sequences.ts";

export type Holdout = "validation" | "test";

/** What is fitted, and what must be predicted from it. */
export interface Split {
  /** Everything before the held-out interaction; a user with nothing held out keeps all. */
  readonly train: Sequences;
  /** Each user's held-out item, −1 where there is none. */
  readonly truth: Int32Array;
}

/**
 * The largest part in which every user and every item has at least `core` interactions: rows are dropped until nothing changes.
 * User and item numbers stay as they are; who lost everything has an empty sequence.
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

/**
 * Leave-one-out by time: the last interaction of a user is the test, the one before it the validation. `sequences` are in time
 * order, ties in file order. For "validation" the last interaction is thrown away, so that tuning never sees it. A user needs
 * two interactions for a test and three for a validation; others only train.
 */
export function leaveOneOut(sequences: Sequences, holdout: Holdout): Split {
  const users = userCount(sequences);
  const cut = holdout === "test" ? 1 : 2;
  const truth = new Int32Array(users).fill(-1);
  const offsets = new Int32Array(users + 1);
  const items = new Int32Array(sequences.items.length);
  let length = 0;
  for (let user = 0; user < users; user++) {
    const sequence = sequenceOf(sequences, user);
    const before = sequence.length - cut;
    if (before > 0) truth[user] = sequence[before] ?? -1;
    const train = before > 0 ? sequence.subarray(0, before) : withoutLast(sequence, holdout);
    items.set(train, length);
    length += train.length;
    offsets[user + 1] = length;
  }
  return { train: { offsets, items: items.slice(0, length) }, truth };
}

/** A sequence too short to hold anything out: it trains, but the test interaction of a validation split still must not. */
function withoutLast(sequence: Int32Array, holdout: Holdout): Int32Array {
  return holdout === "validation" && sequence.length > 1 ? sequence.subarray(0, -1) : sequence;
}

function tally(column: Int32Array): Int32Array {
  const counts = new Int32Array(column.reduce((most, each) => Math.max(most, each), -1) + 1);
  for (const each of column) counts[each] = (counts[each] ?? 0) + 1;
  return counts;
}
