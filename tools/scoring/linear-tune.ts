import { openAlgebra } from "./algebra.ts";
import type { FitContext } from "./fit-context.ts";
import { amongFrequent } from "./frequent-items.ts";
import { type Measure, type Measured, trialBench } from "./linear-bench.ts";
import { LINEAR_DEFAULTS, type LinearOptions } from "./linear-defaults.ts";
import { type Knob, type Knobs, LADDERS, optionsOf, STARTING_KNOBS } from "./linear-knobs.ts";
import { cutLast } from "./linear-trial.ts";
import type { Sequences } from "./sequences.ts";

/** These only weigh what is scored already; they follow each turn of another knob. */
const CHEAP: readonly Knob[] = ["easeShare", "popularity"];
/** Those that need a fit or a product, in the order in which they are turned. */
const DEAR: readonly Knob[] = [
  "decay",
  "floor",
  "power",
  "transition",
  "ease",
  "past",
  "easeDropout",
  "decay",
];

/** With fewer users to ask, differences between settings are chance: LINEAR_DEFAULTS serve. */
export const FEWEST_TUNING_USERS = 200;
/** The most frequent items stand for a larger catalogue. */
const MOST_TUNING_ITEMS = 2000;
/** Of the users no more are asked than this, or in larger catalogues than 1.25 for each item: then scoring costs no more than fitting. */
const MOST_TUNING_USERS = 1000;
const USERS_PER_ITEM = 1.25;
/** A step must gain this much of what is reached, else it may be chance. */
const LEAST_GAIN = 0.001;

/**
 * Finds the linear scorer's options for these interactions, and for them alone: it cuts off each user's last interaction, fits on the rest and
 * asks with which options those last ones rank highest (`gainOf`). A coordinate search over LADDERS: from LINEAR_DEFAULTS, one knob after the
 * other climbs while that gains. Large catalogues are tuned on their most frequent items and on some of the users. Deterministic.
 * With fewer than FEWEST_TUNING_USERS users of two interactions or more it returns LINEAR_DEFAULTS.
 */
export async function tuneLinear(
  sequences: Sequences,
  itemCount: number,
  { signal, onProgress }: FitContext = {},
): Promise<LinearOptions> {
  signal?.throwIfAborted();
  const { sequences: frequent, size } = amongFrequent(sequences, itemCount, MOST_TUNING_ITEMS);
  const trial = cutLast(frequent, size, Math.max(MOST_TUNING_USERS, Math.ceil(USERS_PER_ITEM * size)));
  if (trial.users.length < FEWEST_TUNING_USERS) {
    onProgress?.(1);
    return LINEAR_DEFAULTS;
  }
  const algebra = await openAlgebra();
  try {
    const measure = trialBench(algebra, trial, signal);
    let best = await settled(measure, await measure(STARTING_KNOBS, undefined));
    for (const [turned, knob] of DEAR.entries()) {
      onProgress?.((turned + 1) / (DEAR.length + 1));
      best = await climb(measure, knob, best);
    }
    onProgress?.(1);
    return optionsOf(best.knobs);
  } finally {
    await algebra.close();
  }
}

/** The knob's best rung, up or down from where it is, with the cheap knobs settled on each. */
async function climb(measure: Measure, knob: Knob, from: Measured): Promise<Measured> {
  for (const direction of [1, -1]) {
    let best = from;
    for (const _ of LADDERS[knob]) {
      const knobs = turned(best.knobs, knob, direction);
      if (knobs === undefined) break;
      const tried = CHEAP.includes(knob)
        ? await measure(knobs, best)
        : await settled(measure, await measure(knobs, best));
      if (tried.gain <= best.gain * (1 + LEAST_GAIN)) break;
      best = tried;
    }
    if (best !== from) return best;
  }
  return from;
}

async function settled(measure: Measure, from: Measured): Promise<Measured> {
  let best = from;
  for (const knob of CHEAP) best = await climb(measure, knob, best);
  return best;
}

function turned(knobs: Knobs, knob: Knob, direction: number): Knobs | undefined {
  const rung = LADDERS[knob][LADDERS[knob].indexOf(knobs[knob]) + direction];
  return rung === undefined ? undefined : { ...knobs, [knob]: rung };
}
