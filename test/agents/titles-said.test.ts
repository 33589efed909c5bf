import { describe, expect, it } from "vitest";
import { createTitleGuard } from "../../agents/titles-said.ts";
import { filmCatalogue, filmId } from "../fixtures/films.ts";

const guard = createTitleGuard(filmCatalogue());
const nothing = new Set<ReturnType<typeof filmId>>();

describe("titles in a reply", () => {
  it("are found when nobody put them there", () => {
    expect(guard("You might like Seven Samurai, or Blade Runner.", nothing)).toEqual([
      "Seven Samurai",
      "Blade Runner",
    ]);
    expect(guard("2001: A Space Odyssey is long.", nothing)).toEqual(["2001: A Space Odyssey"]);
  });

  it("may be those of the items that were found", () => {
    expect(guard("Seven Samurai it is.", new Set([filmId("Seven Samurai")]))).toEqual([]);
  });

  it("are not seen in ordinary words", () => {
    expect(guard("In this heat, seven of us saw the matrix of choices.", nothing)).toEqual([]);
    expect(guard("Heat rises. Seven is a number.", nothing)).toEqual([]);
  });

  it("of one word count between quotation marks", () => {
    expect(guard("Try “Heat” or **Fargo**.", nothing)).toEqual(["Heat", "Fargo"]);
  });

  it("inside a longer title that is allowed are part of it", () => {
    expect(guard("“Seven Samurai” it is.", new Set([filmId("Seven Samurai")]))).toEqual([]);
  });
});
