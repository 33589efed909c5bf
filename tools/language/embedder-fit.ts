import { setImmediate } from "node:timers/promises";
import type { Catalogue } from "../../memory/items/catalogue.ts";
import { seededRandom } from "../../memory/random.ts";
import { LatentSemanticEmbedder } from "./embedder.ts";
import { itemTerms, type TermCounts } from "./embedder-documents.ts";
import { itemEmbedder } from "./embedder-items.ts";
import { leadingDirections } from "./embedder-svd.ts";
import { buildVocabulary, type Vocabulary, weighAll } from "./embedder-vocabulary.ts";

export interface EmbedderSettings {
  readonly dimensions?: number;
  readonly seed?: number;
  /** The most frequent terms kept. */
  readonly terms?: number;
  /** The latent space is fitted on at most this many items, drawn by the seed; the others are folded in. */
  readonly sample?: number;
}

export const DEFAULT_SETTINGS = { dimensions: 128, seed: 42, terms: 20_000, sample: 50_000 } as const;

/** How a long fit is followed and stopped. */
export interface Following {
  readonly signal?: AbortSignal | undefined;
  /** 0..1 of the whole. */
  readonly onProgress?: ((fraction: number) => void) | undefined;
}

/** In a small catalogue a word that occurs once is all that tells an item from the others. */
const SMALL = 500;

/** Items between two looks at the signal: some 20 ms. */
const STRIDE = 200;

/** About so much of a fit's time goes into items; the algebra has the rest. */
const READING = 0.3;

/** Reads an item's words. */
type TermsOf = (index: number) => TermCounts;

/**
 * Fits a text embedder on a catalogue: titles, facets and texts. A catalogue without words gives an embedder that knows none:
 * every query is the empty vector. Lets other work in between, and rejects when the signal aborts.
 */
export async function fitEmbedder(
  catalogue: Catalogue,
  settings: EmbedderSettings = {},
  { signal, onProgress }: Following = {},
  termsOf: TermsOf = (index) => itemTerms(catalogue, index),
): Promise<LatentSemanticEmbedder> {
  const { dimensions, seed, terms, sample } = { ...DEFAULT_SETTINGS, ...settings };
  const chosen = drawn(catalogue.size, sample, seed);
  const documents: TermCounts[] = [];
  for (const index of chosen) {
    if (documents.length % STRIDE === 0) {
      await breathe(signal);
      onProgress?.((READING * documents.length) / chosen.length);
    }
    documents.push(termsOf(index));
  }
  const vocabulary = vocabularyOf(documents, terms);
  await breathe(signal);
  const matrix = weighAll(documents, vocabulary);
  const { vectors, rank } = await leadingDirections(matrix, dimensions, seed, () => breathe(signal));
  onProgress?.(1);
  return new LatentSemanticEmbedder({ vocabulary, dimensions: Math.max(1, rank), projection: vectors });
}

/** Which of `size` items are fitted on, ascending: all, or `most` of them by selection sampling (Knuth, TAOCP 3.4.2, algorithm S). */
function drawn(size: number, most: number, seed: number): Int32Array {
  const chosen = new Int32Array(Math.min(size, most));
  if (size <= most) return chosen.map((_, index) => index);
  const random = seededRandom(seed);
  let found = 0;
  for (let index = 0; found < most; index += 1) {
    if (random() * (size - index) >= most - found) continue;
    chosen[found] = index;
    found += 1;
  }
  return chosen;
}

function vocabularyOf(documents: readonly TermCounts[], limit: number): Vocabulary {
  const repeated = buildVocabulary(documents, { rarest: documents.length < SMALL ? 1 : 2, limit });
  return repeated.idf.length > 0 ? repeated : buildVocabulary(documents, { rarest: 1, limit });
}

/** A fit is so much of the time it takes to fit and embed a catalogue that is fitted on whole. */
const FITTING = 0.6;

/**
 * Fits an embedder, and embeds every item with it.
 * @param keep receives each item's unit vector, in order of the index; undefined where no word of it is known
 */
export async function embedCatalogue(
  catalogue: Catalogue,
  keep: (index: number, vector: Float32Array | undefined, dimensions: number) => void,
  settings: EmbedderSettings = {},
  { signal, onProgress }: Following = {},
): Promise<LatentSemanticEmbedder> {
  const { size } = catalogue;
  const { sample } = { ...DEFAULT_SETTINGS, ...settings };
  // Reading and stemming the texts is a fifth of the work; larger catalogues are read twice rather than held.
  const kept: TermCounts[] = [];
  const termsOf = (index: number): TermCounts => {
    const terms = kept[index] ?? itemTerms(catalogue, index);
    if (size <= sample) kept[index] = terms;
    return terms;
  };
  const fitting = FITTING * Math.min(1, sample / Math.max(1, size));
  const embedder = await fitEmbedder(
    catalogue,
    settings,
    { signal, onProgress: (fraction) => onProgress?.(fitting * fraction) },
    termsOf,
  );
  const embed = itemEmbedder(catalogue, embedder);
  for (let index = 0; index < size; index += 1) {
    if (index % STRIDE === 0) {
      await breathe(signal);
      onProgress?.(fitting + ((1 - fitting) * index) / size);
    }
    const terms = kept[index];
    keep(index, terms === undefined ? embed(index) : embedder.embedTerms(terms), embedder.dimensions);
  }
  onProgress?.(1);
  return embedder;
}

async function breathe(signal: AbortSignal | undefined): Promise<void> {
  await setImmediate();
  signal?.throwIfAborted();
}
