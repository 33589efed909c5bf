import { describe, expect, it } from "vitest";
import {
  BLEU_STATISTICS,
  bleuOf,
  bleuStatistics,
  corpusBleu,
  sentenceBleu,
} from "../../../../src/evaluation/text/bleu.ts";
import { standard } from "./standard-outputs.ts";

describe("BLEU", () => {
  it("counts a word at most as often as the reference that has it most", () => {
    const statistics = bleuStatistics("the the the", ["the cat", "the cat saw the dog"]);
    //                    lengths, matches of 1..4-grams, n-grams of the candidate
    expect([...statistics]).toEqual([3, 2, 2, 0, 0, 0, 3, 2, 1, 0]);
  });

  it("is the brevity penalty times the geometric mean of the precisions", () => {
    // 4 of 4 words, 3 of 3 pairs, 2 of 2, 1 of 1; 4 words for 5: exp(1 − 5/4)
    expect(sentenceBleu("a b c d", ["a b c d e"])).toBeCloseTo(Math.exp(-0.25), 12);
  });

  it("halves a match for each order in a row that has none", () => {
    // words 2/4; pairs 1/2 of a match in 3; threes 1/4 in 2; fours 1/8 in 1
    const expected = ((2 / 4) * (0.5 / 3) * (0.25 / 2) * (0.125 / 1)) ** 0.25;
    expect(sentenceBleu("a x b y", ["a z b w"])).toBeCloseTo(expected, 12);
  });

  it("takes the shorter of two reference lengths that are as near", () => {
    expect(bleuStatistics("a b c", ["a b c d", "a b"])[1]).toBe(2);
  });

  it("gives a corpus of nothing but short texts 0, and a short text by itself what its orders say", () => {
    expect(corpusBleu([{ candidate: "good cream", references: ["good cream"] }])).toBe(0);
    expect(sentenceBleu("good cream", ["good cream"])).toBe(1);
  });

  it("is 0 for an empty candidate, and adds its reference's length to the corpus", () => {
    expect(sentenceBleu("", ["a b c"])).toBe(0);
    const full = { candidate: "a b c d", references: ["a b c d"] };
    expect(corpusBleu([full])).toBe(1);
    expect(corpusBleu([full, { candidate: "", references: ["e f g h"] }])).toBeCloseTo(Math.exp(-1), 12);
  });

  it("leaves a unit without references out", () => {
    expect(sentenceBleu("a", [])).toBeNaN();
    expect(bleuStatistics("a b", [])).toEqual(new Float64Array(BLEU_STATISTICS));
  });

  it("computes a draw that holds a unit twice from twice its statistics", () => {
    const [a, b] = [
      { candidate: "a b c d e", references: ["a b c d f"] },
      { candidate: "a x b c y", references: ["a b c d"] },
    ] as const;
    const sums = bleuStatistics(a.candidate, a.references).map(
      (value, at) => 2 * value + (bleuStatistics(b.candidate, b.references)[at] ?? 0),
    );
    expect(bleuOf(sums)).toBeCloseTo(corpusBleu([a, b, a]), 12);
    expect(bleuOf(sums)).not.toBeCloseTo(corpusBleu([a, b]), 6);
  });

  it.each(standard.pairs)("is what sacrebleu says: $name", (pair) => {
    const statistics = bleuStatistics(pair.candidate, pair.references);
    expect([...statistics]).toEqual(pair.bleuStatistics);
    expect(bleuOf(statistics)).toBeCloseTo(pair.bleuOfOne, 6);
    expect(sentenceBleu(pair.candidate, pair.references)).toBeCloseTo(pair.sentenceBleu, 6);
  });

  it("is what sacrebleu says of all pairs as one corpus", () => {
    expect(corpusBleu(standard.pairs)).toBeCloseTo(standard.corpusBleu, 6);
  });
});
