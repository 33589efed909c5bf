import { describe, expect, it } from "vitest";
import type { MatchScore } from "../../../../src/evaluation/text/match-score.ts";
import { type RougeOptions, rouge1, rouge2, rougeL } from "../../../../src/evaluation/text/rouge.ts";
import { type StandardPair, standard } from "./standard-outputs.ts";

const ALL = { rouge1, rouge2, rougeL };

function scores(pair: StandardPair, options?: RougeOptions): Record<string, number[]> {
  const listed = ({ precision, recall, f1 }: MatchScore): number[] => [precision, recall, f1];
  return Object.fromEntries(
    Object.entries(ALL).map(([name, rouge]) => [
      name,
      listed(rouge(pair.candidate, pair.references, options)),
    ]),
  );
}

function expectSame(actual: Record<string, number[]>, expected: StandardPair["rouge"]): void {
  for (const [name, values] of Object.entries(expected)) {
    values.forEach((value, at) => {
      expect(actual[name]?.[at], name).toBeCloseTo(value, 6);
    });
  }
}

describe("ROUGE", () => {
  it("counts shared words and pairs, over the candidate's and the reference's", () => {
    // the reference has "the" once: shared are the, cat, sat: 3 of 4, 3 of 6; pairs: "the cat", "cat sat" → 2 of 3, 2 of 5
    expect(rouge1("the cat sat the", ["a cat sat on the mat"])).toEqual({
      precision: 3 / 4,
      recall: 3 / 6,
      f1: expect.closeTo(0.6, 12),
    });
    expect(rouge2("the cat sat the", ["see the cat sat down now"])).toEqual({
      precision: 2 / 3,
      recall: 2 / 5,
      f1: expect.closeTo(0.5, 12),
    });
  });

  it("finds the longest common subsequence, gaps allowed, order kept", () => {
    // Lin's example: "police … the gunman" has 3 in order of 4 with the first and 2 with the second.
    const reference = "police killed the gunman";
    expect(rougeL("police kill the gunman", [reference]).f1).toBe(3 / 4);
    expect(rougeL("the gunman kill police", [reference]).f1).toBe(2 / 4);
  });

  it("takes the reference with the best F1", () => {
    expect(rouge1("a b", ["a c", "a b", "b"]).f1).toBe(1);
  });

  it("takes the first of references with the same F1", () => {
    // Half of the candidate and all of the reference, or the other way round.
    expect(rouge1("a b c d", ["a b", "a b c d e f g h"]).precision).toBe(1 / 2);
    expect(rouge1("a b c d", ["a b c d e f g h", "a b"]).precision).toBe(1);
  });

  it("scores a text without words 0, also against another, and has no score without references", () => {
    const nothing = { precision: 0, recall: 0, f1: 0 };
    for (const rouge of Object.values(ALL)) {
      expect(rouge("", ["a b"])).toEqual(nothing);
      expect(rouge("a b", ["?!"])).toEqual(nothing);
      expect(rouge("", [""])).toEqual(nothing);
      expect(rouge("a", []).f1).toBeNaN();
    }
  });

  it("lets stems meet where it is asked to", () => {
    expect(rouge1("lamps", ["lamp"]).f1).toBe(0);
    expect(rouge1("lamps", ["lamp"], { stem: true }).f1).toBe(1);
  });

  it.each(standard.pairs)("is what rouge-score says, with stems and without: $name", (pair) => {
    expectSame(scores(pair), pair.rouge);
    expectSame(scores(pair, { stem: true }), pair.rougeStemmed);
  });

  it("differs from rouge-score with stems only where NLTK's own exceptions to Porter's rules tell", () => {
    const differing = standard.pairs.filter((pair) => {
      const ours = Object.values(scores(pair, { stem: true })).flat();
      const theirs = Object.values(pair.rougeStemmedByDefault).flat();
      return ours.some((value, at) => Math.abs(value - (theirs[at] ?? 0)) > 1e-6);
    });
    expect(differing.map(({ name }) => name)).toEqual(["stems on which stemmers differ"]);
  });
});
