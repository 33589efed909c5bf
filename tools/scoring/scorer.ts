/** What a user feels about one item: weight > 0 draws towards it and its like, weight < 0 pushes away. ±1 is an ordinary interaction. */
export interface Taste {
  /** Catalogue index. */
  readonly item: number;
  readonly weight: number;
}

/**
 * How much one item of the history adds to one candidate's score, exactly: a candidate's contributions sum to its score minus
 * its score for an empty history.
 */
export interface Contribution {
  /** Catalogue index of the history item. */
  readonly item: number;
  readonly amount: number;
}

/**
 * User's history → one number for each item of the catalogue. Fold-in: nobody needs to have been in training, and an item
 * liked a second ago counts. Larger is better; comparable only within one call. Deterministic. Rejects when the signal aborts.
 * Items of the history are scored like all others: who does not want them back masks them.
 */
export interface Scorer {
  readonly name: string;
  /** Where it runs: "cuda", "webgpu" or "cpu". */
  readonly device: string;
  /** @param history oldest first, so that recency can be weighed. @returns Float32Array[catalogue.size] */
  score(history: readonly Taste[], signal?: AbortSignal): Promise<Float32Array>;
  /** For each of `items` (catalogue indices), every history item's share of its score, in history order. */
  contributions(
    history: readonly Taste[],
    items: readonly number[],
    signal?: AbortSignal,
  ): Promise<readonly (readonly Contribution[])[]>;
}
