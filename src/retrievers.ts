import type { EmbeddingsInterface } from "@langchain/core/embeddings";
import type { VectorStore } from "@langchain/core/vectorstores";
import type { Catalogue } from "../memory/items/catalogue.ts";
import { collaborativeRetriever } from "../tools/retrieval/collaborative.ts";
import { fullTextRetriever } from "../tools/retrieval/full-text.ts";
import type { ItemVectors } from "../tools/retrieval/item-vectors.ts";
import { nearestByScan, nearestItems } from "../tools/retrieval/nearest.ts";
import type { Retriever } from "../tools/retrieval/retriever.ts";
import { semanticRetriever } from "../tools/retrieval/semantic.ts";
import type { TextVectors } from "../tools/retrieval/text-vectors.ts";
import type { Scorer } from "../tools/scoring/scorer.ts";

/** What a vector store is opened for: the catalogue's text vectors, and the embedder that made them. */
export interface VectorStoreParts {
  readonly catalogue: Catalogue;
  readonly vectors: ItemVectors;
  readonly embeddings: EmbeddingsInterface;
}

/** The built-in retrievers over one snapshot. `store` replaces the scan of all vectors, which is exact and takes 10 ms for a million items. */
export async function retrieversOver(parts: {
  readonly catalogue: Catalogue;
  readonly text: TextVectors;
  readonly scorer: Scorer;
  readonly store: ((parts: VectorStoreParts) => Promise<VectorStore>) | undefined;
}): Promise<Retriever[]> {
  const { catalogue, text, scorer } = parts;
  const { embedder, vectors } = text;
  const store = await parts.store?.({ catalogue, vectors, embeddings: embedder });
  const nearest = store === undefined ? nearestByScan(vectors) : nearestItems(store, catalogue, vectors);
  return [
    fullTextRetriever(catalogue),
    semanticRetriever({ embeddings: embedder, vectors, nearest }),
    collaborativeRetriever((history, signal) => scorer.score(history, signal)),
  ];
}
