import { describe, expect, it } from "vitest";
import { ItemId } from "../../../../memory/ids.ts";
import { EMPTY_REQUEST } from "../../../../tools/retrieval/request.ts";
import { cosmeticCatalogue } from "../../../fixtures/cosmetics.ts";
import { blank, readerOf, shortlistOf, told } from "./reading.ts";

const cosmetics = readerOf(cosmeticCatalogue());
/** Three moisturisers of 18, 19.5 and 34 dollars. */
const onShelf = {
  ...blank,
  shortlist: shortlistOf(["c1", "c2", "c3"].map((id) => ItemId.parse(id))),
  request: cosmetics.plan("a moisturiser").request,
};

const wishes: readonly (readonly [said: string, understood: string])[] = [
  ["a moisturiser under $20 for dry skin, not from Solana", "Moisturizer · Dry · under $20 · not Solana"],
  ["something by Penny Lane", "Penny Lane"],
  ["sunscreen between $10 and $20", "Sunscreen · $10–$20"],
  ["less than 15 dollars", "under $15"],
  ["a cleanser for about ten bucks", "Cleanser · $9–$11"],
  ["a serum or a cleanser for oily skin", "Serum or Cleanser · Oily"],
  ["a cheap mascara", "Mascara · under $15"],
  ["not too expensive", "up to $26"],
  ["face wash, nothing by Northlight or Penny Lane", "Cleanser · not Northlight · not Penny Lane"],
  ["lipsticks by Maison Corail or Penny Lane", "Lipstick · Maison Corail or Penny Lane"],
  ["something like Night Harbour but cheaper", "up to $33.99 · like Night Harbour"],
  ["price below 12", "up to $11.99"],
];

describe("a catalogue of cosmetics, with nothing of films", () => {
  it.each(wishes)("%s → %s", (said, understood) => {
    expect(cosmetics.plan(said).understood).toBe(understood);
  });

  it.each([
    ["cheaper", "Moisturizer · up to $19.49"],
    ["without Solana", "Moisturizer · not Solana"],
    ["for sensitive skin", "Moisturizer · Sensitive"],
    ["not so expensive", "Moisturizer · up to $19.49"],
  ])("refines: %s → %s", (said, understood) => {
    const plan = cosmetics.plan(said, onShelf);
    expect(told(plan, cosmetics)).toBe("refine");
    expect(plan.understood).toBe(understood);
  });

  it.each([
    ["how much is the second?", "look-up Dew Drop Light (price)"],
    ["who makes Night Harbour?", "look-up Night Harbour (brand)"],
    ["would I like Velvet Fig?", "would-like Velvet Fig"],
    ["compare the first and the third", "compare Dew Drop Cream, Night Harbour"],
    ["I hate retinol serums", "dislike Serum"],
    ["tried the first, loved it", "liked Dew Drop Cream"],
  ])("talks about products: %s → %s", (said, acts) => {
    expect(told(cosmetics.plan(said, onShelf), cosmetics)).toBe(acts);
  });

  it("rates as likes and dislikes where the catalogue has no scale", () => {
    expect(
      told(cosmetics.plan("4 stars for Velvet Fig", { ...blank, request: EMPTY_REQUEST }), cosmetics),
    ).toContain("liked Velvet Fig");
  });
});
