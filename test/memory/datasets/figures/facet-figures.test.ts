import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { facetFigures } from "../../../../memory/datasets/figures/facet-figures.ts";
import { interactionFigures } from "../../../../memory/datasets/figures/interaction-figures.ts";
import { importItems } from "../../../../memory/datasets/importing/import-items.ts";
import { type OpenDataset, openDataset } from "../../../../memory/datasets/open-dataset.ts";
import { ItemId } from "../../../../memory/ids.ts";

const home = mkdtempSync(join(tmpdir(), "cicerone-figures-"));
let dataset: OpenDataset;

beforeAll(async () => {
  const item = (id: string, year: number | undefined, tags: string[]) => ({
    id: ItemId.parse(id),
    title: id,
    facets: { ...(year === undefined ? {} : { year, price: year / 1000 }), tags },
  });
  await importItems({
    head: {
      name: "few",
      scale: { min: 1, max: 5 },
      facets: [
        { name: "year", kind: "year" },
        { name: "price", kind: "number", unit: "EUR" },
        { name: "tags", kind: "tags" },
      ],
    },
    items: [
      item("a", 1991, ["x"]),
      item("b", 1999, ["x", "y"]),
      item("c", 2003, ["x"]),
      item("d", undefined, ["z"]),
    ],
    interactions: [
      { user: "u", item: "a", value: 5, at: 1_000_000_000 },
      { user: "u", item: "b", value: 3, at: 1_100_000_000 },
      { user: "v", item: "a", value: 5, at: 1_200_000_000 },
    ],
    home,
    clock: () => Date.UTC(2026, 0, 2),
  });
  dataset = openDataset(home, "few");
});
afterAll(() => {
  dataset.catalogue.close();
  rmSync(home, { recursive: true, force: true });
});

function figures(facet: string, most = 8) {
  const declared = dataset.catalogue.facet(facet);
  if (declared === undefined) throw new Error(facet);
  return facetFigures(dataset.catalogue, declared, most);
}

it("counts years by decades, numbers by round ranges, words by frequency, and how many items have any", () => {
  expect(figures("year")).toMatchObject({
    coverage: 0.75,
    bars: [
      { from: 1990, to: 2000, count: 2 },
      { from: 2000, to: 2010, count: 1 },
    ],
  });
  const prices = figures("price", 3);
  expect(prices.bars.reduce((sum, { count }) => sum + count, 0)).toBe(3);
  expect(prices).toMatchObject({ unit: "EUR", distinct: 3 });
  expect(figures("tags", 2)).toMatchObject({
    coverage: 1,
    distinct: 3,
    bars: [
      { value: "x", count: 3 },
      { value: "y", count: 1 },
    ],
  });
});

it("counts interactions per user and item, untouched items included, and the ratings given", async () => {
  expect(await interactionFigures(dataset.paths, dataset.catalogue)).toEqual({
    density: 3 / 8,
    perUser: { median: 1, p90: 2, max: 2 },
    perItem: { median: 0, p90: 2, max: 2 },
    untouched: 2,
    from: 1_000_000_000,
    to: 1_200_000_000,
    ratings: [
      { from: 3, to: 3, count: 1 },
      { from: 5, to: 5, count: 2 },
    ],
    mean: 13 / 3,
  });
});
