import type { SystemResult } from "../report.ts";

/** Most telling first: what was found, how wrong, what was understood, then what lists are like. */
const FAMILIES = [
  "ndcg",
  "recall",
  "hit",
  "success",
  "mrr",
  "rmse",
  "mae",
  "accuracy",
  "f1",
  "auc",
  "violations",
  "repeats",
  "bleu",
  "rouge",
  "meteor",
  "bertscore",
];

/** Every metric that a system has, in the order in which they were reported. */
export function metricsOf(
  results: readonly { readonly metrics: Readonly<Record<string, unknown>> }[],
): string[] {
  return [...new Set(results.flatMap(({ metrics }) => Object.keys(metrics)))];
}

/** The same, most telling first: families as above, and of a family the cut-off 10 before others. */
export function byImportance(metrics: readonly string[]): string[] {
  return [...metrics].sort(
    (a, b) => Number(isOddCutoff(a)) - Number(isOddCutoff(b)) || placeOf(a) - placeOf(b),
  );
}

/** "fit", "score": what was timed, over all systems. */
export function timedParts(results: readonly SystemResult[]): string[] {
  return [...new Set(results.flatMap(({ seconds }) => Object.keys(seconds)))];
}

function placeOf(metric: string): number {
  const place = FAMILIES.findIndex((family) => metric.startsWith(family));
  return place === -1 ? FAMILIES.length : place;
}

function isOddCutoff(metric: string): boolean {
  const [, cutoff] = metric.split("@");
  return cutoff !== undefined && cutoff !== "10";
}
