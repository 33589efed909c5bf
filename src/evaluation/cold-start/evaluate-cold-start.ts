import { fitTextVectors } from "../../../tools/retrieval/text-vectors.ts";
import type { MeasuringContext } from "../measuring.ts";
import { withData } from "../open-data.ts";
import type { EvaluationReport } from "../report.ts";
import type { Resampling } from "../statistics/resample.ts";
import { type Threshold, thresholdOf } from "../threshold.ts";
import { textVectorsOf } from "../training-stage.ts";
import type { ColdStartSetup } from "./cold-start-setup.ts";
import { measureColdItems } from "./measure-cold-items.ts";
import { measureColdUsers } from "./measure-cold-users.ts";

export interface EvaluateColdStartOptions extends MeasuringContext, Resampling {
  readonly home: string;
  readonly name: string;
  /** Default: 500. */
  readonly users?: number | undefined;
  /** Default: 10. */
  readonly k?: number | undefined;
  /** Default: the dataset's own threshold. */
  readonly positiveFrom?: Threshold | undefined;
  readonly against?: string | undefined;
}

/**
 * What happens to somebody of whom little is known, and to an item nobody has taken yet: two reports. Throws what `openDataset` throws, and
 * "nothing-to-measure".
 */
export function evaluateColdStart(options: EvaluateColdStartOptions): Promise<readonly EvaluationReport[]> {
  return withData(options, async (data) => {
    const text = (await textVectorsOf(data)) ?? (await fitTextVectors(data.catalogue));
    const { users = 500, k = 10, seed, resamples, against } = options;
    const positiveFrom = thresholdOf(options.positiveFrom, data.manifest);
    const setup: ColdStartSetup = { users, k, seed, resamples, positiveFrom, against };
    const measured = { data, text };
    return [
      await measureColdUsers(measured, setup, options),
      await measureColdItems(measured, setup, options),
    ];
  });
}
