import { Embeddings } from "@langchain/core/embeddings";
import { type TermCounts, textTerms } from "./embedder-documents.ts";
import { type Vocabulary, weigh } from "./embedder-vocabulary.ts";

/** What a fit leaves: terms, and where each one points in the latent space. */
export interface LatentModel {
  readonly vocabulary: Vocabulary;
  readonly dimensions: number;
  /** terms × dimensions, row-major. */
  readonly projection: Float32Array;
}

/**
 * A text embedder that needs no download: TF-IDF folded into the latent space of a catalogue (latent semantic analysis,
 * Deerwester et al. 1990). Vectors have unit length; a query without a known word gives the empty vector `[]`, so that
 * nobody mistakes ignorance for a direction, and such a document gives zeros, because stores want one dimension.
 */
export class LatentSemanticEmbedder extends Embeddings {
  readonly model: LatentModel;

  constructor(model: LatentModel) {
    super({});
    this.model = model;
  }

  get dimensions(): number {
    return this.model.dimensions;
  }

  async embedQuery(text: string): Promise<number[]> {
    return Array.from(this.embedTerms(textTerms(text)) ?? []);
  }

  async embedDocuments(texts: string[]): Promise<number[][]> {
    const nowhere = new Float32Array(this.dimensions);
    return texts.map((text) => Array.from(this.embedTerms(textTerms(text)) ?? nowhere));
  }

  /** The unit vector of a bag of terms; undefined where no term is known. */
  embedTerms(terms: TermCounts): Float32Array | undefined {
    return this.embedWeighed(weigh(terms, this.model.vocabulary));
  }

  /** The unit vector of a row of terms with their weights; undefined where it is empty. */
  embedWeighed(row: {
    readonly columns: readonly number[];
    readonly values: readonly number[];
  }): Float32Array | undefined {
    const { columns, values } = row;
    const { dimensions, projection } = this.model;
    const sums = new Float64Array(dimensions);
    for (let cell = 0; cell < columns.length; cell += 1) {
      const at = (columns[cell] ?? 0) * dimensions;
      const value = values[cell] ?? 0;
      for (let k = 0; k < dimensions; k += 1) sums[k] = (sums[k] ?? 0) + value * (projection[at + k] ?? 0);
    }
    const length = Math.sqrt(sums.reduce((sum, value) => sum + value * value, 0));
    return length > 1e-9 ? Float32Array.from(sums, (value) => value / length) : undefined;
  }
}
