import type { Catalogue } from "../../../memory/items/catalogue.ts";
import { nameKey } from "../../../tools/language/name-keys.ts";
import type { UnitValues } from "../statistics/statistic.ts";
import type { MeasuredTurn } from "./redial-turns.ts";

/** Where one recommended item came in the list of a system. */
export interface TurnResult {
  readonly unit: number;
  readonly fresh: boolean;
  /** 1 = first; infinite where it is not in the list. */
  readonly rank: number;
}

/** The ranks of a turn's targets in a list of catalogue indices, best first. */
export function foundIn(
  { unit, targets }: Pick<MeasuredTurn, "unit" | "targets">,
  list: readonly number[],
  catalogue: Pick<Catalogue, "title">,
): TurnResult[] {
  const names = list.map((item) => nameKey(catalogue.title(item)));
  return targets.map(({ item, name, fresh }) => {
    const key = nameKey(item === undefined ? name : catalogue.title(item));
    const place = list.findIndex((each, at) => each === item || names[at] === key);
    return { unit, fresh, rank: place < 0 ? Number.POSITIVE_INFINITY : place + 1 };
  });
}

/** recall@k, ndcg@k and recall-all@k as means over recommended items, each unit with its share of them. */
export function turnFigures(
  results: readonly TurnResult[],
  units: number,
  cutoffs: readonly number[],
): Record<string, UnitValues> {
  const fresh = results.filter((result) => result.fresh);
  const figures = cutoffs.flatMap((k) => {
    const hit = ({ rank }: TurnResult): number => Number(rank <= k);
    const gain = ({ rank }: TurnResult): number => (rank <= k ? 1 / Math.log2(rank + 1) : 0);
    return [
      [`recall@${k}`, ratioOf(fresh, units, hit)],
      [`ndcg@${k}`, ratioOf(fresh, units, gain)],
      [`recall-all@${k}`, ratioOf(results, units, hit)],
    ] as const;
  });
  return Object.fromEntries(figures);
}

function ratioOf(
  results: readonly TurnResult[],
  units: number,
  value: (result: TurnResult) => number,
): UnitValues {
  const sums = new Float64Array(units);
  const counts = new Float64Array(units);
  for (const result of results) {
    sums[result.unit] = (sums[result.unit] ?? 0) + value(result);
    counts[result.unit] = (counts[result.unit] ?? 0) + 1;
  }
  return { kind: "ratio", columns: [sums, counts] };
}
