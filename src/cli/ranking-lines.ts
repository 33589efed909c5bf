import type { Estimate } from "../evaluation/bootstrap.ts";
import type { RankingProtocol, RankingReport } from "../evaluation/ranking.ts";
import { tableLines } from "./table.ts";

/** A ranking report for people: the protocol, one row a metric and one column a system, then who is better and by how much. */
export function rankingLines(report: RankingReport): string[] {
  const { protocol, results, comparisons } = report;
  const metrics = Object.keys(results[0]?.metrics ?? {});
  const rows = metrics.map((metric) => [
    metric,
    ...results.map((result) => estimateText(result.metrics[metric])),
  ]);
  rows.push(["seconds to fit", ...results.map((result) => result.seconds.fit.toFixed(2))]);
  rows.push(["seconds to score", ...results.map((result) => result.seconds.score.toFixed(2))]);
  return [
    ...protocolLines(protocol),
    "",
    ...tableLines(["", ...results.map((result) => result.system)], rows),
    ...comparisons.flatMap((comparison) => [
      "",
      `${comparison.system} − ${comparison.against}, over the same users:`,
      ...Object.entries(comparison.metrics).map(
        ([metric, estimate]) => `  ${metric} ${estimateText(estimate)}`,
      ),
    ]),
  ];
}

/** Everything that defines the numbers, a line each: two reports may be compared when these agree. */
function protocolLines(protocol: RankingProtocol): string[] {
  return Object.entries(protocol).map(([name, value]) => `${name}: ${valueText(value)}`);
}

function valueText(value: unknown): string {
  if (value === null) return "none";
  if (typeof value !== "object") return String(value);
  return Object.entries(value)
    .map(([name, part]) => `${name} ${typeof part === "object" ? `(${valueText(part)})` : String(part)}`)
    .join(", ");
}

function estimateText(estimate: Estimate | undefined): string {
  if (estimate === undefined) return "";
  return `${estimate.value.toFixed(4)} [${estimate.low.toFixed(4)}, ${estimate.high.toFixed(4)}]`;
}
