import type { Plot, SystemResult } from "../report.ts";
import { overAll } from "../statistics/statistic.ts";
import type { SystemRun } from "../summarise.ts";
import type { RankingCase } from "./cases.ts";

/** Recall by list length, and how the figures differ between users with short and with long histories. */
export function rankingPlots(
  results: readonly SystemResult[],
  runs: readonly SystemRun[],
  cases: readonly RankingCase[],
  { k }: { readonly k: readonly number[] },
): Plot[] {
  const cutoff = k.includes(10) ? 10 : (k[0] ?? 10);
  return [recallCurve(results, k), historyBars(runs, cases, `recall@${cutoff}`)];
}

function recallCurve(results: readonly SystemResult[], k: readonly number[]): Plot {
  return {
    title: "Recall by length of the list",
    x: "k",
    y: "recall@k",
    series: results.map(({ system, metrics }) => ({
      name: system,
      points: k.flatMap((cutoff) => {
        const estimate = metrics[`recall@${cutoff}`];
        return estimate === undefined
          ? []
          : [{ x: cutoff, y: estimate.value, low: estimate.low, high: estimate.high }];
      }),
    })),
  };
}

/** Groups of as equal a number of users as ties allow. */
const GROUPS = 4;

function historyBars(runs: readonly SystemRun[], cases: readonly RankingCase[], metric: string): Plot {
  const lengths = cases.map(({ history }) => history.length);
  const groups = quantileGroups(lengths, GROUPS);
  return {
    title: `${metric} by length of the history`,
    x: "interactions in training",
    y: metric,
    series: runs.map(({ system, values }) => ({
      name: system,
      points: groups.flatMap(({ least, most }) => {
        const own = values[metric];
        if (own === undefined) return [];
        const weights = lengths.map((length) => Number(length >= least && length <= most));
        const [columns] = own.columns;
        if (columns === undefined) return [];
        const kept = columns.filter((_, at) => weights[at] === 1);
        return [
          {
            x: least === most ? String(least) : `${least}–${most}`,
            y: overAll({ kind: "mean", columns: [kept] }, kept.length),
          },
        ];
      }),
    })),
  };
}

function quantileGroups(
  values: readonly number[],
  count: number,
): { readonly least: number; readonly most: number }[] {
  const sorted = [...values].sort((a, b) => a - b);
  const borders = new Set(
    Array.from({ length: count }, (_, at) => sorted[Math.ceil(((at + 1) * sorted.length) / count) - 1] ?? 0),
  );
  let least = sorted[0] ?? 0;
  return [...borders].map((most) => {
    const group = { least, most };
    least = most + 1;
    return group;
  });
}
