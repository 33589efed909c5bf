import { CiceroneError } from "../../../memory/errors.ts";
import type { Split } from "./split.ts";

/** What a split lets a model see that it could not have known. */
export interface Leaks {
  /** Training rows that come after (or are) something of the same user that must be predicted. */
  readonly rows: number;
  readonly users: number;
  /** Of all training rows. */
  readonly share: number;
}

/**
 * Counts training rows that are later than the first test row of the same user; of equal times the later row of the file is the
 * later one. Splits by time have none; random folds have many, which is why their protocol says so.
 */
export function leaksOf({ interactions, train, test }: Split): Leaks {
  const { users, at } = interactions;
  const first = new Map<number, number>();
  for (const row of test) {
    const user = users[row] ?? 0;
    const before = first.get(user);
    if (before === undefined || isLater(at, before, row)) first.set(user, row);
  }
  let rows = 0;
  const leaking = new Set<number>();
  for (const row of train) {
    const user = users[row] ?? 0;
    const target = first.get(user);
    if (target === undefined || (row !== target && !isLater(at, row, target))) continue;
    rows += 1;
    leaking.add(user);
  }
  return { rows, users: leaking.size, share: train.length === 0 ? 0 : rows / train.length };
}

/** @throws CiceroneError "leaking-split" where anything leaks */
export function assertNoLeaks(split: Split): void {
  const { rows, users } = leaksOf(split);
  if (rows === 0) return;
  throw new CiceroneError(
    "leaking-split",
    `${rows} training rows of ${users} users are later than what must be predicted of them`,
    { hint: "split by time: --split leave-one-out, temporal-user or temporal-global" },
  );
}

function isLater(at: Float64Array, row: number, other: number): boolean {
  const [a, b] = [at[row] ?? 0, at[other] ?? 0];
  return a > b || (a === b && row > other);
}
