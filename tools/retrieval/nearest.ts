import type { VectorStore } from "@langchain/core/vectorstores";
import { ItemId } from "../../memory/ids.ts";
import type { Catalogue } from "../../memory/items/catalogue.ts";
import { best, byScore, countAllowed } from "./best.ts";
import { dot, type ItemVectors, products, vectorAt } from "./item-vectors.ts";
import type { Retrieved } from "./retriever.ts";

/** Items nearest to a vector of unit length, best first, scored by cosine, ties by index. */
export type NearestItems = (
  query: Float32Array,
  allowed: Uint8Array,
  limit: number,
  signal?: AbortSignal,
) => Promise<Retrieved[]>;

/** Nearest items by comparing every one: exact, with the mask in the scan. 10 ms for a million packed items. */
export function nearestByScan(vectors: ItemVectors): NearestItems {
  return async (query, allowed, limit, signal) => {
    signal?.throwIfAborted();
    return best(products(vectors, query, allowed), allowed, limit);
  };
}

/** A store is asked for at most this many times what is wanted; stricter masks are cheaper to scan. */
const MOST_OVERFETCH = 8;

/**
 * Nearest items out of any vector store that holds the catalogue's vectors (`fillStore`). Stores filter each in their own
 * language, so the store is asked for more than is wanted and the mask is applied here; where the mask leaves few items,
 * those are compared one by one instead, which is exact and costs little because they are few.
 */
export function nearestItems(store: VectorStore, catalogue: Catalogue, vectors: ItemVectors): NearestItems {
  const scan = nearestByScan(vectors);
  return async (query, allowed, limit, signal) => {
    signal?.throwIfAborted();
    const available = countAllowed(allowed);
    const wanted = Math.min(limit, available);
    if (wanted === 0) return [];
    const fetched = Math.ceil((1.5 * wanted * vectors.size) / available) + 10;
    if (fetched <= MOST_OVERFETCH * limit && fetched < vectors.size) {
      const found = await search(store, catalogue, query, fetched);
      signal?.throwIfAborted();
      const kept = [...found].filter((index) => allowed[index] === 1);
      if (kept.length >= wanted) {
        // Rounded as the scan rounds: equals stay equal whoever found them.
        const cosine = (index: number): number => Math.fround(dot(query, vectorAt(vectors, index)));
        const scored = kept.map((index) => ({ index, score: cosine(index) }));
        return scored.sort(byScore).slice(0, limit);
      }
    }
    return scan(query, allowed, limit, signal);
  };
}

async function search(
  store: VectorStore,
  catalogue: Catalogue,
  query: Float32Array,
  k: number,
): Promise<ReadonlySet<number>> {
  const rows = await store.similaritySearchVectorWithScore(Array.from(query), k);
  return new Set(
    rows.flatMap(([document]) => {
      const id = ItemId.safeParse(document.metadata.item);
      const index = id.success ? catalogue.indexOf(id.data) : undefined;
      return index === undefined ? [] : [index];
    }),
  );
}
