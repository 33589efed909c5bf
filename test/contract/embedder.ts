import type { EmbeddingsInterface } from "@langchain/core/embeddings";
import { describe, expect, test } from "vitest";

export interface EmbedderCase {
  readonly embedder: EmbeddingsInterface;
  /** Two texts about one thing in other words, and one about something else. */
  readonly near: readonly [string, string];
  readonly far: string;
}

/** What every text embedder promises. */
export function embedderContract(name: string, open: () => Promise<EmbedderCase>): void {
  describe(`the embedder contract: ${name}`, () => {
    test("gives finite vectors of one dimension and unit length", async () => {
      const { embedder, near, far } = await open();
      const vectors = [
        ...(await embedder.embedDocuments([...near, far])),
        await embedder.embedQuery(near[0]),
      ];
      const dimensions = new Set(vectors.map((vector) => vector.length));
      expect(dimensions.size).toBe(1);
      for (const vector of vectors) expect(Math.hypot(...vector)).toBeCloseTo(1, 4);
    });

    test("puts texts about one thing nearer than texts about another", async () => {
      const { embedder, near, far } = await open();
      const [one, other, stranger] = await embedder.embedDocuments([...near, far]);
      expect(cosine(one, other)).toBeGreaterThan(cosine(one, stranger) + 0.1);
    });

    test("embeds the same text the same way, alone or among others", async () => {
      const { embedder, near, far } = await open();
      const [, alone] = [await embedder.embedDocuments([far]), await embedder.embedDocuments([near[0]])];
      const [among] = await embedder.embedDocuments([near[0], far]);
      expect(among).toEqual(alone[0]);
    });

    test("embeds no documents as no vectors", async () => {
      const { embedder } = await open();
      expect(await embedder.embedDocuments([])).toEqual([]);
    });
  });
}

export function cosine(a: readonly number[] = [], b: readonly number[] = []): number {
  const product = a.reduce((sum, value, k) => sum + value * (b[k] ?? 0), 0);
  return product / (Math.hypot(...a) * Math.hypot(...b));
}
