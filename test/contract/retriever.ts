import { describe, expect, test } from "vitest";
import type { RetrievalQuery, Retriever } from "../../tools/retrieval/retriever.ts";

export const ASK_NOTHING: RetrievalQuery = { text: undefined, like: [], unlike: [], history: [] };

export interface RetrieverCase {
  readonly retriever: Retriever;
  /** Number of items of the catalogue it retrieves from; at least 10. */
  readonly size: number;
  /** A query it understands and finds at least three items for. */
  readonly understood: RetrievalQuery;
  /** A query that holds nothing it understands; undefined for one that answers everything. */
  readonly foreign: RetrievalQuery | undefined;
}

/** What every retriever promises. */
export function retrieverContract(name: string, open: () => Promise<RetrieverCase>): void {
  describe(`the retriever contract: ${name}`, () => {
    test("returns items of the catalogue, best first, without duplicates", async () => {
      const { retriever, size, understood } = await open();
      const found = await retriever.retrieve(understood, new Uint8Array(size).fill(1), size);
      expect(found.length).toBeGreaterThanOrEqual(3);
      expect(found.every(({ index }) => Number.isInteger(index) && index >= 0 && index < size)).toBe(true);
      expect(new Set(found.map(({ index }) => index)).size).toBe(found.length);
      const scores = found.map(({ score }) => score);
      expect(scores).toEqual([...scores].sort((a, b) => b - a));
      expect(scores.every(Number.isFinite)).toBe(true);
    });

    test("breaks ties by index", async () => {
      const { retriever, size, understood } = await open();
      const found = await retriever.retrieve(understood, new Uint8Array(size).fill(1), size);
      const inOrder = [...found].sort((a, b) => b.score - a.score || a.index - b.index);
      expect(found).toEqual(inOrder);
    });

    test("returns only what is allowed, and finds it however little that is", async () => {
      const { retriever, size, understood } = await open();
      const all = await retriever.retrieve(understood, new Uint8Array(size).fill(1), size);
      const last = all.at(-1)?.index ?? -1;
      const only = new Uint8Array(size);
      only[last] = 1;
      expect((await retriever.retrieve(understood, only, 5)).map(({ index }) => index)).toEqual([last]);
      expect(await retriever.retrieve(understood, new Uint8Array(size), 5)).toEqual([]);
    });

    test("a smaller limit gives the beginning of the same list", async () => {
      const { retriever, size, understood } = await open();
      const allowed = new Uint8Array(size).fill(1);
      const all = await retriever.retrieve(understood, allowed, size);
      expect(await retriever.retrieve(understood, allowed, 2)).toEqual(all.slice(0, 2));
      expect(await retriever.retrieve(understood, allowed, 0)).toEqual([]);
    });

    test("answers the same question the same way", async () => {
      const [one, other] = [await open(), await open()];
      const allowed = new Uint8Array(one.size).fill(1);
      const first = await one.retriever.retrieve(one.understood, allowed, 10);
      expect(await one.retriever.retrieve(one.understood, allowed, 10)).toEqual(first);
      expect(await other.retriever.retrieve(other.understood, allowed, 10)).toEqual(first);
    });

    test("finds nothing in a query that it does not understand", async () => {
      const { retriever, size, foreign } = await open();
      const found = await retriever.retrieve(foreign ?? ASK_NOTHING, new Uint8Array(size).fill(1), 10);
      expect(found.length === 0).toBe(foreign !== undefined);
    });

    test("rejects when the signal has aborted", async () => {
      const { retriever, size, understood } = await open();
      const allowed = new Uint8Array(size).fill(1);
      const signal = AbortSignal.abort(new Error("enough"));
      await expect(retriever.retrieve(understood, allowed, 10, signal)).rejects.toThrow("enough");
    });
  });
}
