import { describe, expect, it } from "vitest";
import { meteor } from "../../../../src/evaluation/text/meteor.ts";
import { standard, standardPair } from "./standard-outputs.ts";

describe("METEOR", () => {
  it("weighs recall nine times and takes the more off the more broken the order is", () => {
    // 3 matches of 4 and of 6 words in two chunks, "the cat" and "mat": P = 3/4, R = 1/2, F = PR / (.9P + .1R)
    const mean = ((3 / 4) * (1 / 2)) / (0.9 * (3 / 4) + 0.1 * (1 / 2));
    const penalty = 0.5 * (2 / 3) ** 3;
    expect(meteor("the cat likes mat", ["see the cat on a mat"]).score).toBeCloseTo(mean * (1 - penalty), 12);
  });

  it("takes a little off for one chunk too", () => {
    expect(meteor("a b c d", ["a b c d"]).score).toBeCloseTo(1 - 0.5 / 4 ** 3, 12);
  });

  it("matches stems where no word is the same, and says that it knows no synonyms", () => {
    // Both words match: one chunk, half of ½ cubed.
    expect(meteor("lamps glowing", ["lamp glows"])).toEqual({
      score: 1 - 0.5 / 2 ** 3,
      stages: ["exact", "stem"],
    });
    expect(meteor("sofa", ["couch"]).score).toBe(0);
  });

  it("gives a word to the last one free in the reference, from the last word on", () => {
    // "a" goes to the second "a": chunks "a" + "b" and not "a b", although the first "a" would make one.
    const mean = 1 / (0.9 + 0.1 * (2 / 3)) / 1.5;
    const oneChunk = meteor("a b", ["a b c"]).score;
    expect(oneChunk).toBeCloseTo(mean * (1 - 0.5 / 8), 12);
    expect(meteor("a b", ["a b a"]).score).toBeCloseTo(mean * (1 - 0.5), 12);
  });

  it("scores the best reference, texts without words 0, and nothing without references", () => {
    expect(meteor("a b", ["x", "a b"]).score).toBe(meteor("a b", ["a b"]).score);
    expect(meteor("", ["a"]).score).toBe(0);
    expect(meteor("a", ["..."]).score).toBe(0);
    expect(meteor("", [""]).score).toBe(0);
    expect(meteor("a", []).score).toBeNaN();
  });

  it.each(standard.pairs)("is what NLTK says without synonyms: $name", (pair) => {
    expect(meteor(pair.candidate, pair.references).score).toBeCloseTo(pair.meteor, 6);
  });

  it("differs from NLTK with its own stemmer only where that has exceptions to Porter's rules", () => {
    const differing = standard.pairs.filter(
      (pair) => Math.abs(meteor(pair.candidate, pair.references).score - pair.meteorByDefault) > 1e-6,
    );
    expect(differing).toEqual([standardPair("stems on which stemmers differ")]);
  });
});
