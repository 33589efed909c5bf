import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import { reportLines } from "../../../src/cli/report-lines.ts";
import { around, hostileReport, PROTOCOL, REPORT, result } from "../../support/evaluation-report.ts";

const METRICS = ["recall@10", "ndcg@10", "mrr@10", "recall@100", "coverage@10"];

function manyMetrics(systems: readonly string[]): typeof REPORT {
  const metrics = Object.fromEntries(METRICS.map((metric) => [metric, around(0.2, 0.025)]));
  return { ...REPORT, results: systems.map((system) => ({ system, metrics, seconds: {} })) };
}

describe("a report on a terminal", () => {
  it("has the protocol, a row a system, differences and the published block", () => {
    expect(reportLines(REPORT, { width: 80 })).toEqual([
      "Ranking on ml-100k",
      "",
      "  checksum c0ffee · simulated no · unit users · measured 943 · seed 1",
      "  positive from none · mask seen yes",
      "  intervals   95 %, percentile bootstrap over users, 1000 resamples",
      "  versions    cicerone 0.1.0, node 24.0.0",
      "  parameters  linear (l2 500), popular (none)",
      "",
      "                  recall@10               ndcg@10  fit s",
      "popular  0.086 [0.06, 0.11]  0.043 [0.032, 0.054]   0.41",
      "linear   0.214 [0.19, 0.24]  0.107 [0.096, 0.118]   0.41",
      "",
      "Differences over the same 943 users:",
      "linear − popular",
      "  recall@10    +0.129 [+0.10, +0.15]  p 0.002  higher",
      "  ndcg@10    −0.004 [−0.015, +0.007]  p 0.400  within chance",
      "Higher or lower: beyond chance, p < 0.05, each by itself; of twenty tests of",
      "nothing, one is so by chance.",
      "",
      "Published, not run here:",
      "",
      "A poster, table 3",
      "  Seen items stay.",
      "          recall@10",
      "  SASRec     0.1166",
    ]);
  });

  it("turns the table where there is no room for every metric in a row", () => {
    const lines = reportLines(manyMetrics(["popular", "linear"]), { width: 80 });
    expect(lines).toContain("                        popular              linear");
    expect(lines).toContain("coverage@10  0.200 [0.18, 0.23]  0.200 [0.18, 0.23]");
    const wide = reportLines(manyMetrics(["popular", "linear"]), { width: 120 });
    expect(wide.some((line) => METRICS.every((metric) => line.includes(metric)))).toBe(true);
  });

  it("breaks the table where neither way fits, the most telling metrics first", () => {
    const lines = reportLines(manyMetrics(["a", "b", "c", "d", "e"]), { width: 80 });
    const heads = lines
      .map((line) => line.trim().split(/\s+/))
      .filter((words) => words.length > 1 && words.every((word) => METRICS.includes(word)));
    expect(heads).toEqual([
      ["ndcg@10", "recall@10", "mrr@10"],
      ["coverage@10", "recall@100"],
    ]);
    expect(lines.filter((line) => line.startsWith("a  "))).toHaveLength(2);
  });

  it.each([60, 80, 120])("stays within %i columns", (width) => {
    const reports = [
      REPORT,
      manyMetrics(["a", "b", "c", "d", "e"]),
      { ...REPORT, results: [result("x".repeat(90), 0.1)] },
    ];
    const widest = Math.max(
      ...reports.flatMap((report) => reportLines(report, { width })).map((line) => stringWidth(line)),
    );
    expect(widest).toBeLessThanOrEqual(width);
  });

  it("tells the most telling metrics of several pairs, and counts the others", () => {
    const metrics = Object.fromEntries(
      METRICS.map((metric, at) => [metric, { ...around(0.1, 0.02), p: at < 3 ? 0.002 : 0.5 }]),
    );
    const comparisons = ["linear", "text"].map((system) => ({ system, against: "popular", metrics }));
    const lines = reportLines({ ...REPORT, comparisons }, { width: 80 });
    const from = lines.indexOf("text − popular");
    expect(lines.slice(from, from + 5)).toEqual([
      "text − popular",
      "  recall@10  +0.100 [+0.08, +0.12]  p 0.002  higher",
      "  ndcg@10    +0.100 [+0.08, +0.12]  p 0.002  higher",
      "  mrr@10     +0.100 [+0.08, +0.12]  p 0.002  higher",
      "  other metrics: 2 within chance",
    ]);
  });

  it("tells an entry of many parts one part a line", () => {
    const ranksBy = {
      popular: "number of training interactions, however old",
      linear: "the score of the linear model",
    };
    const lines = reportLines({ ...REPORT, protocol: { ...PROTOCOL, ranksBy } }, { width: 80 });
    const from = lines.findIndex((line) => line.startsWith("  ranks by"));
    expect(lines.slice(from, from + 2)).toEqual([
      "  ranks by    popular: number of training interactions, however old",
      "              linear: the score of the linear model",
    ]);
  });

  it("warns of simulated people before any figure", () => {
    const [, second] = reportLines({ ...REPORT, protocol: { ...PROTOCOL, simulated: true } }, { width: 80 });
    expect(second).toBe("Measured on simulated people: this says nothing about real ones.");
  });

  it("lets nothing through that a terminal would obey", () => {
    expect(reportLines(hostileReport(), { width: 80 }).join("\n")).not.toMatch(/[^\P{Cc}\n]|\u202e/u);
  });

  it("shows a system that lacks a metric with a dash", () => {
    const partial = { ...result("text", 0.102), metrics: { "recall@10": around(0.102, 0.025) } };
    const lines = reportLines({ ...REPORT, results: [result("linear", 0.214), partial] }, { width: 80 });
    expect(lines).toContain("text    0.102 [0.08, 0.13]                     –   0.41");
  });
});
