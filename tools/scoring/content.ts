import { type ItemVectors, vectorAt } from "../retrieval/item-vectors.ts";
import { fade, type Recency } from "./recency.ts";
import type { Scorer } from "./scorer.ts";

/**
 * For catalogues without interactions: a candidate's score is the sum of its cosine similarities to the history's items, each
 * weighted by liking and recency. Of a disliked item only positive similarity counts: a dislike never draws near.
 */
export function contentScorer(vectors: ItemVectors, recency: Recency): Scorer {
  const { size } = vectors;
  return {
    name: "content",
    device: "cpu",
    async score(history, signal) {
      const scores = new Float32Array(size);
      const faded = fade(history, recency);
      for (const [event, { item }] of history.entries()) {
        signal?.throwIfAborted();
        const weight = faded[event] ?? 0;
        for (let i = 0; i < size; i++) scores[i] = (scores[i] ?? 0) + share(vectors, item, i, weight);
      }
      signal?.throwIfAborted();
      return scores;
    },
    async contributions(history, items, signal) {
      signal?.throwIfAborted();
      const faded = fade(history, recency);
      return items.map((candidate) =>
        history.map(({ item }, event) => ({
          item,
          amount: share(vectors, item, candidate, faded[event] ?? 0),
        })),
      );
    },
  };
}

function share(vectors: ItemVectors, item: number, candidate: number, weight: number): number {
  const similarity = dot(vectorAt(vectors, item), vectorAt(vectors, candidate));
  return weight < 0 ? weight * Math.max(0, similarity) : weight * similarity;
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += (a[k] ?? 0) * (b[k] ?? 0);
  return sum;
}
