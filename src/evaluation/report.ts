import type { PublishedRow } from "./published/published-row.ts";
import type { Difference, Estimate } from "./statistics/resample.ts";

/** What a protocol entry may be: it is printed, stored as JSON, and compared. */
export type ProtocolValue =
  | string
  | number
  | boolean
  | null
  | readonly ProtocolValue[]
  | { readonly [name: string]: ProtocolValue };

/** Everything that defines the numbers: two reports may be compared where these agree. Each task adds its own entries. */
export interface Protocol {
  /** "ranking", "rating" and so on. */
  readonly task: string;
  readonly dataset: string;
  /** SHA-256 of what was measured on, as imported, before filtering. */
  readonly checksum: string;
  /** Whether a program made the data: then the numbers say nothing about people. */
  readonly simulated: boolean;
  /** What is resampled for the intervals: "users", "dialogues". */
  readonly unit: string;
  /** Units that the figures are over. */
  readonly measured: number;
  readonly intervals: string;
  readonly seed: number;
  /** Of the program and what it stands on. */
  readonly versions: Readonly<Record<string, string>>;
  readonly [entry: string]: ProtocolValue;
}

export interface SystemResult {
  readonly system: string;
  /** "recall@10" and so on. */
  readonly metrics: Readonly<Record<string, Estimate>>;
  readonly seconds: Readonly<Record<string, number>>;
}

/** `metrics` holds system − against over the same units. */
export interface PairedComparison {
  readonly system: string;
  readonly against: string;
  readonly metrics: Readonly<Record<string, Difference>>;
}

/** A picture for the page. Numbers along x make a curve, names make bars. */
export interface Plot {
  readonly title: string;
  readonly x: string;
  readonly y: string;
  /** Whether the line y = x is drawn: what perfect calibration looks like. */
  readonly diagonal?: boolean;
  readonly series: readonly {
    readonly name: string;
    readonly points: readonly {
      readonly x: number | string;
      readonly y: number;
      readonly low?: number;
      readonly high?: number;
    }[];
  }[];
}

export interface EvaluationReport {
  readonly protocol: Protocol;
  readonly results: readonly SystemResult[];
  readonly comparisons: readonly PairedComparison[];
  /** What others reported, never run here. */
  readonly published: readonly PublishedRow[];
  readonly plots: readonly Plot[];
}
