import type { SharedValues } from "../open.ts";

/** What every protocol's options leave behind after parsing. */
export interface EvaluationValues extends SharedValues {
  readonly seed: number;
  readonly resamples: number;
  readonly against?: string;
  readonly fresh?: boolean;
  readonly markdown?: boolean;
  readonly html?: string;
  readonly compare?: string;
}
