import { describe, expect, it } from "vitest";
import { fitTextEmbedder } from "../../../../src/evaluation/written/fit-text-embedder.ts";

const TEXTS = Array.from({ length: 20 }, (_, n) =>
  n % 2 === 0 ? "warm guitar tone and bright strings" : "loud amplifier hum, noisy cable",
);

describe("word vectors from what people wrote", () => {
  it("put words near that stand in the same texts", async () => {
    const embedder = await fitTextEmbedder(TEXTS, { dimensions: 2 });
    const [guitar, strings, hum] = await Promise.all(
      ["guitar", "strings", "hum"].map((word) => embedder.embedQuery(word)),
    );
    const cosine = (a: readonly number[] = [], b: readonly number[] = []): number =>
      a.reduce((sum, value, k) => sum + value * (b[k] ?? 0), 0);
    expect(cosine(guitar, strings)).toBeCloseTo(1, 6);
    expect(cosine(guitar, hum)).toBeCloseTo(0, 6);
  });

  it("know nothing where there is nothing to read", async () => {
    const embedder = await fitTextEmbedder([]);
    expect(await embedder.embedQuery("guitar")).toEqual([]);
  });

  it("are not made after an abort", async () => {
    await expect(fitTextEmbedder(TEXTS, { signal: AbortSignal.abort() })).rejects.toThrow(/abort/i);
  });
});
