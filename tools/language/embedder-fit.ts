import type { Catalogue } from "../../memory/items/catalogue.ts";
import { LatentSemanticEmbedder } from "./embedder.ts";
import { itemTerms, type TermCounts } from "./embedder-documents.ts";
import { leadingDirections } from "./embedder-svd.ts";
import { buildVocabulary, type Vocabulary, weighAll } from "./embedder-vocabulary.ts";

export interface EmbedderSettings {
  readonly dimensions?: number;
  readonly seed?: number;
  /** The most frequent terms kept. */
  readonly terms?: number;
}

export const DEFAULT_SETTINGS = { dimensions: 128, seed: 42, terms: 20_000 } as const;

/** The latent space is fitted on at most this many items, evenly spaced; the others are folded in. */
const MOST_FITTED = 20_000;

/** In a small catalogue a word that occurs once is all that tells an item from the others. */
const SMALL = 500;

/**
 * Fits a text embedder on a catalogue: titles, facets and texts. A catalogue without words gives an embedder that knows none:
 * every query is the empty vector.
 */
export function fitEmbedder(
  catalogue: Catalogue,
  settings: EmbedderSettings = {},
  termsOf: (index: number) => TermCounts = (index) => itemTerms(catalogue, index),
): LatentSemanticEmbedder {
  const { dimensions, seed, terms } = { ...DEFAULT_SETTINGS, ...settings };
  const stride = Math.max(1, Math.ceil(catalogue.size / MOST_FITTED));
  const documents = Array.from({ length: Math.ceil(catalogue.size / stride) }, (_, step) =>
    termsOf(step * stride),
  );
  const vocabulary = vocabularyOf(documents, terms);
  const { vectors, rank } = leadingDirections(weighAll(documents, vocabulary), dimensions, seed);
  return new LatentSemanticEmbedder({ vocabulary, dimensions: Math.max(1, rank), projection: vectors });
}

function vocabularyOf(documents: readonly TermCounts[], limit: number): Vocabulary {
  const repeated = buildVocabulary(documents, { rarest: documents.length < SMALL ? 1 : 2, limit });
  return repeated.idf.length > 0 ? repeated : buildVocabulary(documents, { rarest: 1, limit });
}

export interface EmbeddedCatalogue {
  readonly embedder: LatentSemanticEmbedder;
  /** size × dimensions, row-major, laid out by catalogue index; zeros where no word of an item is known. */
  readonly rows: Float32Array;
}

/** Fits an embedder, and embeds every item with it. */
export function embedCatalogue(catalogue: Catalogue, settings: EmbedderSettings = {}): EmbeddedCatalogue {
  // Reading and stemming the texts is a fifth of the work; larger catalogues are read twice rather than held.
  const kept: TermCounts[] = [];
  const termsOf = (index: number): TermCounts => {
    const terms = kept[index] ?? itemTerms(catalogue, index);
    if (catalogue.size <= MOST_FITTED) kept[index] = terms;
    return terms;
  };
  const embedder = fitEmbedder(catalogue, settings, termsOf);
  const rows = new Float32Array(catalogue.size * embedder.dimensions);
  for (let index = 0; index < catalogue.size; index += 1) {
    const vector = embedder.embedTerms(termsOf(index));
    if (vector !== undefined) rows.set(vector, index * embedder.dimensions);
  }
  return { embedder, rows };
}
