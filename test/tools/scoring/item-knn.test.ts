import { describe, expect, it } from "vitest";
import { fitItemKnn, MOST_KNN_ITEMS } from "../../../tools/scoring/item-knn.ts";
import type { Sequences } from "../../../tools/scoring/sequences.ts";

/** Item 0 has three users, items 1 and 2 two and one; item 3 has nobody. */
const THREE_USERS: Sequences = { offsets: Int32Array.of(0, 2, 5, 6), items: Int32Array.of(0, 1, 1, 2, 0, 0) };

describe("nearest items", () => {
  it("are alike by the shrunken cosine of who has them", async () => {
    const { data } = await fitItemKnn(THREE_USERS, 4, { neighbours: 3, shrinkage: 1 });
    // Both items 0 and 1: two users, of three and two. 2 / (√6 + 1), and 1 / (√3 + 1), and 1 / (√2 + 1).
    const [a, b, c] = [2 / (Math.sqrt(6) + 1), 1 / (Math.sqrt(3) + 1), 1 / (Math.sqrt(2) + 1)];
    const expected = [0, a, b, 0, a, 0, c, 0, b, c, 0, 0, 0, 0, 0, 0];
    for (const [cell, value] of expected.entries()) expect(data[cell]).toBeCloseTo(value, 6);
  });

  it("are kept up to k for each item of the history, the smaller index where two are equally near", async () => {
    const { data } = await fitItemKnn(THREE_USERS, 4, { neighbours: 1, shrinkage: 0 });
    const kept = [0, 1, 2].map((row) => [0, 1, 2, 3].filter((column) => (data[row * 4 + column] ?? 0) > 0));
    // Cosines: 0–1 .816, 0–2 .577, 1–2 .707.
    expect(kept).toEqual([[1], [0], [1]]);
    const alike = { offsets: Int32Array.of(0, 3), items: Int32Array.of(0, 1, 2) };
    expect([...(await fitItemKnn(alike, 3, { neighbours: 1, shrinkage: 0 })).data]).toEqual([
      0, 1, 0, 1, 0, 0, 1, 0, 0,
    ]);
  });

  it("are refused, with a way out, where their table would be too large", async () => {
    const fit = fitItemKnn(THREE_USERS, MOST_KNN_ITEMS + 1, { neighbours: 1, shrinkage: 0 });
    await expect(fit).rejects.toMatchObject({
      code: "too-many-items",
      hint: expect.stringContaining("factors"),
    });
  });

  it("of nothing are nothing, and a fit stops when the signal aborts", async () => {
    const none = { offsets: Int32Array.of(0), items: new Int32Array() };
    expect([...(await fitItemKnn(none, 2, { neighbours: 1, shrinkage: 0 })).data]).toEqual([0, 0, 0, 0]);
    const reason = new Error("enough");
    const context = { signal: AbortSignal.abort(reason) };
    await expect(fitItemKnn(THREE_USERS, 4, { neighbours: 1, shrinkage: 0 }, context)).rejects.toBe(reason);
  });
});
