import { describe, expect, it } from "vitest";
import { bertScore } from "../../../../src/evaluation/text/bert-score.ts";
import { lsaTokenEmbedder } from "../../../../src/evaluation/text/lsa-token-embedder.ts";
import { fitEmbedder } from "../../../../tools/language/embedder-fit.ts";
import { filmCatalogue } from "../../../fixtures/films.ts";

const latent = await fitEmbedder(filmCatalogue());
const embedder = lsaTokenEmbedder(latent);

describe("the word vectors of Cicerone's own text embedder", () => {
  it("are the vectors of the words as texts of their own", async () => {
    const [vectors = []] = await embedder.embed(["a samurai guards the village"]);
    const alone = await Promise.all(["samurai", "guards", "village"].map((word) => latent.embedQuery(word)));
    expect(vectors.map((vector) => Array.from(vector))).toEqual(alone);
    expect(alone.every((vector) => vector.length === latent.dimensions)).toBe(true);
  });

  it("leave words without a topic out and keep unknown ones as zeros", async () => {
    expect(await embedder.embed(["the of and", "", "xylophone"])).toEqual([
      [],
      [],
      [new Float32Array(latent.dimensions)],
    ]);
  });

  it("name as many tokens as they are", async () => {
    const text = "A samurai guards the village, xylophone in hand.";
    const [vectors = []] = await embedder.embed([text]);
    expect(embedder.tokens?.(text)).toHaveLength(vectors.length);
    expect(embedder.name).toBe(`lsa-${latent.dimensions}`);
  });

  it("make a BERTScore that is 1 for the same words, more for akin ones than for others, less for an unknown word", async () => {
    const references = ["a samurai guards the village"];
    const candidates = [
      "The village: guards, samurai!",
      "swordsman and bandits",
      "a waitress in Paris",
      "samurai guards xylophone village",
    ];
    const scores = await bertScore(
      candidates.map((candidate) => ({ candidate, references })),
      embedder,
    );
    const [same = 0, akin = 0, other = 0, padded = 0] = scores.map(({ f1 }) => f1);
    expect(same).toBeCloseTo(1, 6);
    expect(akin).toBeGreaterThan(other);
    expect(akin).toBeLessThan(1);
    expect(scores[3]?.precision).toBeCloseTo(3 / 4, 6);
    expect(padded).toBeLessThan(same);
  });

  it("stop when they are told to", async () => {
    await expect(embedder.embed(["samurai"], AbortSignal.abort())).rejects.toThrow(/abort/i);
  });
});
