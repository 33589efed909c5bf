import type { Interactions } from "../../../memory/datasets/interactions.ts";
import type { FitContext } from "../../../tools/scoring/fit-context.ts";
import type { Taste } from "../../../tools/scoring/scorer.ts";
import type { Sequences } from "../../../tools/scoring/sequences.ts";

/** One interaction of a history, as scorers take it, and what it was worth to the user where there is a rating. */
export interface PastItem extends Taste {
  readonly value: number | undefined;
}

export interface RankingQuery {
  readonly user: number;
  /** Training interactions, oldest first. */
  readonly history: readonly PastItem[];
  /** Mask over the catalogue: 1 = may be recommended. */
  readonly candidates: Uint8Array;
  /** How many places matter: who makes a list need not make it longer. */
  readonly depth: number;
}

/** What a system is and where it ran, for the protocol. */
export interface RankerDescription {
  /** What an item's score is, and what of the chat's answer it leaves out. */
  readonly ranksBy: string;
  readonly device: string;
  readonly parameters: Readonly<Record<string, number>>;
}

/**
 * Orders candidates for a user: a scorer, a retriever, the whole pipeline, or a model that only sees names and answers with a list.
 * Close it when done.
 */
export interface Ranker extends RankerDescription {
  /** What the fit took, where several systems share it; else it is measured around `fit`. */
  readonly fitSeconds?: number;
  /** @returns one number for each item of the catalogue, larger is better; NaN = left out, which counts as missed */
  rank(query: RankingQuery, signal?: AbortSignal): Promise<Float32Array>;
  close(): Promise<void>;
}

/** All that a system may learn from: nothing held out is in it. */
export interface Training {
  readonly interactions: Interactions;
  /** The same, user by user, oldest first. */
  readonly sequences: Sequences;
  /** Size of the catalogue that `interactions.items` indexes. */
  readonly itemCount: number;
}

export type Fitting = Pick<FitContext, "signal" | "onProgress" | "linear">;

/** A system before it has seen anything. */
export interface RankingSystem {
  readonly name: string;
  /** False where more than the name and the training part decides what it answers: then finished runs are not kept. */
  readonly keep?: boolean;
  fit(training: Training, fitting: Fitting): Promise<Ranker>;
}

/** A list, best first, as the scores that a Ranker returns. */
export function scoresOfList(list: readonly number[], itemCount: number): Float32Array {
  const scores = new Float32Array(itemCount).fill(Number.NaN);
  for (const [place, item] of list.entries()) {
    if (Number.isNaN(scores[item])) scores[item] = list.length - place;
  }
  return scores;
}
