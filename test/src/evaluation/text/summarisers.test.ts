import { describe, expect, it } from "vitest";
import { lead } from "../../../../src/evaluation/text/lead.ts";
import { lexRank, lexRankScores } from "../../../../src/evaluation/text/lex-rank.ts";
import { sentenceSimilarities } from "../../../../src/evaluation/text/sentence-similarity.ts";
import { standard } from "./standard-outputs.ts";

const TEXT = "Apples grow here. Apples and pears grow here. Pears are sweet. Nobody came.";

describe("the lead", () => {
  it("is the first sentences, or the first words", () => {
    expect(lead()(TEXT)).toBe("Apples grow here.");
    expect(lead({ sentences: 2 })("One. Two!\nThree.")).toBe("One. Two!");
    expect(lead({ words: 4 })("One.  Two\nthree four five")).toBe("One. Two three four");
  });

  it("is all of a shorter text, and nothing of an empty one", () => {
    expect(lead({ words: 9 })("One two")).toBe("One two");
    expect(lead()("")).toBe("");
    expect(lead({ words: 3 })(" ")).toBe("");
  });
});

describe("LexRank", () => {
  it("measures likeness by rare words", () => {
    // idf: a ln(3/2), b ln 3, c ln(3/2). Between 1 and 2: a², over the lengths √(a² + b²) and a√2… written out:
    const [a, b] = [Math.log(3 / 2), Math.log(3)];
    const [first] = sentenceSimilarities([["a", "b"], ["a", "c"], ["c"]]);
    expect(first).toEqual([
      { sentence: 0, cosine: 1 },
      { sentence: 1, cosine: expect.closeTo(a ** 2 / (Math.hypot(a, b) * Math.hypot(a, a)), 12) },
    ]);
  });

  it("gives the middle of a star the most: solved by hand", () => {
    // Sentence 2 shares a word with 1 and with 3, these share none, 4 stands alone.
    // Ends e, middle m of 4: e = .15/4 + .85(e/2 + m/3), m = .15/4 + .85(2·e/2 + m/3)
    const [first, middle, last, alone] = lexRankScores([
      "red lamp",
      "red chair",
      "chair stool",
      "nothing else",
    ]);
    const determinant = (1 - 0.425) * (1 - 0.85 / 3) - 0.85 * (0.85 / 3);
    expect(first).toBeCloseTo((0.0375 * (1 - 0.85 / 3) + 0.0375 * (0.85 / 3)) / determinant, 8);
    expect(middle).toBeCloseTo((0.0375 * (1 - 0.425) + 0.0375 * 0.85) / determinant, 8);
    expect(last).toBeCloseTo(first ?? 0, 12);
    expect(alone).toBeCloseTo(0.25, 8);
  });

  it("picks the sentence that is most like the others", () => {
    expect(lexRank()(TEXT)).toBe("Apples and pears grow here.");
  });

  it("keeps the order of the text and fits a limit in words", () => {
    expect(lexRank({ sentences: 2 })(TEXT)).toBe("Apples and pears grow here. Nobody came.");
    expect(lexRank({ words: 7 })(TEXT)).toBe("Apples and pears grow here. Nobody came.");
    expect(lexRank({ words: 3 })(TEXT)).toBe("Apples and pears");
  });

  it("takes the earlier of equal sentences", () => {
    expect(lexRank()("Same words. Same words. Same words.")).toBe("Same words.");
    expect(lexRank()("One thing. Another matter.")).toBe("One thing.");
  });

  it("gives all of a shorter text and nothing of an empty one", () => {
    expect(lexRank({ sentences: 9 })(TEXT)).toBe(TEXT);
    expect(lexRank()("")).toBe("");
    expect(lexRank({ words: 5 })("")).toBe("");
    expect(lexRankScores([])).toEqual(new Float64Array());
  });

  it("finds what solving the linear system finds, with a threshold and without", () => {
    const { sentences, scores, continuous } = standard.lexRank;
    lexRankScores(sentences).forEach((score, at) => {
      expect(score).toBeCloseTo(scores[at] ?? 0, 6);
    });
    lexRankScores(sentences, { continuous: true }).forEach((score, at) => {
      expect(score).toBeCloseTo(continuous[at] ?? 0, 6);
    });
  });
});
