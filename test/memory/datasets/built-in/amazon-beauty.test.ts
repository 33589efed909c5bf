import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  COLORS,
  CONCERNS,
  INGREDIENTS,
  QUALITIES,
} from "../../../../memory/datasets/built-in/beauty-words.ts";
import { builtInDescriptor } from "../../../../memory/datasets/built-in.ts";
import { importNamed } from "../../../../memory/datasets/importing/import-named.ts";
import { openDataset } from "../../../../memory/datasets/open-dataset.ts";
import type { Item } from "../../../../memory/items/item.ts";

/** Words as a tagger cut them from pages, attributes as a path that a brand may begin. */
const PRODUCTS = `item_id\tasin\tidgenrec_text\tattributes
1\tA1\tnail lacquer simmer and shimmer red\tOPI|Makeup|Nails|Nail Polish
2\tA2\topi top coat beauty\tMakeup|Nails|Top & Base Coats
3\tA3\tna description moisturizing cream for dry skin with shea and\tBurt&#39;s Bees|Skin Care|Face|Creams & Moisturizers
4\tA4\tburts bees lemon sunscreen spf 30 categories\tSkin Care|Sun|Skin Protection
5\tA5\tclear face cream antiaging by\tSkin Care|Face|Creams & Moisturizers
6\tA6\tclear scalp shampoo for men\tClear|Hair Care|Shampoos
7\tA7\tsweet almond amp mint conditioner\tWEN&reg; by Chaz Dean|Hair Care|Conditioners
8\tA8\tvoyage eau de toilette\tFragrance|Men's|Eau de Toilette
9\tA9\tbeauty\tUnknown|Fragrance|Women's|Eau de Parfum
10\tA10\tafrican black soap\tBath & Body|Cleansers|Soaps
`;

let root: string;
let items: ReadonlyMap<string, Item>;
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), "cicerone-beauty-"));
  const from = join(root, "files");
  mkdirSync(from);
  writeFileSync(join(from, "items_derived.tsv"), PRODUCTS);
  writeFileSync(join(from, "sequential_data.txt"), "1 1 2 3\n2 4 5 6 7\n");
  const home = join(root, "home");
  await importNamed({ dataset: "amazon-beauty", from, home, clock: () => 0 });
  const { catalogue } = openDataset(home, "amazon-beauty");
  items = new Map(
    Array.from({ length: catalogue.size }, (_, index) => catalogue.item(index)).map((item) => [
      String(item.id),
      item,
    ]),
  );
  catalogue.close();
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const facet = (id: string, name: string): unknown => items.get(id)?.facets[name];
const title = (id: string): string | undefined => items.get(id)?.title;

describe("Amazon Beauty", () => {
  it("names a product with its brand, in the brand's own spelling, and without what a page left behind", () => {
    expect(title("1")).toBe("OPI Nail Lacquer Simmer and Shimmer Red");
    expect(title("2")).toBe("OPI Top Coat");
    expect(title("3")).toBe("Burt's Bees Moisturizing Cream for Dry Skin with Shea");
    expect(title("7")).toBe("WEN by Chaz Dean Sweet Almond & Mint Conditioner");
  });

  it("names what has no words after what it is", () => {
    expect(title("9")).toBe("Eau de Parfum");
    expect(facet("9", "brand")).toBeUndefined();
  });

  it("knows a brand from the beginning of the words, unless that is a word of the trade", () => {
    expect(facet("2", "brand")).toBe("OPI");
    expect(facet("4", "brand")).toBe("Burt's Bees");
    expect(facet("5", "brand")).toBeUndefined();
    expect(facet("6", "brand")).toBe("Clear");
  });

  it("takes categories apart that name two things, and calls sunscreens so", () => {
    expect(facet("2", "category")).toEqual(["Nails", "Top Coats", "Base Coats"]);
    expect(facet("3", "category")).toEqual(["Face", "Creams", "Moisturizers"]);
    expect(facet("4", "category")).toEqual(["Sun", "Sunscreens"]);
  });

  it("tells for whom a product is", () => {
    expect(["6", "8", "9", "1"].map((id) => facet(id, "audience"))).toEqual([
      "men",
      "men",
      "women",
      undefined,
    ]);
  });

  it("tells what a product is for, like and made with", () => {
    expect(facet("3", "feature")).toEqual(["dry skin", "moisturizing", "shea butter"]);
    expect(facet("4", "feature")).toEqual(["sun protection", "citrus"]);
    expect(facet("5", "feature")).toEqual(["anti-aging"]);
  });

  it("knows colors of what colors, and of no soap", () => {
    expect(facet("1", "color")).toEqual(["red"]);
    expect(facet("10", "color")).toBeUndefined();
  });

  it("says in other words only what there can be", () => {
    const known: Readonly<Record<string, readonly string[]>> = {
      audience: ["men", "women", "children"],
      color: Object.keys(COLORS),
      feature: [CONCERNS, QUALITIES, INGREDIENTS].flatMap((patterns) => Object.keys(patterns)),
    };
    const { facets, lexicon } = builtInDescriptor("amazon-beauty");
    for (const { name, synonyms, spoken } of facets) {
      const said = [...Object.keys(synonyms), ...Object.keys(spoken)];
      const phrases = Object.values(lexicon).flatMap((entry) => entry[name] ?? []);
      if (known[name] !== undefined)
        expect(known[name]).toEqual(expect.arrayContaining([...said, ...phrases]));
    }
  });
});
