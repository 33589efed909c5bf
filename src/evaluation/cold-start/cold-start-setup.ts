import type { TextVectors } from "../../../tools/retrieval/text-vectors.ts";
import type { OpenData } from "../open-data.ts";
import type { Resampling } from "../statistics/resample.ts";

export interface ColdStartSetup extends Resampling {
  /** Most users that are cut short. */
  readonly users: number;
  /** Cut-off of recall and NDCG. */
  readonly k: number;
  /** Rating from which an interaction counts; undefined = every interaction does. */
  readonly positiveFrom: number | undefined;
  readonly against: string | undefined;
}

/** What both parts are measured on. */
export interface ColdStartData {
  readonly data: OpenData;
  readonly text: TextVectors;
}
