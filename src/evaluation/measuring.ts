import type { Interactions } from "../../memory/datasets/interactions.ts";
import type { LinearOptions } from "../../tools/scoring/linear-defaults.ts";
import type { Progress } from "../progress.ts";
import type { Protocol } from "./report.ts";
import type { RunCache } from "./run-cache.ts";
import type { Resampling } from "./statistics/resample.ts";

/** What every protocol is given beside its own setup. */
export interface MeasuringContext {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  /** Milliseconds, for the seconds in the report. */
  readonly clock: () => number;
  /** Of the program and what it stands on. */
  readonly versions: Readonly<Record<string, string>>;
  /** Where finished runs are kept; without one everything is computed anew. */
  readonly runs?: RunCache | undefined;
  /** Options of the linear scorer that were found already, on training interactions: several protocols share them. */
  readonly linear?: LinearOptions | undefined;
}

/** Interactions as they are measured on. */
export interface MeasuredData {
  readonly name: string;
  /** Size of the catalogue that `interactions.items` indexes. */
  readonly itemCount: number;
  readonly interactions: Interactions;
  /** Whether `at` is seconds or positions. */
  readonly time: "clock" | "position";
  readonly simulated?: boolean | undefined;
  /** Checksum of everything it was imported from, texts too: part of what a kept run is found by. */
  readonly source?: string | undefined;
}

/** The entries that every protocol begins with. */
export function protocolHead(
  data: MeasuredData,
  checksum: string,
  { seed, resamples }: Resampling,
  unit: string,
): Pick<Protocol, "dataset" | "checksum" | "simulated" | "unit" | "intervals" | "seed"> {
  return {
    dataset: data.name,
    checksum,
    simulated: data.simulated ?? false,
    unit,
    intervals: `95 %, percentile bootstrap over ${unit}, ${resamples} resamples (what counts different things is centred on its figure: resamples repeat them); p: two-sided, on the same resamples`,
    seed,
  };
}
