import { sanitiseLine } from "../../sanitise.ts";
import type { PairedComparison, Protocol } from "../report.ts";
import type { Difference } from "../statistics/resample.ts";
import { differenceText, precisionOf, pText, verdictText } from "./figures.ts";
import { metricsOf } from "./metric-order.ts";

/** "Differences over the same 943 users". */
export function comparisonHeading({ measured, unit }: Protocol): string {
  return `Differences over the same ${measured} ${sanitiseLine(unit)}`;
}

/** What "beyond chance" means; `marks` says how it is shown. */
export function chanceNote(marks: string): string {
  return `${marks}: beyond chance, p < 0.05, each by itself; of twenty tests of nothing, one is so by chance.`;
}

/** "linear − popular". */
export function pairText({ system, against }: PairedComparison): string {
  return `${sanitiseLine(system)} − ${sanitiseLine(against)}`;
}

/** A difference as three texts, safe to print. */
export interface ComparisonCell {
  /** "+0.121 [+0.10, +0.14]". */
  readonly difference: string;
  readonly p: string;
  /** "higher", "lower", "within chance", "unknown". */
  readonly verdict: string;
}

/** One row a metric, one column a pair; undefined where a pair lacks the metric. */
export function comparisonMatrix(comparisons: readonly PairedComparison[]): {
  readonly pairs: readonly string[];
  readonly rows: readonly {
    readonly metric: string;
    readonly cells: readonly (ComparisonCell | undefined)[];
  }[];
} {
  return {
    pairs: comparisons.map(pairText),
    rows: metricsOf(comparisons).map((metric) => ({
      metric: sanitiseLine(metric),
      cells: comparisons.map(({ metrics }) => cellOf(metrics[metric])),
    })),
  };
}

/** What marks a difference beyond chance. */
export function verdictMark({ verdict }: ComparisonCell): string {
  if (verdict === "higher") return "▲ ";
  return verdict === "lower" ? "▼ " : "";
}

function cellOf(difference: Difference | undefined): ComparisonCell | undefined {
  return (
    difference && {
      difference: differenceText(difference, precisionOf([difference])),
      p: pText(difference.p),
      verdict: verdictText(difference),
    }
  );
}
