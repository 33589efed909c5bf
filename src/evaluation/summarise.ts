import { CiceroneError } from "../../memory/errors.ts";
import { nearest } from "../../memory/nearest.ts";
import type { PairedComparison, SystemResult } from "./report.ts";
import {
  differenceOf,
  estimateOf,
  type Resampled,
  type Resampling,
  resample,
} from "./statistics/resample.ts";
import type { UnitValues } from "./statistics/statistic.ts";

/** What one system did, before any figure is made of it. */
export interface SystemRun {
  readonly system: string;
  /** Metric name with cut-off → values of the units. */
  readonly values: Readonly<Record<string, UnitValues>>;
  readonly seconds: Readonly<Record<string, number>>;
}

export interface SummaryOptions extends Resampling {
  /** The system that the others are compared with; default: the first. */
  readonly against?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Figures with intervals for every system, and each of the others against one, on the same resamples.
 * @throws CiceroneError "unknown-system" where there is none called `against`
 */
export async function summarise(
  runs: readonly SystemRun[],
  units: number,
  options: SummaryOptions,
): Promise<{ readonly results: SystemResult[]; readonly comparisons: PairedComparison[] }> {
  const figures = runs.flatMap(({ values }) => Object.values(values));
  const resampled = await resample(figures, units, options, options.signal);
  const results = resampled.values();
  const bySystem = runs.map(({ values, ...run }) => ({
    ...run,
    metrics: new Map(Object.keys(values).map((name) => [name, results.next().value] as const)),
  }));
  const { against } = options;
  const base = against === undefined ? bySystem[0] : bySystem.find(({ system }) => system === against);
  if (base === undefined && against !== undefined) throw noSuchSystem(against, runs);
  return {
    results: bySystem.map(({ system, seconds, metrics }) => ({
      system,
      metrics: mapped(metrics, (figure) => estimateOf(figure)),
      seconds,
    })),
    comparisons: bySystem
      .filter((each) => base !== undefined && each !== base)
      .map(({ system, metrics }) => ({
        system,
        against: base?.system ?? "",
        metrics: mapped(metrics, (figure, name) => {
          const other = base?.metrics.get(name);
          return other && differenceOf(figure, other);
        }),
      })),
  };
}

function noSuchSystem(name: string, runs: readonly SystemRun[]): CiceroneError {
  const measured = runs.map(({ system }) => system);
  const close = nearest(name, measured);
  return new CiceroneError("unknown-system", `There is no system “${name}” among those measured.`, {
    hint: close === undefined ? `There are ${measured.join(", ")}.` : `Did you mean ${close}?`,
  });
}

function mapped<Result>(
  metrics: ReadonlyMap<string, Resampled | undefined>,
  change: (figure: Resampled, name: string) => Result | undefined,
): Record<string, Result> {
  const entries = [...metrics].flatMap(([name, figure]) => {
    const changed = figure && change(figure, name);
    return changed === undefined ? [] : [[name, changed] as const];
  });
  return Object.fromEntries(entries);
}
