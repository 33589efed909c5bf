import type { Taste } from "../scoring/scorer.ts";

/** A request resolved to catalogue indices. */
export interface RetrievalQuery {
  readonly text: string | undefined;
  readonly like: readonly number[];
  readonly unlike: readonly number[];
  /** What the user liked and disliked so far, oldest first. */
  readonly history: readonly Taste[];
}

export interface Retrieved {
  readonly index: number;
  /** Larger is better; comparable only within one retriever. */
  readonly score: number;
}

/**
 * Request → candidates. Returns at most `limit` items, best first, every one with `allowed[index] = 1`, no duplicates;
 * an empty list when the query holds nothing this retriever understands. Deterministic. Rejects when the signal aborts.
 */
export interface Retriever {
  readonly name: string;
  retrieve(
    query: RetrievalQuery,
    allowed: Uint8Array,
    limit: number,
    signal?: AbortSignal,
  ): Promise<readonly Retrieved[]>;
}
