import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { AMAZON_CATEGORIES } from "../../../../memory/datasets/built-in/amazon-categories.ts";
import { importNamed } from "../../../../memory/datasets/importing/import-named.ts";
import type { ImportReport } from "../../../../memory/datasets/importing/import-report.ts";
import { openDataset } from "../../../../memory/datasets/open-dataset.ts";
import {
  readAllReviews,
  readInteractions,
  readReviews,
} from "../../../../memory/datasets/read-interactions.ts";
import type { Item } from "../../../../memory/items/item.ts";
import { snapshotPaths } from "../../../../memory/store/snapshot.ts";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "cicerone-amazon-"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

type FullItem = Omit<Item, "text"> & { readonly text: string | undefined };

const jsonLines = (rows: readonly object[]): string => rows.map((row) => JSON.stringify(row)).join("\n");

async function imported(
  dataset: string,
  files: Readonly<Record<string, string>>,
): Promise<{ report: ImportReport; item: (id: string) => FullItem | undefined; home: string }> {
  const from = join(root, "files");
  mkdirSync(from);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(from, name), gzipSync(`${text}\n`));
  const home = join(root, "home");
  const report = await importNamed({ dataset, from, home, clock: () => 0 });
  const { catalogue } = openDataset(home, dataset);
  const items = Array.from({ length: catalogue.size }, (_, index) => ({
    ...catalogue.item(index),
    identifiers: catalogue.identifiers(index),
    text: catalogue.text(index),
  }));
  catalogue.close();
  return { report, item: (id) => items.find((item) => String(item.id) === id), home };
}

describe("the categories of Amazon", () => {
  it("are the 29 of 2018 and the 33 of 2023 with the unknown ones, each under a name of its own", () => {
    const names = AMAZON_CATEGORIES.map(({ name }) => name);
    expect(names.filter((name) => name.startsWith("amazon-2018-"))).toHaveLength(29);
    expect(names.filter((name) => name.startsWith("amazon-2023-"))).toHaveLength(34);
    expect(new Set(names).size).toBe(63);
    expect(names).toContain("amazon-2018-musical-instruments");
    expect(names).toContain("amazon-2023-all-beauty");
  });
});

describe("Amazon reviews of 2018", () => {
  const review = (reviewerID: string, asin: string, overall: number, more: object = {}): object => ({
    overall,
    verified: true,
    reviewTime: "10 30, 2016",
    reviewerID,
    asin,
    style: { "Format:": " Audio CD" },
    reviewerName: "A. Person",
    reviewText: "Holds its tune.",
    summary: "Good strings",
    unixReviewTime: 1477785600,
    ...more,
  });
  const FILES = {
    "Musical_Instruments_5.json.gz": `${jsonLines([
      review("A1", "B001", 5),
      review("A2", "B001", 4, { vote: "12" }),
      review("A1", "B002", 2, { summary: undefined }),
      review("A2", "B003", 3, { reviewText: undefined, summary: undefined }),
    ])}\nnot json`,
    "meta_Musical_Instruments.json.gz": jsonLines([
      {
        category: ["Musical Instruments", "Guitars &amp; Basses", "<span>Strings</span>"],
        tech1: "",
        description: ["Bright <b>phosphor bronze</b> strings for six-string guitars.", ""],
        fit: "",
        title: "Ernie Ball &quot;Earthwood&quot; Strings",
        also_buy: ["B0002CZV82"],
        brand: "by Ernie Ball",
        feature: ["Made in California"],
        rank: [">#5,022 in Musical Instruments"],
        details: {},
        price: "$1,299.99",
        asin: "B001",
        imageURL: [],
      },
      {
        category: ["Musical Instruments", "Picks"],
        title: "var aPageStart = (new Date()).getTime();",
        brand: "Dunlop",
        price: "$4.99 - $7.50",
        asin: "B002",
        description: [],
      },
      {
        category: [],
        title: "Never reviewed",
        brand: "",
        price: ".a-section{ padding: 0 } function(x) 12",
        asin: "B009",
        description: [],
      },
      {
        category: [],
        title: "A second entry, of a longer title, for the same strings",
        asin: "B001",
        description: [],
      },
    ]),
  };

  it("cleans what the pages left in titles, brands, categories and prices", async () => {
    const { item } = await imported("amazon-2018-musical-instruments", FILES);
    expect(item("B001")).toMatchObject({
      title: 'Ernie Ball "Earthwood" Strings',
      facets: {
        brand: "Ernie Ball",
        price: 1299.99,
        category: ["Musical Instruments", "Guitars & Basses", "Strings"],
      },
      identifiers: { asin: "B001" },
      text: "Bright phosphor bronze strings for six-string guitars. Made in California",
    });
    expect(item("B002")?.facets.price).toBe(4.99);
  });

  it("names a product without a title after its brand and kind, and one without anything after its number", async () => {
    const { item } = await imported("amazon-2018-musical-instruments", FILES);
    expect(item("B002")?.title).toBe("Dunlop Picks (B002)");
    expect(item("B003")?.title).toBe("Product B003");
    expect(item("B009")).toBeUndefined();
  });

  it("can do without the products' data: then products go by their numbers, and the report says so", async () => {
    const { "Musical_Instruments_5.json.gz": reviews } = FILES;
    const { item, report } = await imported("amazon-2018-musical-instruments", {
      "Musical_Instruments_5.json.gz": reviews,
    });
    expect(item("B001")).toMatchObject({ title: "Product B001", text: undefined, facets: {} });
    expect(report.missingFiles).toEqual([expect.stringContaining("meta_Musical_Instruments")]);
  });

  it("keeps ratings, times and the words of reviews, and counts broken lines", async () => {
    const { report, home } = await imported("amazon-2018-musical-instruments", FILES);
    expect(report.interactions.kept).toBe(4);
    expect([...report.items.rejected, ...report.interactions.rejected]).toMatchObject([
      { count: 1, example: expect.stringContaining("not json") },
    ]);
    const snapshot = snapshotPaths(home, "amazon-2018-musical-instruments");
    expect(Array.from((await readInteractions(snapshot)).at)).toEqual(Array(4).fill(1477785600));
    const written = (await readReviews(snapshot, "A1")).map(({ item, headline, review }) => [
      item,
      headline,
      review,
    ]);
    expect(written.sort()).toEqual([
      ["B001", "Good strings", "Holds its tune."],
      ["B002", undefined, "Holds its tune."],
    ]);
  });
});

