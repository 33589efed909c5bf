import { describe, expect, it } from "vitest";
import { isInTitle } from "../../../../../agents/minds/grammar/recognisers/number-in-title.ts";
import { ItemId } from "../../../../../memory/ids.ts";
import type { Item } from "../../../../../memory/items/item.ts";
import { filmFacets, films as filmItems } from "../../../../fixtures/films.ts";
import { catalogueOf } from "../../../../support/catalogue.ts";
import { films, readerOf } from "../reading.ts";
import { utteranceOf } from "../spoken.ts";

const titles = ["12 Angry Men", "Robocop 3", "90 Minutes", "8 1/2"];
const items: readonly Item[] = titles.map((title) => ({
  id: ItemId.parse(title.toLowerCase().replace(/\W+/g, "-")),
  title,
  facets: { year: 1980, runtime: 100, genre: ["Drama"] },
}));
const reader = readerOf(
  catalogueOf([...filmItems, ...items], filmFacets, {
    noun: films.catalogue.noun,
    scale: { min: 1, max: 5 },
  }),
);

/** Which of the numbers in a text are part of a title. */
function inTitles(text: string): string[] {
  const utterance = utteranceOf(text, reader);
  return utterance.tokens
    .filter(({ norm }, at) => /^(?:\d+|seven)$/.test(norm) && isInTitle(utterance, at))
    .map(({ text: word }) => word);
}

describe("a number in a title", () => {
  it.each([
    ["how long is 12 Angry Men", ["12"]],
    ["how long is 12 angry men", ["12"]],
    ["4 stars for Robocop 3", ["3"]],
    ["give me 3 films like Robocop 3", ["3"]],
    ["8/10 for Seven", ["Seven"]],
    ["I loved 90 Minutes", ["90"]],
    ["films under “90 minutes”", ["90"]],
    ["4 stars for 8 1/2", ["8", "1", "2"]],
  ])("is part of it: %s", (said, numbers) => expect(inTitles(said)).toEqual(numbers));

  it.each([
    "12 thrillers",
    "seven thrillers",
    "films under 90 minutes",
    "8 1/2 stars for Heat",
    "8/10 for Heat",
  ])("counts where it is none: %s", (said) => expect(inTitles(said)).toEqual([]));

  it("is no number of what is asked for", () => {
    expect(reader.plan("something like 12 Angry Men").request.count).not.toBe(12);
    expect(reader.plan("12 thrillers").request.count).toBe(12);
    expect(reader.plan("give me 3 films like Robocop 3").request.count).toBe(3);
    expect(reader.plan("films under 90 minutes").understood).toBe("under 90 min");
  });

  it("is outside the text nowhere", () => {
    expect(isInTitle(utteranceOf("Robocop 3", reader), 9)).toBe(false);
  });
});
