import { LINEAR_DEFAULTS, type LinearOptions } from "./linear-defaults.ts";

/** The search space of `tuneLinear`: each knob's rungs, rising. It begins at LINEAR_DEFAULTS, which are on them. */
export const LADDERS: Readonly<Record<Knob, readonly number[]>> = {
  easeShare: [0.02, 0.05, 0.1, 0.2, 0.3, 0.5, 0.8, 1.2],
  popularity: [0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3],
  decay: [2, 3, 5, 7, 10, 15, 25, 50],
  power: [0, 0.25, 0.5, 0.7, 0.9],
  floor: [0, 0.01, 0.02, 0.03, 0.05, 0.1, 0.2],
  transition: [25, 50, 100, 200, 400, 800],
  past: [3, 5, 8, 12, 20],
  ease: [60, 125, 250, 500, 1000, 2000],
  easeDropout: [0, 0.3, 0.6, 0.9],
};

export type Knob =
  | "easeShare"
  | "popularity"
  | "decay"
  | "power"
  | "floor"
  | "transition"
  | "past"
  | "ease"
  | "easeDropout";

export type Knobs = Readonly<Record<Knob, number>>;

/** Where the search begins. */
export const STARTING_KNOBS: Knobs = knobsOf(LINEAR_DEFAULTS);

function knobsOf({ recency, ...rest }: LinearOptions): Knobs {
  return { ...rest, decay: recency.decay, floor: recency.floor, power: recency.power ?? 0 };
}

export function optionsOf({ decay, floor, power, ...rest }: Knobs): LinearOptions {
  return { ...rest, recency: { decay, floor, power } };
}
