import { access } from "node:fs/promises";
import { join } from "node:path";
import type { HNSWLib } from "@langchain/community/vectorstores/hnswlib";
import { Document } from "@langchain/core/documents";
import type { EmbeddingsInterface } from "@langchain/core/embeddings";
import type { VectorStore } from "@langchain/core/vectorstores";
import type { ItemId } from "../../memory/ids.ts";
import type { Catalogue } from "../../memory/items/catalogue.ts";
import { replaceDirectory } from "../../memory/store/replace-directory.ts";
import { ExactVectorStore } from "./exact-store.ts";
import { type ItemVectors, vectorAt } from "./item-vectors.ts";

/**
 * Below this many items the search is exact. Measured on item texts: an exact scan of 100,000 takes 2 ms, of a million 20 ms; HNSW finds
 * in 1 ms what takes 34 s of building for 100,000, and more than five minutes for a million.
 */
const EXACT_BELOW = 3_000_000;

/** Where an HNSW index lies, under the directory of the vectors it was built from: new vectors replace both. */
const HNSW_FOLDER = "hnsw";

/** How many nodes a query visits: recall near 1 on item texts. HNSWLib falls back to 10 at every load. */
const EF = 64;
const BATCH = 10_000;

/**
 * A LangChain vector store over a catalogue's text vectors, for whoever wants one; the recommender itself scans them. Exact below
 * `exactBelow` items; from there on HNSW (Malkov & Yashunin 2020), kept under `directory` and built when it is not there yet.
 */
export async function openVectorStore(
  catalogue: Catalogue,
  vectors: ItemVectors,
  embeddings: EmbeddingsInterface,
  directory: string,
  exactBelow = EXACT_BELOW,
): Promise<VectorStore> {
  if (vectors.size < exactBelow) {
    const documentAt = (index: number): Document => documentOf(catalogue.id(index), catalogue.title(index));
    return new ExactVectorStore(embeddings, { vectors, documentAt });
  }
  return openHnsw(catalogue, vectors, embeddings, join(directory, HNSW_FOLDER));
}

/**
 * Puts every item that has a vector into a store, with its id as `metadata.item`: this is how Postgres, Qdrant or any other
 * LangChain vector store is made ready to be passed in. Rejects when the signal aborts, between batches.
 */
export async function fillStore(
  store: VectorStore,
  catalogue: Catalogue,
  vectors: ItemVectors,
  signal?: AbortSignal,
): Promise<void> {
  for (let start = 0; start < vectors.size; start += BATCH) {
    signal?.throwIfAborted();
    const rows: number[][] = [];
    const documents: Document[] = [];
    for (let index = start; index < Math.min(start + BATCH, vectors.size); index += 1) {
      const vector = vectorAt(vectors, index);
      if (vector.every((value) => value === 0)) continue;
      rows.push(Array.from(vector));
      documents.push(documentOf(catalogue.id(index), catalogue.title(index)));
    }
    if (rows.length > 0) await store.addVectors(rows, documents);
  }
}

function documentOf(item: ItemId, title: string): Document {
  return new Document({ pageContent: title, metadata: { item } });
}

async function openHnsw(
  catalogue: Catalogue,
  vectors: ItemVectors,
  embeddings: EmbeddingsInterface,
  directory: string,
): Promise<HNSWLib> {
  // Loaded here because it costs 180 ms that a small catalogue need not pay.
  const { HNSWLib } = await import("@langchain/community/vectorstores/hnswlib");
  if (await exists(join(directory, "hnswlib.index"))) {
    const store = await HNSWLib.load(directory, embeddings);
    store.index.setEf(EF);
    return store;
  }
  const store = new HNSWLib(embeddings, { space: "cosine", numDimensions: vectors.dimensions });
  await fillStore(store, catalogue, vectors);
  store.index.setEf(EF);
  await replaceDirectory(directory, (work) => store.save(work));
  return store;
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
