import type { LatentSemanticEmbedder } from "../../../tools/language/embedder.ts";
import { topicStems } from "../../../tools/language/words.ts";
import type { TokenEmbedder } from "./token-embedder.ts";

/**
 * Word vectors without a model: each word of a text as Cicerone's own text embedder places it in the latent space of a catalogue. Not
 * contextual: a word has the same vector in every sentence.
 *
 * Tokens are the stems of words that carry a topic; "the" and "very" have no vector and are left out. A word that the embedder does not
 * know is kept as zeros and matches nothing, not even itself: a text gains nothing by words that cannot be judged.
 */
export function lsaTokenEmbedder(embedder: LatentSemanticEmbedder): TokenEmbedder {
  const nowhere = new Float32Array(embedder.dimensions);
  const vectors = new Map<string, Float32Array>();
  const vectorOf = (stem: string): Float32Array => {
    const known = vectors.get(stem);
    if (known !== undefined) return known;
    const vector = embedder.embedTerms(new Map([[stem, 1]])) ?? nowhere;
    if (vectors.size < VECTORS_KEPT) vectors.set(stem, vector);
    return vector;
  };
  return {
    name: `lsa-${embedder.dimensions}`,
    async embed(texts, signal) {
      signal?.throwIfAborted();
      return texts.map((text) => topicStems(text).map(vectorOf));
    },
    tokens: topicStems,
  };
}

/** 20 MB of 128 dimensions. */
const VECTORS_KEPT = 40_000;
