import { describe, expect, it } from "vitest";
import { ngrams } from "../../../../src/evaluation/text/ngrams.ts";
import { rougeTokens } from "../../../../src/evaluation/text/rouge.ts";
import { sentencesOf } from "../../../../src/evaluation/text/sentences.ts";
import { tokens13a } from "../../../../src/evaluation/text/tokens-13a.ts";
import { wordTokens } from "../../../../src/evaluation/text/word-tokens.ts";
import { standard } from "./standard-outputs.ts";

describe("the tokenisers", () => {
  it("keep numbers and hyphens whole and let other punctuation stand alone, for BLEU", () => {
    const tokens = ["He", "paid", "3.50", ",", '"', "well-made", '"', "&", "new", "."];
    expect(tokens13a('He paid 3.50, "well-made" &amp; new.')).toEqual(tokens);
  });

  it("join a word broken at a line's end, but not at the text's", () => {
    expect(tokens13a("well-\nmade\n")).toEqual(["wellmade"]);
    expect(tokens13a("well-\n")).toEqual(["well-"]);
  });

  it.each(standard.pairs)(
    "part the candidate as sacrebleu does: $name",
    ({ candidate, tokens13a: tokens }) => {
      expect(tokens13a(candidate)).toEqual(tokens);
    },
  );

  it.each(standard.pairs)("part words as the pattern of the fixture does: $name", (pair) => {
    expect(wordTokens(pair.candidate)).toEqual(pair.wordTokens);
  });

  it("take a composed and a decomposed letter for the same", () => {
    expect(wordTokens("cafe\u0301")).toEqual(wordTokens("caf\u00e9"));
  });

  it("cut ROUGE's words at all but a-z and digits, and stem those of more than three letters", () => {
    expect(rougeTokens("The café's 2 lamps")).toEqual(["the", "caf", "s", "2", "lamps"]);
    expect(rougeTokens("his lamps", { stem: true })).toEqual(["his", "lamp"]);
  });

  it("give no n-gram of a text that is shorter", () => {
    expect(ngrams(["a", "b", "c"], 2)).toEqual(["a b", "b c"]);
    expect(ngrams(["a", "b", "c"], 4)).toEqual([]);
  });

  it("split sentences at their ends and at line breaks", () => {
    expect(sentencesOf("It cost 3.50. Too much!  Would I?\nno")).toEqual([
      "It cost 3.50.",
      "Too much!",
      "Would I?",
      "no",
    ]);
    expect(sentencesOf(" \n ")).toEqual([]);
  });
});
