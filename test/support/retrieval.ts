import type { VectorStore } from "@langchain/core/vectorstores";
import type { Catalogue } from "../../memory/items/catalogue.ts";
import { collaborativeRetriever } from "../../tools/retrieval/collaborative.ts";
import { ExactVectorStore } from "../../tools/retrieval/exact-store.ts";
import { fullTextRetriever } from "../../tools/retrieval/full-text.ts";
import { nearestItems } from "../../tools/retrieval/nearest.ts";
import type { Retriever } from "../../tools/retrieval/retriever.ts";
import { semanticRetriever } from "../../tools/retrieval/semantic.ts";
import { fitTextVectors, type TextVectors } from "../../tools/retrieval/text-vectors.ts";
import { fillStore } from "../../tools/retrieval/vector-store.ts";
import type { Scorer } from "../../tools/scoring/scorer.ts";

/** A semantic retriever over a catalogue's own embedder, searched exactly unless another store is given. */
export async function semanticOf(
  catalogue: Catalogue,
  fitted?: TextVectors,
  given?: VectorStore,
): Promise<Retriever> {
  const text = fitted ?? (await fitTextVectors(catalogue));
  const store = given ?? new ExactVectorStore(text.embedder);
  if (given === undefined) await fillStore(store, catalogue, text.vectors);
  const nearest = nearestItems(store, catalogue, text.vectors);
  return semanticRetriever({ embeddings: text.embedder, vectors: text.vectors, nearest });
}

/** The plainest item-item model: how many users two items share, over the geometric mean of their counts. */
export function cooccurrence(
  pairs: readonly (readonly [user: number, item: number])[],
  size: number,
): Scorer["score"] {
  const users = Array.from({ length: size }, () => new Set<number>());
  for (const [user, item] of pairs) users[item]?.add(user);
  const shared = (a: number, b: number): number => {
    const [one, other] = [[...(users[a] ?? [])], users[b] ?? new Set<number>()];
    return one.filter((user) => other.has(user)).length / Math.sqrt(one.length * other.size || 1);
  };
  return async (history) =>
    Float32Array.from({ length: size }, (_, item) =>
      history.reduce(
        (sum, taste) => sum + (taste.item === item ? 0 : taste.weight * shared(taste.item, item)),
        0,
      ),
    );
}

export async function retrieversOf(
  catalogue: Catalogue,
  score: Scorer["score"],
  text?: TextVectors,
): Promise<Retriever[]> {
  return [fullTextRetriever(catalogue), await semanticOf(catalogue, text), collaborativeRetriever(score)];
}
