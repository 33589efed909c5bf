import type { Interactions } from "../../../memory/datasets/interactions.ts";
import { leaveOneOut, temporalByUser, temporalGlobal } from "./by-time.ts";
import type { Holdout, Split } from "./split.ts";

export const TIME_SPLITS = ["leave-one-out", "temporal-user", "temporal-global"] as const;
export type TimeSplit = (typeof TIME_SPLITS)[number];

export interface SplitSetup {
  readonly split: TimeSplit;
  readonly holdout: Holdout;
  /** Of the temporal splits: which share is held out. */
  readonly share: number;
}

/** @param time what `at` is in this dataset */
export function splitByTime(
  interactions: Interactions,
  { split, holdout, share }: SplitSetup,
  time: "clock" | "position",
): Split {
  if (split === "leave-one-out") return leaveOneOut(interactions, holdout);
  if (split === "temporal-user") return temporalByUser(interactions, holdout, share);
  return temporalGlobal(interactions, holdout, share, time);
}

/** The split in words, for the protocol. */
export function splitInWords({ split, share, holdout }: SplitSetup): string {
  const part = `${100 * share} %`;
  const words = {
    "leave-one-out": "leave-one-out by time, ties in file order: last = test, the one before = validation",
    "temporal-user": `by time: the latest ${part} of each user = test, as much before = validation`,
    "temporal-global": `by one moment for all: what comes after it, ${part} of everything = test, as much before = validation`,
  } as const;
  return `${words[split]}; measured: ${holdout}`;
}
