import { describe, expect, it } from "vitest";
import { bertScore } from "../../../../src/evaluation/text/bert-score.ts";
import { idfWeights } from "../../../../src/evaluation/text/idf-weights.ts";
import type { TokenEmbedder } from "../../../../src/evaluation/text/token-embedder.ts";
import { standard } from "./standard-outputs.ts";

/** Words by their vectors in a table; zeros for others. */
function tableEmbedder(table: Readonly<Record<string, readonly number[]>>): TokenEmbedder {
  const dimensions = Object.values(table)[0]?.length ?? 0;
  const tokens = (text: string): string[] => text.split(" ").filter((word) => word !== "");
  return {
    name: "table",
    async embed(texts) {
      return texts.map((text) =>
        tokens(text).map((word) => Float32Array.from(table[word] ?? new Array<number>(dimensions).fill(0))),
      );
    },
    tokens,
  };
}

const PLANE = tableEmbedder({ east: [1, 0], north: [0, 2], between: [3, 4], west: [-1, 0] });

async function one(
  candidate: string,
  references: readonly string[],
  idf = false,
): Promise<[number, number, number]> {
  const [score] = await bertScore([{ candidate, references }], PLANE, { idf });
  return [score?.precision ?? -9, score?.recall ?? -9, score?.f1 ?? -9];
}

describe("BERTScore", () => {
  it("matches every token with the one nearest in direction, whatever its length", async () => {
    // east–between .6, north–between .8. Precision: between's best is .8; recall: (.6 + .8) / 2
    expect(await one("between", ["east north"])).toEqual([
      expect.closeTo(0.8, 12),
      expect.closeTo(0.7, 12),
      expect.closeTo((2 * 0.8 * 0.7) / 1.5, 12),
    ]);
  });

  it("lets several tokens match the same one, in any order", async () => {
    expect(await one("north east east", ["east north"])).toEqual([1, 1, 1]);
  });

  it("weighs rare tokens more by idf over the references", async () => {
    const units = [
      { candidate: "between", references: ["east north"] },
      { candidate: "east", references: ["east"] },
    ];
    const [first, second] = await bertScore(units, PLANE, { idf: true });
    // Two references; both hold east: ln(3/3) = 0; one holds north: ln(3/2). Recall is that of north alone.
    expect(first?.recall).toBeCloseTo(0.8, 12);
    // The other text's only token weighs nothing.
    expect(second).toEqual({ precision: 0, recall: 0, f1: 0 });
    expect(idfWeights([["a", "a"], ["b"]])("a")).toBeCloseTo(Math.log(3 / 2), 12);
    expect(idfWeights([["a", "a"], ["b"]])("c")).toBeCloseTo(Math.log(3), 12);
  });

  it("takes the reference with the best F1", async () => {
    expect(await one("east", ["north", "east", "between"])).toEqual([1, 1, 1]);
  });

  it("gives F1 0 where texts point away from each other", async () => {
    expect(await one("west", ["east"])).toEqual([-1, -1, 0]);
  });

  it("counts a token without direction as matching nothing", async () => {
    expect(await one("east nowhere", ["east"])).toEqual([0.5, 1, expect.closeTo(2 / 3, 12)]);
  });

  it("scores empty texts 0, and gives NaN without references", async () => {
    expect(await one("", ["east"])).toEqual([0, 0, 0]);
    expect(await one("east", [""])).toEqual([0, 0, 0]);
    expect(await one("east", [])).toEqual([Number.NaN, Number.NaN, Number.NaN]);
    expect(await bertScore([], PLANE)).toEqual([]);
  });

  it("keeps the order of the units over many batches", async () => {
    const units = Array.from({ length: 300 }, (_, at) => ({
      candidate: at % 2 === 0 ? "east" : "north",
      references: ["east"],
    }));
    const scores = await bertScore(units, PLANE);
    expect(scores.map(({ f1 }) => f1)).toEqual(units.map((_, at) => (at % 2 === 0 ? 1 : 0)));
  });

  it("refuses idf weights of tokens that have no name", async () => {
    const { name, embed } = PLANE;
    const scored = bertScore([{ candidate: "east", references: ["east"] }], { name, embed }, { idf: true });
    await expect(scored).rejects.toMatchObject({ code: "no-tokens" });
  });

  it("stops when it is told to", async () => {
    const scored = bertScore([{ candidate: "east", references: ["east"] }], PLANE, {
      signal: AbortSignal.abort(),
    });
    await expect(scored).rejects.toThrow(/abort/i);
  });

  it("is what the formulas give in matrix form, with idf and without", async () => {
    const { vectors, units } = standard.bertScore;
    const embedder = tableEmbedder(vectors);
    const texts = units.map(({ candidate, reference }) => ({ candidate, references: [reference] }));
    for (const kind of ["plain", "idf"] as const) {
      const scores = await bertScore(texts, embedder, { idf: kind === "idf" });
      scores.forEach(({ precision, recall, f1 }, at) => {
        const [expectedP = 9, expectedR = 9, expectedF = 9] = units[at]?.[kind] ?? [];
        expect(precision).toBeCloseTo(expectedP, 6);
        expect(recall).toBeCloseTo(expectedR, 6);
        expect(f1).toBeCloseTo(expectedR > 0 ? expectedF : 0, 6);
      });
    }
  });
});
