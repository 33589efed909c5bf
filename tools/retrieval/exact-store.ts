import type { DocumentInterface } from "@langchain/core/documents";
import type { EmbeddingsInterface } from "@langchain/core/embeddings";
import { VectorStore } from "@langchain/core/vectorstores";
import { CiceroneError } from "../../memory/errors.ts";
import { best } from "./best.ts";
import { blend, cosines } from "./item-vectors.ts";

/** Vectors that are there already: of unit length, or zeros, row-major; taken over, not copied. Documents are made when found. */
interface GivenRows {
  readonly rows: Float32Array;
  readonly size: number;
  readonly documentAt: (row: number) => DocumentInterface;
}

const EMPTY: GivenRows = {
  rows: new Float32Array(0),
  size: 0,
  documentAt: (row) => {
    throw new RangeError(`no document ${row} in an empty store`);
  },
};

/**
 * LangChain's vector store over one matrix, searched whole: exact, and below 50,000 items no slower than an index.
 * Scores are cosines, larger is nearer; a document whose vector is zero is never found.
 */
export class ExactVectorStore extends VectorStore {
  declare FilterType: (document: DocumentInterface) => boolean;
  private rows: Float32Array;
  private readonly given: GivenRows;
  private readonly added: DocumentInterface[] = [];

  constructor(embeddings: EmbeddingsInterface, given: GivenRows = EMPTY) {
    super(embeddings, {});
    this.given = given;
    this.rows = given.rows;
  }

  override _vectorstoreType(): string {
    return "exact";
  }

  /** Takes vectors of any length but all of one dimension; keeps their directions. Throws `vector-dimensions` otherwise. */
  override async addVectors(vectors: number[][], documents: DocumentInterface[]): Promise<void> {
    const dimensions = this.dimensions ?? vectors[0]?.length ?? 0;
    const stranger = vectors.find((vector) => vector.length !== dimensions);
    if (stranger !== undefined) {
      const message = `the store takes vectors of ${dimensions} numbers, not ${stranger.length}`;
      throw new CiceroneError("vector-dimensions", message, { hint: "embed every document with one model" });
    }
    if (vectors.length !== documents.length) {
      const message = `${vectors.length} vectors for ${documents.length} documents`;
      throw new CiceroneError("vector-count", message, { hint: "give one vector for each document" });
    }
    const grown = new Float32Array(this.rows.length + vectors.length * dimensions);
    grown.set(this.rows);
    vectors.forEach((vector, row) => {
      const direction = blend(dimensions, [{ vector, weight: 1 }]);
      if (direction !== undefined) grown.set(direction, this.rows.length + row * dimensions);
    });
    this.rows = grown;
    this.added.push(...documents);
  }

  override async addDocuments(documents: DocumentInterface[]): Promise<void> {
    const texts = documents.map((document) => document.pageContent);
    await this.addVectors(await this.embeddings.embedDocuments(texts), documents);
  }

  override async similaritySearchVectorWithScore(
    query: number[],
    k: number,
    filter?: this["FilterType"],
  ): Promise<[DocumentInterface, number][]> {
    const direction = blend(query.length, [{ vector: query, weight: 1 }]);
    if (direction === undefined || query.length !== this.dimensions) return [];
    const allowed = new Uint8Array(this.size).fill(1);
    if (filter !== undefined) {
      for (let row = 0; row < this.size; row += 1) allowed[row] = Number(filter(this.document(row)));
    }
    return best(cosines(this.rows, direction, allowed), allowed, k).map(({ index, score }) => [
      this.document(index),
      score,
    ]);
  }

  private get size(): number {
    return this.given.size + this.added.length;
  }

  private get dimensions(): number | undefined {
    return this.size === 0 ? undefined : this.rows.length / this.size;
  }

  private document(row: number): DocumentInterface {
    return this.added[row - this.given.size] ?? this.given.documentAt(row);
  }
}
