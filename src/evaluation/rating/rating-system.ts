import type { Interactions } from "../../../memory/datasets/interactions.ts";
import type { Scale } from "../../../tools/rating/model.ts";
import type { Rater } from "../../../tools/rating/rater.ts";
import type { Fitting } from "../ranking/ranker.ts";

/** All that a rater may learn from: nothing that is to be predicted is in it. */
export interface RatingTraining {
  readonly interactions: Interactions;
  readonly scale: Scale;
  /** Size of the catalogue. */
  readonly items: number;
  readonly seed: number;
}

/**
 * Predicts what somebody would rate: a statistical rater, or a model that reads names and reviews and thinks aloud. The rater is asked
 * with the user's training ratings, as the chat asks it.
 */
export interface RatingSystem {
  readonly name: string;
  /** What a prediction is, for the protocol. */
  readonly predicts: string;
  fit(training: RatingTraining, fitting: Fitting): Promise<Rater>;
}
