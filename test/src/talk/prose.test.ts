import { describe, expect, it } from "vitest";
import type { Catalogue } from "../../../memory/items/catalogue.ts";
import { aloud } from "../../../src/talk/aloud.ts";
import { cardLines } from "../../../src/talk/prose.ts";
import { cosmeticCatalogue } from "../../fixtures/cosmetics.ts";
import { filmCatalogue, filmIndex } from "../../fixtures/films.ts";

function card(catalogue: Catalogue, index: number): string[] {
  const { id, title, facets } = catalogue.item(index);
  const predictedRating = { value: 3.71, low: 2.6, high: 4.9 };
  return cardLines([{ id, title, facets, score: 1, predictedRating, reasons: [] }], catalogue);
}

describe("plain lines, which a screen reader reads", () => {
  it("say what an item is in words", () => {
    expect(card(filmCatalogue(), filmIndex("Heat"))).toEqual([
      "1. Heat (1995)",
      "   Crime, drama and thriller, 170 min, directed by Michael Mann, starring Al Pacino, Robert De Niro and Val Kilmer",
      "   You would give it about 3.7, probably between 2.6 and 4.9",
    ]);
    expect(card(cosmeticCatalogue(), 0)).toEqual([
      "1. Dew Drop Cream",
      "   Made by Alba & Reed, moisturizer, $18, skin type Dry and Sensitive",
      "   You would give it about 3.7, probably between 2.6 and 4.9",
    ]);
  });

  it.each([
    ["retrieve · 34 candidates · <1 ms", "retrieve, 34 candidates, less than 1 ms"],
    ["retrieve → score", "retrieve, then score"],
    ["Crime · 1990–1999 · not Horror", "Crime, 1990 to 1999, not Horror"],
    ["     – without Heat: rank 37", "     without Heat: rank 37"],
    ["- you want to watch Stalker", "you want to watch Stalker"],
    ["  /why [N]        every reason", "  /why [N]: every reason"],
    ["WALL·E – a film", "WALL·E – a film"],
  ])("reads %j as %j", (line, words) => {
    expect(aloud(line)).toBe(words);
  });
});
