import { sanitiseLine } from "../../sanitise.ts";
import type { PairedComparison, Protocol } from "../report.ts";
import { differenceText, precisionOf, pText, verdictText } from "./figures.ts";

/** "Differences over the same 943 users". */
export function comparisonHeading({ measured, unit }: Protocol): string {
  return `Differences over the same ${measured} ${sanitiseLine(unit)}`;
}

export const COMPARISON_NOTE =
  "Higher or lower: p < 0.05, each by itself; of twenty such tests one is beyond chance by chance.";

/** "linear − popular". */
export function pairText({ system, against }: PairedComparison): string {
  return `${sanitiseLine(system)} − ${sanitiseLine(against)}`;
}

/** Rows of metric, difference with its interval, p, and whether that is beyond chance; safe to print. */
export function comparisonRows({ metrics }: PairedComparison): readonly [string, string, string, string][] {
  return Object.entries(metrics).map(([metric, difference]) => [
    sanitiseLine(metric),
    differenceText(difference, precisionOf([difference])),
    pText(difference.p),
    verdictText(difference),
  ]);
}
