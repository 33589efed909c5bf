import type { Taste } from "./scorer.ts";

/** How the past fades: weight × ((1 − floor)·exp(−age / decay)·(1 + age)^−power + floor). */
export interface Recency {
  /** In interactions: after `decay` later ones, about a third is left. */
  readonly decay: number;
  /** How much the very last ones stand out: the past fades fast at first and slowly later, as forgetting does. Default 0. */
  readonly power?: number;
  /** 0..1: what never fades, so that an old love still counts. */
  readonly floor: number;
}

/** Nothing fades: for models that know of no order. */
export const UNFADED: Recency = { decay: 1, floor: 1 };

/**
 * A history's weights with recency applied, in history order. The age of an event is the number of later events of
 * the same sign: a dislike does not make a like older. (Weighing a history by recency before a linear model: Choi et al., SLIST,
 * WWW 2021.)
 */
export function fade(history: readonly Taste[], recency: Recency): Float32Array {
  const faded = new Float32Array(history.length);
  const age = { liked: 0, disliked: 0 };
  for (let i = history.length - 1; i >= 0; i--) {
    const weight = history[i]?.weight ?? 0;
    const kind = weight < 0 ? "disliked" : "liked";
    faded[i] = weight * kept(age[kind], recency);
    if (weight !== 0) age[kind] += 1;
  }
  return faded;
}

/** What is left of an event that `age` later ones followed. */
export function kept(age: number, { decay, floor, power = 0 }: Recency): number {
  return (1 - floor) * Math.exp(-age / decay) * (1 + age) ** -power + floor;
}
