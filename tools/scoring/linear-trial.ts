import { type Matrix, zeros } from "./algebra.ts";
import { kept, type Recency } from "./recency.ts";
import { type Sequences, sequenceOf, userCount } from "./sequences.ts";

/** Users' last interactions cut off: what a trial predicts, and what it may know. Items are numbered by how often they occur. */
export interface Trial {
  /** Everybody's interactions but the last. */
  readonly train: Sequences;
  readonly size: number;
  /** Who is asked about, and their last items. */
  readonly users: Int32Array;
  readonly truths: Int32Array;
}

/**
 * The last interaction of every user with two or more is cut off; of these users, evenly spread, at most `mostUsers` are asked about.
 */
export function cutLast(sequences: Sequences, size: number, mostUsers: number): Trial {
  const offsets = new Int32Array(userCount(sequences) + 1);
  const items = new Int32Array(sequences.items.length);
  const asked: number[] = [];
  let length = 0;
  for (let user = 0; user < userCount(sequences); user++) {
    const all = sequenceOf(sequences, user);
    const train = all.length < 2 ? all : all.subarray(0, -1);
    if (train.length < all.length) asked.push(user);
    items.set(train, length);
    length += train.length;
    offsets[user + 1] = length;
  }
  const step = Math.max(1, asked.length / mostUsers);
  const count = Math.min(asked.length, mostUsers);
  const users = Int32Array.from({ length: count }, (_, place) => asked[Math.floor(place * step)] ?? 0);
  const truths = users.map((user) => sequenceOf(sequences, user).at(-1) ?? 0);
  return { train: { offsets, items: items.slice(0, length) }, size, users, truths };
}

/** The asked users' faded histories [users × size]. */
export function fadedHistories({ train, users, size }: Trial, recency: Recency): Matrix {
  const histories = zeros(users.length, size);
  for (const [line, user] of users.entries()) {
    const items = sequenceOf(train, user);
    for (const [place, item] of items.entries()) {
      const cell = line * size + item;
      histories.data[cell] = (histories.data[cell] ?? 0) + kept(items.length - 1 - place, recency);
    }
  }
  return histories;
}

/** Ranks behind this one gain nothing. */
const DEEPEST = 100;
const HEAD = 10;

/**
 * Mean of NDCG@10 and NDCG@100 over the asked users, seen items left out, ties before the truth: the head is what people see, and its
 * tail, which half counts, makes the measure steadier and is what filters and critiques draw from.
 * @param scores of both models for the asked users [users × size]; @param factors of each item's score
 */
export function gainOf(
  { train, users, truths, size }: Trial,
  { transition, ease }: { readonly transition: Matrix; readonly ease: Matrix },
  share: number,
  factors: Float32Array,
): number {
  const isOut = new Uint8Array(size);
  let total = 0;
  for (const [line, user] of users.entries()) {
    const seen = sequenceOf(train, user);
    const truth = truths[line] ?? 0;
    for (const item of seen) isOut[item] = 1;
    isOut[truth] = 1;
    const start = line * size;
    const own = scoreAt(transition.data, ease.data, start + truth, share) * (factors[truth] ?? 1);
    let rank = 1;
    // Frequent items stand first, so that a rank beyond the deepest is known after a few.
    for (let item = 0; item < size && rank <= DEEPEST; item++) {
      if (isOut[item] === 1) continue;
      if (scoreAt(transition.data, ease.data, start + item, share) * (factors[item] ?? 1) >= own) rank += 1;
    }
    for (const item of seen) isOut[item] = 0;
    isOut[truth] = 0;
    if (rank <= DEEPEST) total += (rank <= HEAD ? 1 : 0.5) / Math.log2(rank + 1);
  }
  return total / Math.max(1, users.length);
}

function scoreAt(transition: Float32Array, ease: Float32Array, cell: number, share: number): number {
  return (transition[cell] ?? 0) + share * (ease[cell] ?? 0);
}
