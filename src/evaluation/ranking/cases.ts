import type { Interactions } from "../../../memory/datasets/interactions.ts";
import { seededRandom } from "../../../memory/random.ts";
import { timeOrder } from "../../../tools/scoring/sequences.ts";
import { rowsOf, type Split } from "../splits/split.ts";
import type { PastItem } from "./ranker.ts";

/** One user to be predicted. */
export interface RankingCase {
  readonly user: number;
  readonly history: readonly PastItem[];
  /** Held-out items, each once. */
  readonly truth: readonly number[];
}

/** Every user with something held out. Whoever has no training interaction is left out: nothing is known of them. */
export function casesOf({ interactions, train, test }: Split): RankingCase[] {
  const histories = historiesOf(rowsOf(interactions, train));
  const truths = new Map<number, Set<number>>();
  for (const row of test) {
    const user = interactions.users[row] ?? 0;
    const items = truths.get(user) ?? new Set();
    truths.set(user, items.add(interactions.items[row] ?? 0));
  }
  return [...truths]
    .sort(([a], [b]) => a - b)
    .flatMap(([user, items]) => {
      const history = histories(user);
      return history.length === 0 ? [] : [{ user, history, truth: [...items] }];
    });
}

/** Each user's interactions as a history, oldest first. */
export function historiesOf(interactions: Interactions): (user: number) => PastItem[] {
  const { offsets, order } = timeOrder(interactions);
  const { items, values } = interactions;
  return (user) =>
    Array.from(order.subarray(offsets[user] ?? 0, offsets[user + 1] ?? 0), (row) => {
      const value = values?.[row];
      return {
        item: items[row] ?? 0,
        weight: 1,
        value: Number.isNaN(value ?? Number.NaN) ? undefined : value,
      };
    });
}

/** A seeded sample, in user order; all where there are no more. */
export function sampleCases(
  cases: readonly RankingCase[],
  most: number | undefined,
  seed: number,
): readonly RankingCase[] {
  if (most === undefined || cases.length <= most) return cases;
  const random = seededRandom(seed);
  return cases
    .map((each) => ({ each, key: random() }))
    .sort((a, b) => a.key - b.key)
    .slice(0, most)
    .map(({ each }) => each)
    .sort((a, b) => a.user - b.user);
}
