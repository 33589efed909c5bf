import type { NetworkConfig } from "../config.ts";
import type { Patience } from "./retrying.ts";

export interface FetchOptions {
  readonly home: string;
  readonly network: NetworkConfig;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
  readonly patience?: Patience;
  readonly signal?: AbortSignal | undefined;
  /** Bytes of a stage that are done, of all where known. */
  readonly onBytes: (stage: string, done: number, total: number | undefined) => void;
}
