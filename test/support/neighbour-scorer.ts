import type { Interactions } from "../../memory/datasets/interactions.ts";
import type { Scorer } from "../../tools/scoring/scorer.ts";

/** The simplest scorer that learns: cosine of the sets of users who touched two items, summed over the history. */
export function neighbourScorer(interactions: Interactions, size: number): Scorer {
  const users: Set<number>[] = Array.from({ length: size }, () => new Set());
  for (const [row, item] of interactions.items.entries()) {
    if ((interactions.values?.[row] ?? 5) >= 4) users[item]?.add(interactions.users[row] ?? -1);
  }
  const cosine = (a: number, b: number): number => {
    const [mine, theirs] = [users[a] ?? new Set<number>(), users[b] ?? new Set<number>()];
    return a === b || mine.size * theirs.size === 0
      ? 0
      : [...mine].filter((user) => theirs.has(user)).length / Math.sqrt(mine.size * theirs.size);
  };
  return {
    name: "neighbours",
    device: "cpu",
    async score(history, signal) {
      signal?.throwIfAborted();
      return Float32Array.from({ length: size }, (_, candidate) =>
        history.reduce((sum, { item, weight }) => sum + weight * cosine(item, candidate), 0),
      );
    },
    async contributions(history, items, signal) {
      signal?.throwIfAborted();
      return items.map((candidate) =>
        history.map(({ item, weight }) => ({ item, amount: weight * cosine(item, candidate) })),
      );
    },
  };
}
