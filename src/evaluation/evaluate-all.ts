import { CiceroneError } from "../../memory/errors.ts";
import { positives } from "../../tools/scoring/interaction-rows.ts";
import type { LinearOptions } from "../../tools/scoring/linear-defaults.ts";
import { tuneLinear } from "../../tools/scoring/linear-tune.ts";
import { sequencesOf } from "../../tools/scoring/sequences.ts";
import { evaluateColdStart } from "./cold-start/evaluate-cold-start.ts";
import { measureSimulated } from "./conversation/simulated.ts";
import { evaluateExplanation } from "./explanation/evaluate-explanation.ts";
import type { MeasuringContext } from "./measuring.ts";
import { withData } from "./open-data.ts";
import { evaluatePipeline } from "./pipeline/evaluate-pipeline.ts";
import { evaluateRanking, evaluateRetrieval } from "./ranking/evaluate-ranking.ts";
import { sharedFits } from "./ranking/shared-fits.ts";
import { evaluateRating } from "./rating/evaluate-rating.ts";
import type { EvaluationReport } from "./report.ts";
import { leaveOneOut } from "./splits/by-time.ts";
import { kCore } from "./splits/k-core.ts";
import { rowsOf } from "./splits/split.ts";
import type { Resampling } from "./statistics/resample.ts";
import { evaluateSummary } from "./summary/evaluate-summary.ts";
import { type Threshold, thresholdOf } from "./threshold.ts";

export interface EvaluateAllOptions extends MeasuringContext, Resampling {
  readonly home: string;
  readonly name: string;
  /** Default: the dataset's own threshold. */
  readonly positiveFrom?: Threshold | undefined;
  readonly core?: number | undefined;
}

export interface EvaluatedAll {
  readonly reports: readonly EvaluationReport[];
  /** What this dataset cannot be measured on, and why. */
  readonly leftOut: readonly { readonly task: string; readonly reason: string }[];
}

type Measure = () => Promise<EvaluationReport | readonly EvaluationReport[]>;

/** People and users where only a sample is measured, so that the whole is over soon: each protocol alone measures more. */
const SAMPLES = { pipeline: 200, "cold-start": 150, explanation: 200, conversation: 20 } as const;

/** What a dataset may lack. */
const LACKING: ReadonlySet<string> = new Set([
  "no-ratings",
  "nothing-to-measure",
  "no-headlines",
  "no-reviews",
  "no-common-clock",
]);

/** Every protocol that a dataset has the data for. Throws what they throw, except where something is lacking. */
export async function evaluateAll(options: EvaluateAllOptions): Promise<EvaluatedAll> {
  const fits = sharedFits(options.clock);
  const linear = options.linear ?? (await linearOptions(options));
  // Protocols measure different systems: each compares with its own first.
  const around = { ...options, linear, against: undefined };
  const shared = { ...around, fits };
  const tasks: Readonly<Record<string, Measure>> = {
    retrieval: () => evaluateRetrieval(shared),
    ranking: () => evaluateRanking(shared),
    pipeline: () => evaluatePipeline({ ...around, users: SAMPLES.pipeline }),
    rating: () => evaluateRating({ ...around, setup: { seed: options.seed, resamples: options.resamples } }),
    "cold-start": () => evaluateColdStart({ ...around, users: SAMPLES["cold-start"] }),
    explanation: () => evaluateExplanation({ ...around, users: SAMPLES.explanation }),
    summary: () => evaluateSummary(around),
    conversation: () => measureSimulated({ ...around, users: SAMPLES.conversation }),
  };
  const reports: EvaluationReport[] = [];
  const leftOut: EvaluatedAll["leftOut"][number][] = [];
  try {
    for (const [task, measure] of Object.entries(tasks)) {
      try {
        reports.push(...[await measure()].flat());
      } catch (error) {
        if (!(error instanceof CiceroneError) || !LACKING.has(error.code)) throw error;
        leftOut.push({ task, reason: error.message });
      }
    }
  } finally {
    await fits.close();
  }
  return { reports, leftOut };
}

/** The linear scorer's options for all protocols, found once, on what all of them may see: everybody's interactions but the last. */
function linearOptions(options: EvaluateAllOptions): Promise<LinearOptions> {
  return withData(options, async ({ interactions, itemCount, manifest }) => {
    const filtered = kCore(
      positives(interactions, thresholdOf(options.positiveFrom, manifest)),
      options.core ?? 1,
    );
    const { train } = leaveOneOut(filtered, "test");
    const { signal, onProgress } = options;
    return tuneLinear(sequencesOf(rowsOf(filtered, train)), itemCount, {
      signal,
      onProgress: (fraction) => onProgress?.({ stage: "choosing the linear scorer's options", fraction }),
    });
  });
}
