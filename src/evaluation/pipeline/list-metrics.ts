import { dot, type ItemVectors, vectorAt } from "../../../tools/retrieval/item-vectors.ts";
import type { RankingCase } from "../ranking/cases.ts";
import { meanValues, type UnitValues } from "../statistics/statistic.ts";

interface ListMetricParts {
  /** First places of each case's list, best first. */
  readonly lists: readonly Int32Array[];
  readonly cases: readonly Pick<RankingCase, "history">[];
  /** Training interactions of each item, and of all. */
  readonly counts: Float32Array;
  /** Users in training. */
  readonly users: number;
  /** How many items are in play. */
  readonly items: number;
  /** Unit vectors by which items differ; zero where nothing is known of an item. */
  readonly vectors: ItemVectors;
}

/**
 * What lists are beyond being right, over their first k places; an empty list has none of it.
 * - `diversity@k`: the mean of 1 − cosine over all pairs of the list (Ziegler et al., WWW 2005), by text vectors; lists of one have none.
 * - `novelty@k`: mean self-information −log₂((count + 1) / (users + 1)) (Zhou et al., PNAS 2010): a bit for each halving of renown.
 * - `coverage@k`: different items in all lists / items in play.
 * - `popularity-lift@k`: mean count of the list / mean count of the user's own history, minus 1: 0 = as popular as what they take
 *   (Abdollahpouri et al., RMSE workshop 2019).
 */
export function listValues(parts: ListMetricParts, k: number): Record<string, UnitValues> {
  const lists = parts.lists.map((list) => list.subarray(0, k));
  const each = (value: (list: Int32Array, at: number) => number): UnitValues =>
    meanValues(lists.map((list, at) => (list.length === 0 ? Number.NaN : value(list, at))));
  const { counts, users } = parts;
  return {
    [`diversity@${k}`]: each((list) => diversity(parts.vectors, list)),
    [`novelty@${k}`]: each((list) =>
      mean(Array.from(list, (item) => -Math.log2(((counts[item] ?? 0) + 1) / (users + 1)))),
    ),
    [`coverage@${k}`]: coverage(lists, parts.items),
    [`popularity-lift@${k}`]: each((list, at) => {
      const past = parts.cases[at]?.history ?? [];
      const own = mean(past.map(({ item }) => counts[item] ?? 0));
      return mean(Array.from(list, (item) => counts[item] ?? 0)) / own - 1;
    }),
  };
}

function coverage(lists: readonly Int32Array[], items: number): UnitValues {
  const units = lists.flatMap((list, unit) => Array.from(list, () => unit));
  const things = lists.flatMap((list) => Array.from(list));
  return {
    kind: "distinct",
    columns: [Float64Array.from(units), Float64Array.from(things), Float64Array.of(items)],
  };
}

function diversity(vectors: ItemVectors, list: Int32Array): number {
  const rows = Array.from(list, (item) => vectorAt(vectors, item));
  const pairs = rows.flatMap((a, at) => rows.slice(at + 1).map((b) => 1 - dot(a, b)));
  return mean(pairs);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
