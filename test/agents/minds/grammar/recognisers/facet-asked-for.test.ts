import { describe, expect, it } from "vitest";
import { createLexicon } from "../../../../../agents/minds/grammar/lexicon.ts";
import { facetAskedFor } from "../../../../../agents/minds/grammar/recognisers/facet-asked-for.ts";
import type { Span } from "../../../../../agents/minds/grammar/span.ts";
import { tokenise } from "../../../../../tools/language/running-text.ts";
import { filmFacets, films as filmItems } from "../../../../fixtures/films.ts";
import { catalogueOf } from "../../../../support/catalogue.ts";
import { films } from "../reading.ts";

const plain = catalogueOf(
  filmItems,
  filmFacets.map((facet) => ({ ...facet, aliases: [] })),
);

/** What is asked for right before a word. */
function asked(text: string, word: string, before?: Span, catalogue = films.catalogue) {
  const tokens = tokenise(text);
  const from = tokens.findIndex((token) => token.text === word);
  if (from < 0) throw new RangeError(`"${text}" lacks "${word}"`);
  return facetAskedFor(from, { tokens, lexicon: createLexicon(catalogue), catalogue }, before);
}

describe("the facet that is asked for", () => {
  it.each([
    ["directed by X", "director"],
    ["a film by X", "director"],
    ["starring X", "cast"],
    ["age rating X", "certificate"],
    ["films about X", "keyword"],
    ["the country should be X", "country"],
    ["the director has to be X", "director"],
    ["starring both X and Y", "cast"],
    ["directed by either X or Y", "director"],
  ])("is named right before: %s", (said, facet) => expect(asked(said, "X")).toEqual([facet]));

  it.each([
    "something X",
    "directed in a hurry by nobody but X",
    "what about X?",
    "how about X?",
    "something to do with X",
    "a film dealing with X",
    "the director of all of these things is X",
    "both X and Y",
  ])("is not named in “%s”", (said) => expect(asked(said, "X")).toBeUndefined());

  it("is told by the little words where no alias is declared", () => {
    expect(asked("by X", "X", undefined, plain)).toEqual(["director"]);
    expect(asked("without X", "X", undefined, plain)).toEqual(["cast"]);
    expect(asked("near X", "X", undefined, plain)).toBeUndefined();
  });
});

describe("the facet of a list", () => {
  /** "directed by X …": X is a director. */
  const director: Span = {
    from: 2,
    to: 3,
    weight: 1,
    meaning: { kind: "values", facet: "director", values: ["X"], open: false },
  };
  const range: Span = { ...director, meaning: { kind: "range", facet: "year", min: 1990, max: 1999 } };

  it.each(["directed by X and Y", "directed by X or Y", "directed by X, Y", "directed by X, and Y"])(
    "goes on: %s",
    (said) => expect(asked(said, "Y", director)).toEqual(["director"]),
  );

  it.each(["directed by X Y", "directed by X then Y", "directed by X. Y", "directed by X and maybe Y"])(
    "ends: %s",
    (said) => expect(asked(said, "Y", director)).toBeUndefined(),
  );

  it("is only that of values", () => {
    expect(asked("directed by X and Y", "Y", range)).toBeUndefined();
    expect(asked("directed by X and Y", "Y")).toBeUndefined();
  });
});
