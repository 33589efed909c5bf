import { sanitiseLine } from "../../sanitise.ts";
import type { SystemResult } from "../report.ts";
import { estimateText, type Precision, precisionOf, secondsText } from "./figures.ts";
import { timedParts } from "./metric-order.ts";

/** Names in the first column, figures in the others, all as text that is safe to print. */
export interface FigureTable {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** One row a system, one column a metric of `metrics`, then the seconds that it took. */
export function resultTable(results: readonly SystemResult[], metrics: readonly string[]): FigureTable {
  const timed = timedParts(results);
  const precisions = precisionsOf(results, metrics);
  return {
    headings: ["", ...metrics.map(sanitiseLine), ...timed.map((part) => `${sanitiseLine(part)} s`)],
    rows: results.map(({ system, metrics: own, seconds }) => [
      sanitiseLine(system),
      ...metrics.map((metric, at) => estimateText(own[metric], precisions[at] ?? DEFAULT_PRECISION)),
      ...timed.map((part) => secondsText(seconds[part])),
    ]),
  };
}

const DEFAULT_PRECISION: Precision = { value: 3, interval: 2 };

function precisionsOf(results: readonly SystemResult[], metrics: readonly string[]): Precision[] {
  return metrics.map((metric) => precisionOf(results.flatMap((result) => result.metrics[metric] ?? [])));
}

/** The table lying on its side: one row a metric, one column a system. */
export function transposed({ headings, rows }: FigureTable): FigureTable {
  return {
    headings: ["", ...rows.map(([name = ""]) => name)],
    rows: headings.slice(1).map((heading, at) => [heading, ...rows.map((row) => row[at + 1] ?? "")]),
  };
}