describe("Amazon Musical Instruments of 2014", () => {
  it("is read from its reviews alone, of which nothing becomes an item's text", async () => {
    const row = { reviewerID: "A1", asin: "B001", overall: 5, unixReviewTime: 1393545600 };
    const { item, home } = await imported("amazon-musical-instruments", {
      "Musical_Instruments_5.json.gz": jsonLines([
        { ...row, reviewText: "Holds its tune.", summary: "Good strings" },
        { ...row, reviewerID: "A2", reviewText: "", summary: "Bad" },
      ]),
    });
    expect(item("B001")).toMatchObject({
      title: "Product B001",
      text: undefined,
      facets: {},
      identifiers: { asin: "B001" },
    });
    const reviews = await readAllReviews(snapshotPaths(home, "amazon-musical-instruments"));
    const at = 1393545600;
    expect(reviews).toEqual([
      {
        row: 0,
        userIndex: 0,
        itemIndex: 0,
        value: 5,
        at,
        headline: "Good strings",
        review: "Holds its tune.",
      },
      { row: 1, userIndex: 1, itemIndex: 0, value: 5, at, headline: "Bad", review: undefined },
    ]);
  });
});

describe("Amazon reviews of 2023", () => {
  const review = (user_id: string, parent_asin: string, rating: number, timestamp: number): object => ({
    rating,
    title: "Such a lovely scent",
    text: "This spray is really nice.",
    images: [],
    asin: `${parent_asin}X`,
    parent_asin,
    user_id,
    timestamp,
    helpful_vote: 0,
    verified_purchase: true,
  });
  const FILES = {
    "All_Beauty.jsonl.gz": jsonLines([
      review("U1", "B00YQ6X8EO", 5, 1588687728923),
      review("U2", "B00YQ6X8EO", 4, 1588687728923),
      review("U1", "B081TJ8YS3", 3, 1588615855070),
    ]),
    "meta_All_Beauty.jsonl.gz": jsonLines([
      {
        main_category: "All Beauty",
        title: "Herbivore Sea Mist",
        average_rating: 4.8,
        rating_number: 10,
        features: ["Vegan"],
        description: ["A texturizing spray that smells of coconut."],
        price: 24.5,
        images: [],
        videos: [],
        store: "Herbivore Botanicals",
        categories: ["Beauty", "Hair Care"],
        details: { "Package Dimensions": "7 x 2 x 2 inches" },
        parent_asin: "B00YQ6X8EO",
        bought_together: null,
      },
      {
        main_category: "All Beauty",
        title: "Face Oil",
        features: [],
        description: [],
        price: null,
        store: null,
        categories: [],
        details: {},
        parent_asin: "B081TJ8YS3",
      },
    ]),
  };

  it("reads products with store, categories, price and number", async () => {
    const { item, report } = await imported("amazon-2023-all-beauty", FILES);
    expect(report.items).toMatchObject({ kept: 2, rejected: [] });
    expect(item("B00YQ6X8EO")).toMatchObject({
      title: "Herbivore Sea Mist",
      facets: { brand: "Herbivore Botanicals", price: 24.5, category: ["Beauty", "Hair Care"] },
      identifiers: { asin: "B00YQ6X8EO" },
      text: "A texturizing spray that smells of coconut. Vegan",
    });
    expect(item("B081TJ8YS3")?.facets).toEqual({ category: ["All Beauty"] });
  });

  it("takes times in milliseconds for what they are", async () => {
    const { home } = await imported("amazon-2023-all-beauty", FILES);
    const snapshot = snapshotPaths(home, "amazon-2023-all-beauty");
    expect(Math.max(...(await readInteractions(snapshot)).at)).toBeCloseTo(1588687728.923, 2);
  });

  it("keeps a review's title apart from its text", async () => {
    const { home } = await imported("amazon-2023-all-beauty", FILES);
    const reviews = await readReviews(snapshotPaths(home, "amazon-2023-all-beauty"), "U2");
    expect(reviews).toMatchObject([
      { headline: "Such a lovely scent", review: "This spray is really nice." },
    ]);
  });
});
