import { setImmediate } from "node:timers/promises";
import { LatentSemanticEmbedder } from "../../../tools/language/embedder.ts";
import { textTerms } from "../../../tools/language/embedder-documents.ts";
import { DEFAULT_SETTINGS } from "../../../tools/language/embedder-fit.ts";
import { leadingDirections } from "../../../tools/language/embedder-svd.ts";
import { buildVocabulary, weighAll } from "../../../tools/language/embedder-vocabulary.ts";

/** Dimensions unless asked otherwise; texts beyond the sample are not learned from. */
const { dimensions: DIMENSIONS, terms: TERMS, sample: SAMPLE, seed: SEED } = DEFAULT_SETTINGS;

/**
 * The catalogue's text embedder (latent semantic analysis) fitted on texts that are no items: what people wrote. Words in fewer than two
 * texts or in more than half are left out; of more than 50,000 texts evenly spaced ones are learned from. Same texts, same embedder.
 * Rejects when the signal aborts.
 */
export async function fitTextEmbedder(
  texts: readonly string[],
  { dimensions = DIMENSIONS, signal }: { dimensions?: number; signal?: AbortSignal | undefined } = {},
): Promise<LatentSemanticEmbedder> {
  const step = Math.max(1, texts.length / SAMPLE);
  const chosen = Array.from(
    { length: Math.min(texts.length, SAMPLE) },
    (_, place) => texts[Math.floor(place * step)] ?? "",
  );
  const breathe = async (): Promise<void> => {
    await setImmediate();
    signal?.throwIfAborted();
  };
  const documents: ReturnType<typeof textTerms>[] = [];
  for (const text of chosen) {
    if (documents.length % STRIDE === 0) await breathe();
    documents.push(textTerms(text));
  }
  const vocabulary = buildVocabulary(documents, { rarest: 2, limit: TERMS });
  const matrix = weighAll(documents, vocabulary);
  const { vectors, rank } = await leadingDirections(matrix, dimensions, SEED, breathe);
  return new LatentSemanticEmbedder({ vocabulary, dimensions: Math.max(1, rank), projection: vectors });
}

/** Texts between two looks at the signal. */
const STRIDE = 200;
