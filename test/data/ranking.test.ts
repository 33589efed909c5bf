import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import type { Interactions } from "../../memory/datasets/interactions.ts";
import { measureRanking, RANKING_DEFAULTS, type RankingSetup } from "../../src/evaluation/ranking/ranking.ts";
import { sharedFits, sharedScorerSystem } from "../../src/evaluation/ranking/shared-fits.ts";
import type { EvaluationReport } from "../../src/evaluation/report.ts";
import { describeOnData, REAL_DATA } from "../support/real-data.ts";

/** MovieLens rows "user SEP item SEP rating SEP seconds", in file order. */
function readRatings(file: string, separator: string): { interactions: Interactions; itemCount: number } {
  const [userIndex, itemIndex] = [new Map<string, number>(), new Map<string, number>()];
  const indexIn = (index: Map<string, number>, name: string): number => {
    const known = index.get(name) ?? index.size;
    index.set(name, known);
    return known;
  };
  const rows = readFileSync(file, "latin1")
    .trimEnd()
    .split("\n")
    .map((line) => line.split(separator));
  const interactions = {
    users: Int32Array.from(rows, ([user = ""]) => indexIn(userIndex, user)),
    items: Int32Array.from(rows, ([, item = ""]) => indexIn(itemIndex, item)),
    values: Float32Array.from(rows, ([, , value]) => Number(value)),
    at: Float64Array.from(rows, ([, , , at]) => Number(at)),
    userIds: [...userIndex.keys()],
  };
  return { interactions, itemCount: itemIndex.size };
}

async function measure(
  name: string,
  file: string,
  separator: string,
  setup: Partial<RankingSetup>,
  names: readonly string[],
): Promise<EvaluationReport> {
  const data = { name, ...readRatings(join(REAL_DATA, name, file), separator), time: "clock" as const };
  const clock = (): number => performance.now();
  const fits = sharedFits(clock);
  try {
    const systems = names.map((system) => sharedScorerSystem(system, fits));
    return await measureRanking(data, systems, { ...RANKING_DEFAULTS, ...setup }, { clock, versions: {} });
  } finally {
    await fits.close();
  }
}

function metricOf(report: EvaluationReport, system: string, metric: string): number {
  return report.results.find((result) => result.system === system)?.metrics[metric]?.value ?? Number.NaN;
}

describeOnData("ranking on MovieLens", ["ml-100k/u.data", "ml-1m/ratings_ts_partial.dat"], () => {
  it("linear and factors reach their bars on ml-100k, far above popular", async () => {
    const setup = { k: [10, 20, 50, 100] };
    const report = await measure("ml-100k", "u.data", "\t", setup, ["popular", "factors", "linear"]);
    console.log(JSON.stringify(report.results, undefined, 1));
    expect(report.protocol).toMatchObject({ users: 943, items: 1682, interactions: 100_000, measured: 943 });
    expect(metricOf(report, "popular", "recall@10")).toBeCloseTo(0.086, 2);
    for (const system of ["linear", "factors"]) {
      expect(metricOf(report, system, "recall@10")).toBeGreaterThanOrEqual(0.215);
      expect(metricOf(report, system, "ndcg@10")).toBeGreaterThanOrEqual(0.112);
      expect(metricOf(report, system, "recall@20")).toBeGreaterThanOrEqual(0.32);
      expect(metricOf(report, system, "recall@50")).toBeGreaterThanOrEqual(0.5);
      expect(metricOf(report, system, "recall@100")).toBeGreaterThanOrEqual(0.64);
    }
    for (const { metrics } of report.comparisons) expect(metrics["ndcg@10"]?.low).toBeGreaterThan(0);
  });

  it("linear reaches its bars on ml-1m, ratings from 4, 5-core", async () => {
    const setup = { positiveFrom: 4, core: 5, k: [10, 100] };
    const report = await measure("ml-1m", "ratings_ts_partial.dat", "::", setup, ["popular", "linear"]);
    console.log(JSON.stringify(report.results, undefined, 1));
    expect(report.protocol).toMatchObject({ users: 6034, items: 3125, interactions: 574_376 });
    expect(metricOf(report, "linear", "recall@10")).toBeGreaterThanOrEqual(0.228);
    expect(metricOf(report, "linear", "ndcg@10")).toBeGreaterThanOrEqual(0.133);
  });
});
