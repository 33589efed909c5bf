import { dot, type ItemVectors, products, vectorAt } from "../retrieval/item-vectors.ts";
import { fade, type Recency } from "./recency.ts";
import type { Scorer } from "./scorer.ts";

/**
 * For catalogues without interactions: a candidate's score is the sum of its cosine similarities to the history's items, each
 * weighted by liking and recency. Of a disliked item only positive similarity counts: a dislike never draws near.
 */
export function contentScorer(vectors: ItemVectors, recency: Recency): Scorer {
  return {
    name: "content",
    device: "cpu",
    async score(history, signal) {
      signal?.throwIfAborted();
      const faded = fade(history, recency);
      const events = history.map(({ item }, event) => ({
        vector: vectorAt(vectors, item),
        weight: faded[event] ?? 0,
      }));
      const liked = sumOf(events, vectors.dimensions);
      const disliked = events.filter(({ weight }) => weight < 0);
      const scores = products(vectors, liked).slice();
      for (let index = 0; index < scores.length; index++) scores[index] = scores[index] || 0;
      for (const { vector, weight } of disliked) {
        const likeness = products(vectors, vector);
        for (let index = 0; index < scores.length; index++) {
          const product = likeness[index] ?? 0;
          if (product > 0) scores[index] = (scores[index] ?? 0) + weight * product;
        }
      }
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

/** Cosines add up: one vector stands for everything liked. */
function sumOf(
  events: readonly { vector: Float32Array; weight: number }[],
  dimensions: number,
): Float32Array {
  const sum = new Float32Array(dimensions);
  for (const { vector, weight } of events) {
    if (weight > 0) for (let k = 0; k < dimensions; k++) sum[k] = (sum[k] ?? 0) + weight * (vector[k] ?? 0);
  }
  return sum;
}

function share(vectors: ItemVectors, item: number, candidate: number, weight: number): number {
  const similarity = dot(vectorAt(vectors, item), vectorAt(vectors, candidate));
  return weight < 0 ? weight * Math.max(0, similarity) : weight * similarity;
}
