import { expect, test } from "vitest";
import { itemTerms } from "../../../tools/language/embedder-documents.ts";
import { embedCatalogue, fitEmbedder } from "../../../tools/language/embedder-fit.ts";
import { itemEmbedder } from "../../../tools/language/embedder-items.ts";
import { cosine, embedderContract } from "../../contract/embedder.ts";
import { filmCatalogue } from "../../fixtures/films.ts";
import { catalogueOf } from "../../support/catalogue.ts";

const embedder = await fitEmbedder(filmCatalogue());

embedderContract("latent semantic", async () => ({
  embedder,
  near: ["a samurai guards the village", "a swordsman and his bandits"],
  far: "a waitress in Paris, feel-good",
}));

test("a text of unknown words has no direction", async () => {
  expect(await embedder.embedQuery("xylophone quux")).toEqual([]);
  expect(await embedder.embedQuery("something good, please")).toEqual([]);
  expect(await embedder.embedQuery("")).toEqual([]);
  const [document] = await embedder.embedDocuments(["xylophone"]);
  expect(document).toEqual(new Array(embedder.dimensions).fill(0));
});

test("the same seed gives the same space, another seed the same angles", async () => {
  const again = await fitEmbedder(filmCatalogue());
  expect(again.model.projection).toEqual(embedder.model.projection);
  const other = await fitEmbedder(filmCatalogue(), { seed: 7 });
  const angle = async (one: typeof embedder): Promise<number> =>
    cosine(await one.embedQuery("dark space creature"), await one.embedQuery("android on a cargo ship"));
  expect(await angle(other)).toBeCloseTo(await angle(embedder), 4);
});

test("a space of few dimensions joins words that never stand together", async () => {
  // "feline" and "cat" share no item; both stand with "whiskers".
  const cards = ["cat whiskers", "feline whiskers", "cat whiskers tail", "feline whiskers tail"];
  const noise = ["engine wheel", "engine brake", "wheel brake engine", "engine wheel brake road"];
  const tiny = catalogueOf(
    [...cards, ...noise].map((text, index) => ({
      id: `i${index}` as never,
      title: `${index}`,
      facets: {},
      text,
    })),
    [],
  );
  const two = await fitEmbedder(tiny, { dimensions: 2 });
  const [feline, cat, wheel] = await two.embedDocuments(["feline", "cat", "wheel"]);
  expect(cosine(feline, cat)).toBeGreaterThan(0.9);
  expect(cosine(feline, wheel)).toBeLessThan(0.3);
});

test("a catalogue without words gives an embedder that knows none", async () => {
  const empty = await fitEmbedder(catalogueOf([{ id: "a" as never, title: "—", facets: {} }], []));
  expect(await empty.embedQuery("anything")).toEqual([]);
  expect(await empty.embedDocuments(["anything"])).toEqual([[0]]);
});

test("in a large catalogue where no word occurs twice, words that occur once count", async () => {
  const items = Array.from({ length: 600 }, (_, index) => ({
    id: `i${index}` as never,
    title: `w${index}`,
    facets: {},
  }));
  const lone = await embedCatalogue(catalogueOf(items, []), () => {}, { dimensions: 8 });
  expect(await lone.embedQuery("w17")).toHaveLength(8);
});

test("items are embedded as their terms are, number for number", () => {
  const films = filmCatalogue();
  const embed = itemEmbedder(films, embedder);
  for (let index = 0; index < films.size; index += 1) {
    expect(embed(index)).toEqual(embedder.embedTerms(itemTerms(films, index)));
  }
});
