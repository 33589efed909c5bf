import { describe, expect, it } from "vitest";
import type { ReviewRow } from "../../../../memory/datasets/read-interactions.ts";
import { summarySplit } from "../../../../src/evaluation/summary/summary-cases.ts";
import { headlineLength } from "../../../../src/evaluation/summary/summary-systems.ts";

let row = 0;
const review = (
  userIndex: number,
  at: number,
  headline?: string,
  text: string | undefined = "Text.",
): ReviewRow => ({
  row: row++,
  userIndex,
  itemIndex: at,
  value: undefined,
  at,
  headline,
  review: text,
});
const REVIEWS = [
  review(1, 30, "newest of one"),
  review(0, 5, "only of none"),
  review(1, 10, "oldest of one"),
  review(1, 20, "middle of one"),
  review(1, 40),
  review(1, 50, "has no text", " "),
];
const headlines = (of: readonly { readonly headline: string }[]) => of.map(({ headline }) => headline);

describe("which reviews are to be summarised", () => {
  it("the last with text and headline of each user; what is before it may be learned from", () => {
    const { train, test } = summarySplit(REVIEWS, "test");
    expect(headlines(test)).toEqual(["only of none", "newest of one"]);
    expect(headlines(train)).toEqual(["oldest of one", "middle of one"]);
  });

  it("for tuning the one before it; the last is neither learned from nor predicted", () => {
    const { train, test } = summarySplit(REVIEWS, "validation");
    expect(headlines(test)).toEqual(["middle of one"]);
    expect(headlines(train)).toEqual(["oldest of one"]);
  });

  it("of equal times the later in the file is the last", () => {
    const { test } = summarySplit([review(0, 7, "first"), review(0, 7, "second")], "test");
    expect(headlines(test)).toEqual(["second"]);
  });
});

describe("how long a headline is", () => {
  it("as the median of those in training, of two middle ones the shorter", () => {
    const train = ["one", "two words", "three words here", "a headline of five words"];
    expect(headlineLength(train.map((headline) => ({ user: 0, review: "", headline })))).toEqual({
      words: 2,
    });
  });

  it("one word where there are none", () => {
    expect(headlineLength([])).toEqual({ words: 1 });
  });
});
