import { describe, expect, it } from "vitest";
import { pauses, stops, withoutAbbreviations } from "../../../../agents/minds/grammar/pauses.ts";
import { tokenise } from "../../../../tools/language/running-text.ts";

describe("what stands before a word", () => {
  it.each([
    [", ", true, false],
    [": ", true, false],
    ["; ", true, true],
    [". ", true, true],
    ["! ", true, true],
    ["? ", true, true],
    ["\n", true, true],
    [" ", false, false],
    [" – ", false, false],
  ])("%j: pauses %s, stops %s", (gap, pause, stop) => {
    const tokens = tokenise(`heat${gap}fargo`);
    expect([pauses(tokens, 1), stops(tokens, 1)]).toEqual([pause, stop]);
  });

  it("is nothing outside the text", () => {
    const tokens = tokenise("heat. fargo");
    for (const at of [-1, 0, 2, 9]) expect([pauses(tokens, at), stops(tokens, at)]).toEqual([false, false]);
  });
});

describe("the dot of an abbreviation", () => {
  /** The words before which a sentence ends. */
  const ends = (text: string): string[] => {
    const tokens = withoutAbbreviations(tokenise(text));
    return tokens.filter((_, at) => stops(tokens, at)).map(({ text: word }) => word);
  };

  it.each(["Philip K. Dick", "Lon Chaney Jr. and others", "films with Dr. Strangelove", "St. Elmo's Fire"])(
    "ends no sentence in “%s”",
    (said) => expect(ends(said)).toEqual([]),
  );

  it.each([
    ["I loved Heat. More", ["More"]],
    ["So did I. Dick is great", ["Dick"]],
    ["by Lon Chaney Jr. Anything", ["Anything"]],
    ["something with a dr. no horror", ["no"]],
    ["plan b. then", ["then"]],
  ])("ends one in “%s”", (said, expected) => expect(ends(said)).toEqual(expected));
});
