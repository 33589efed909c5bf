import { describe, expect, it } from "vitest";
import { holderIn } from "../../../../agents/minds/grammar/holder.ts";
import { tokenise } from "../../../../tools/language/running-text.ts";
import { films } from "./reading.ts";

function holder(text: string, from = 0): string | undefined {
  const tokens = tokenise(text);
  return holderIn(tokens, from, tokens.length);
}

describe("whose taste words speak of", () => {
  it.each([
    ["my wife hates", "your wife"],
    ["our daughter hates", "your daughter"],
    ["my older brother", "your older brother"],
    ["my two little kids", "your two little kids"],
    ["the kids", "the kids"],
    ["my friend Sam", "your friend Sam"],
    ["she likes", "her"],
    ["he", "him"],
    ["they've", "them"],
  ])("%s → %s", (said, expected) => expect(holder(said)).toBe(expected));

  it.each(["I hate", "my wife and I hate", "we've always hated", "horror", ""])(
    "“%s” speaks of the speaker's",
    (said) => expect(holder(said)).toBeUndefined(),
  );

  it("is nobody whom only words outside the stretch name", () => {
    expect(holderIn(tokenise("my wife hates it and loathe"), 4, 6)).toBeUndefined();
  });

  it.each([
    ["Tom, our flatmate, doesn't like westerns", "doesn't", "your flatmate"],
    ["And Tom doesn't like westerns", "doesn't", "Tom"],
    ["the flatmate, doesn't like westerns", "doesn't", "the flatmate"],
  ])("is who the clause before names: %s", (said, verb, expected) => {
    const from = tokenise(said).findIndex(({ text }) => text === verb);
    expect(holder(said, from)).toBe(expected);
  });

  it.each(["I think Tom doesn't", "My flatmate left. doesn't"])("is nobody before “%s”", (said) =>
    expect(holder(said, tokenise(said).length - 1)).toBeUndefined(),
  );
});

describe("what others like", () => {
  it.each([
    ["my wife hates westerns", "your wife"],
    ["my friend Sam hates horror", "your friend Sam"],
    ["she hates horror", "her"],
    ["I hate horror", undefined],
  ])("%s is kept as that of %s", (said, whose) => {
    const { facts } = films.extract(said);
    expect(facts).toHaveLength(1);
    expect(facts[0]?.holder).toBe(whose);
  });
});
