import { type Algebra, type Matrix, zeros } from "./algebra.ts";
import { addEase, breathe } from "./item-weights.ts";
import { transitionWeights } from "./linear-fit.ts";
import type { Knob, Knobs } from "./linear-knobs.ts";
import { coOccurrence, transitions } from "./linear-statistics.ts";
import { fadedHistories, gainOf, type Trial } from "./linear-trial.ts";
import { itemCounts } from "./sequences.ts";
import { standingBack } from "./standing-back.ts";

/** A setting, how well it does, and what was made for it, so that another setting need only make what differs. */
export interface Measured {
  readonly knobs: Knobs;
  readonly gain: number;
  readonly made: Made;
}

interface Made {
  /** Weights [size × size] and, below, their scores for the asked users [users × size]. */
  readonly transition: Matrix;
  readonly ease: Matrix;
  readonly histories: Matrix;
  readonly scores: { readonly transition: Matrix; readonly ease: Matrix };
}

/** @param like a setting near by */
export type Measure = (knobs: Knobs, like: Measured | undefined) => Promise<Measured>;

/** Fits and scores settings on one trial. */
export function trialBench(algebra: Algebra, trial: Trial, signal: AbortSignal | undefined): Measure {
  const { train, size } = trial;
  const counts = itemCounts(train, size);
  const gram = coOccurrence(train, size);
  /** Of the last `past` asked for: most turns keep it. */
  let statistics = { decay: Number.NaN, past: zeros(0, 0), next: zeros(0, 0) };

  const fitTransition = ({ past: decay, transition }: Knobs): Promise<Matrix> => {
    if (statistics.decay !== decay) statistics = { decay, ...transitions(train, size, decay) };
    return transitionWeights(algebra, copied(statistics.past), statistics.next, transition, { signal });
  };
  const fitEase = async ({ ease: ridge, easeDropout: dropout }: Knobs): Promise<Matrix> => {
    const weights = zeros(size, size);
    await addEase(algebra, weights, copied(gram), { ridge, dropout, share: 1 }, signal);
    return weights;
  };

  const make = async (knobs: Knobs, like: Measured | undefined): Promise<Made> => {
    const from = (...needs: readonly Knob[]): Made | undefined =>
      like !== undefined && needs.every((knob) => like.knobs[knob] === knobs[knob]) ? like.made : undefined;
    const transition = from("past", "transition")?.transition ?? (await fitTransition(knobs));
    const ease = from("ease", "easeDropout")?.ease ?? (await fitEase(knobs));
    const histories = from("decay", "floor", "power")?.histories ?? fadedHistories(trial, knobs);
    const score = async (weights: Matrix, former: Matrix | undefined): Promise<Matrix> =>
      former ?? (await algebra.multiply(histories, weights));
    const scores = {
      transition: await score(
        transition,
        from("past", "transition", "decay", "floor", "power")?.scores.transition,
      ),
      ease: await score(ease, from("ease", "easeDropout", "decay", "floor", "power")?.scores.ease),
    };
    return { transition, ease, histories, scores };
  };

  return async (knobs, like) => {
    await breathe(signal);
    const made = await make(knobs, like);
    const gain = gainOf(trial, made.scores, knobs.easeShare, standingBack(counts, knobs.popularity));
    return { knobs, gain, made };
  };
}

function copied({ rows, columns, data }: Matrix): Matrix {
  return { rows, columns, data: data.slice() };
}
