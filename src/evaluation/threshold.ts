import type { Manifest } from "../../memory/store/manifest.ts";

/** From which rating an interaction counts; "all": every interaction does, whatever its rating. */
export type Threshold = number | "all";

/** What was asked for, else the dataset's own; undefined = every interaction counts. */
export function thresholdOf(
  asked: Threshold | undefined,
  { positiveFrom }: Pick<Manifest, "positiveFrom">,
): number | undefined {
  if (asked === "all") return undefined;
  return asked ?? positiveFrom;
}
