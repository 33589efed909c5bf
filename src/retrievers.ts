import type { VectorStore } from "@langchain/core/vectorstores";
import type { Catalogue } from "../memory/items/catalogue.ts";
import type { SnapshotPaths } from "../memory/store/snapshot.ts";
import { collaborativeRetriever } from "../tools/retrieval/collaborative.ts";
import { fullTextRetriever } from "../tools/retrieval/full-text.ts";
import { nearestItems } from "../tools/retrieval/nearest.ts";
import type { Retriever } from "../tools/retrieval/retriever.ts";
import { semanticRetriever } from "../tools/retrieval/semantic.ts";
import type { TextVectors } from "../tools/retrieval/text-vectors.ts";
import { openVectorStore } from "../tools/retrieval/vector-store.ts";
import type { Scorer } from "../tools/scoring/scorer.ts";

/** The built-in retrievers over one snapshot. `store` replaces the embedded vector store. */
export async function retrieversOver(parts: {
  readonly catalogue: Catalogue;
  readonly paths: SnapshotPaths;
  readonly text: TextVectors;
  readonly scorer: Scorer;
  readonly store: VectorStore | undefined;
}): Promise<Retriever[]> {
  const { catalogue, paths, text, scorer } = parts;
  const { embedder, vectors } = text;
  const store = parts.store ?? (await openVectorStore(catalogue, vectors, embedder, paths.vectors));
  return [
    fullTextRetriever(catalogue),
    semanticRetriever({ embeddings: embedder, vectors, nearest: nearestItems(store, catalogue, vectors) }),
    collaborativeRetriever((history, signal) => scorer.score(history, signal)),
  ];
}
