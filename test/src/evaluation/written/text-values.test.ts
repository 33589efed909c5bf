import { describe, expect, it } from "vitest";
import { overAll } from "../../../../src/evaluation/statistics/statistic.ts";
import { corpusBleu } from "../../../../src/evaluation/text/bleu.ts";
import type { TokenEmbedder } from "../../../../src/evaluation/text/token-embedder.ts";
import { bleuValues, textValues } from "../../../../src/evaluation/written/text-values.ts";

/** Knows two words, which have nothing in common. */
const embedder: TokenEmbedder = {
  name: "two words",
  embed: async (texts) =>
    texts.map((text) =>
      text.split(" ").map((word) => Float32Array.of(Number(word === "good"), Number(word === "strings"))),
    ),
};
const UNITS = [
  { candidate: "good strings", references: ["good strings"] },
  { candidate: "good", references: ["strings"] },
  { candidate: "strings", references: [] },
];

describe("the figures of what systems wrote", () => {
  it("are means over the units with a reference; Distinct is over everything written", async () => {
    const values = await textValues(UNITS, embedder);
    const figure = (name: string): number => overAll(values[name] ?? { kind: "mean", columns: [] }, 3);
    expect(Object.keys(values)).toEqual([
      "bleu-4",
      "rouge-1",
      "rouge-2",
      "rouge-l",
      "meteor",
      "bertscore",
      "distinct-1",
      "distinct-2",
    ]);
    for (const name of ["rouge-1", "rouge-2", "rouge-l", "bertscore"]) expect(figure(name)).toBe(0.5);
    expect(figure("distinct-1")).toBe(0.5);
    expect(figure("distinct-2")).toBe(1);
  });

  it("have BLEU of the sums, not the mean of BLEUs", () => {
    const units = [
      { candidate: "the cat sat on the mat", references: ["the cat sat on a mat"] },
      { candidate: "a dog", references: ["a dog barked at night"] },
    ];
    expect(overAll(bleuValues(units), 2)).toBeCloseTo(corpusBleu(units), 12);
    expect(overAll(bleuValues(units.slice(0, 1)), 1)).toBeCloseTo(corpusBleu(units.slice(0, 1)), 12);
    expect(corpusBleu(units)).toBeGreaterThan(0.1);
  });
});
