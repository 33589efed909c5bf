import type { DocumentInterface } from "@langchain/core/documents";
import type { EmbeddingsInterface } from "@langchain/core/embeddings";
import { VectorStore } from "@langchain/core/vectorstores";
import { CiceroneError } from "../../memory/errors.ts";
import { best, byScore } from "./best.ts";
import { blend, type ItemVectors, products } from "./item-vectors.ts";
import type { Retrieved } from "./retriever.ts";

/** Vectors that are there already: taken over, not copied. Documents are made when found. */
interface GivenRows {
  readonly vectors: ItemVectors;
  readonly documentAt: (row: number) => DocumentInterface;
}

const EMPTY: GivenRows = {
  vectors: { size: 0, dimensions: 0, rows: new Float32Array(0) },
  documentAt: (row) => {
    throw new RangeError(`no document ${row} in an empty store`);
  },
};

/**
 * LangChain's vector store over one matrix, searched whole: exact, and for the millions of items that one machine holds fast enough.
 * Scores are cosines, larger is nearer; a document whose vector is zero is never found.
 */
export class ExactVectorStore extends VectorStore {
  declare FilterType: (document: DocumentInterface) => boolean;
  private rows = new Float32Array(0);
  private readonly given: GivenRows;
  private readonly added: DocumentInterface[] = [];

  constructor(embeddings: EmbeddingsInterface, given: GivenRows = EMPTY) {
    super(embeddings, {});
    this.given = given;
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
    const rows: ItemVectors = { size: this.added.length, dimensions: query.length, rows: this.rows };
    const found = [
      ...this.nearest(this.given.vectors, 0, direction, k, filter),
      ...this.nearest(rows, this.given.vectors.size, direction, k, filter),
    ];
    return found
      .sort(byScore)
      .slice(0, k)
      .map(({ index, score }) => [this.document(index), score]);
  }

  /** @param first the store's row that the first vector is */
  private nearest(
    vectors: ItemVectors,
    first: number,
    direction: Float32Array,
    k: number,
    filter: this["FilterType"] | undefined,
  ): Retrieved[] {
    const allowed = new Uint8Array(vectors.size).fill(1);
    if (filter !== undefined) {
      for (let row = 0; row < vectors.size; row += 1)
        allowed[row] = Number(filter(this.document(first + row)));
    }
    const found = best(products(vectors, direction, allowed), allowed, k);
    return found.map(({ index, score }) => ({ index: first + index, score }));
  }

  private get size(): number {
    return this.given.vectors.size + this.added.length;
  }

  private get dimensions(): number | undefined {
    if (this.given.vectors.size > 0) return this.given.vectors.dimensions;
    return this.added.length === 0 ? undefined : this.rows.length / this.added.length;
  }

  private document(row: number): DocumentInterface {
    return this.added[row - this.given.vectors.size] ?? this.given.documentAt(row);
  }
}
