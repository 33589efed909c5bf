import type { EmbeddingsInterface } from "@langchain/core/embeddings";
import { blend, type ItemVectors, vectorAt } from "./item-vectors.ts";
import type { NearestItems } from "./nearest.ts";
import type { RetrievalQuery, Retriever } from "./retriever.ts";

/** An example of what is not wanted turns the query half as far as an example of what is. */
const UNLIKE_WEIGHT = 0.5;

/** Without text or examples the query is what the user liked lately. */
const HISTORY_KEPT = 20;

/** Cosines below this share no term and no topic: rounding, not nearness. */
const LEAST_COSINE = 0.02;

interface SemanticParts {
  readonly embeddings: Pick<EmbeddingsInterface, "embedQuery">;
  /** The catalogue's items in the same space as `embeddings`. */
  readonly vectors: ItemVectors;
  readonly nearest: NearestItems;
}

/**
 * Items whose texts are near in meaning: to the query's text, to the examples wanted minus half of those not wanted
 * (Rocchio 1971), or, with neither, to what the user liked lately.
 */
export function semanticRetriever({ embeddings, vectors, nearest }: SemanticParts): Retriever {
  return {
    name: "semantic",
    async retrieve(query, allowed, limit, signal) {
      signal?.throwIfAborted();
      const wanted = await direction(query, embeddings, vectors);
      signal?.throwIfAborted();
      if (wanted === undefined || limit < 1) return [];
      const found = await nearest(wanted, allowed, limit, signal);
      return found.filter(({ score }) => score >= LEAST_COSINE);
    },
  };
}

interface Pull {
  readonly vector: ArrayLike<number>;
  readonly weight: number;
}

async function direction(
  query: RetrievalQuery,
  embeddings: SemanticParts["embeddings"],
  vectors: ItemVectors,
): Promise<Float32Array | undefined> {
  const text = query.text === undefined ? [] : await embeddings.embedQuery(query.text);
  // One text and any number of examples weigh the same.
  const asked: Pull[] = [
    ...(text.length > 0 ? [{ vector: text, weight: 1 }] : []),
    ...query.like.map((item) => ({ vector: vectorAt(vectors, item), weight: 1 / query.like.length })),
  ];
  const pulls = asked.length > 0 || query.text !== undefined ? asked : liked(query, vectors);
  if (pulls.length === 0) return undefined;
  const pushes = query.unlike.map((item) => ({
    vector: vectorAt(vectors, item),
    weight: -UNLIKE_WEIGHT / query.unlike.length,
  }));
  return blend(vectors.dimensions, [...pulls, ...pushes]);
}

function liked(query: RetrievalQuery, vectors: ItemVectors): Pull[] {
  return query.history
    .filter(({ weight }) => weight > 0)
    .slice(-HISTORY_KEPT)
    .map(({ item, weight }) => ({ vector: vectorAt(vectors, item), weight }));
}
