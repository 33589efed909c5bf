import { join } from "node:path";
import type { MeasuringContext } from "../../evaluation/measuring.ts";
import type { EvaluationReport } from "../../evaluation/report.ts";
import { runCache } from "../../evaluation/run-cache.ts";
import { codeVersion } from "../code-version.ts";
import { type Cli, homeOf } from "../open.ts";
import { progressLine } from "../progress-line.ts";
import { readVersion } from "../version.ts";
import type { EvaluationValues } from "./evaluation-values.ts";
import { showReports } from "./show-reports.ts";

/** What a protocol is given by the command line. */
export interface EvaluationSurroundings extends MeasuringContext {
  readonly home: string;
  readonly name: string;
  readonly seed: number;
  readonly resamples: number;
  readonly against: string | undefined;
}

/** Measures with progress on stderr, keeps finished runs under the home, and shows the reports as asked. */
export async function runEvaluation(
  cli: Cli,
  values: EvaluationValues,
  command: string,
  measure: (surroundings: EvaluationSurroundings) => Promise<readonly EvaluationReport[]>,
): Promise<void> {
  const { terminal } = cli;
  const home = homeOf(terminal, values);
  const progress = progressLine(terminal);
  const reports = await measure({
    home,
    name: values.data,
    seed: values.seed,
    resamples: values.resamples,
    against: values.against,
    signal: terminal.interrupted,
    onProgress: progress.show,
    clock: () => performance.now(),
    versions: { cicerone: readVersion(), node: process.versions.node, code: codeVersion() },
    runs: values.fresh === true ? undefined : runCache(join(home, "evaluations")),
  }).finally(progress.clear);
  await showReports(terminal, reports, values, command);
}
