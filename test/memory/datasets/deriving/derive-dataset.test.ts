import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { deriveDataset } from "../../../../memory/datasets/deriving/derive-dataset.ts";
import { importItems } from "../../../../memory/datasets/importing/import-items.ts";
import type { Interactions } from "../../../../memory/datasets/interactions.ts";
import { type OpenDataset, openDataset } from "../../../../memory/datasets/open-dataset.ts";
import { readInteractions, readReviews } from "../../../../memory/datasets/read-interactions.ts";
import { keepRows } from "../../../../tools/scoring/interaction-rows.ts";

const HEAD = {
  name: "films",
  scale: { min: 1, max: 5 },
  identifiers: ["imdb"],
  facets: [{ name: "genre", kind: "tags" as const }],
};
const FILMS = [
  {
    id: "h",
    title: "Heat",
    facets: { genre: ["Crime"] },
    text: "A thief and a detective.",
    identifiers: { imdb: "tt0113277" },
  },
  { id: "f", title: "Fargo", facets: { genre: ["Crime"] } },
  { id: "a", title: "Alien", facets: { genre: ["Horror"] } },
];
/** The span is 800 s, so popularity halves every 200 s. */
const RATINGS = [
  { user: "ann", item: "h", value: 5, at: 200, review: "Loud.", headline: "A bang" },
  { user: "bea", item: "h", value: 2, at: 1000 },
  { user: "bea", item: "f", value: 4, at: 600, review: "Cold." },
  { user: "cy", item: "a", value: 3, at: 800 },
  { user: "cy", item: "f", at: 400 },
];

let root: string;
let dataset: OpenDataset;
let all: Interactions;

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), "cicerone-derive-"));
  const home = join(root, "home");
  await importItems({ head: HEAD, items: FILMS, interactions: RATINGS, home, clock: () => 0 });
  dataset = openDataset(home, "films");
  all = await readInteractions(dataset.paths);
});
afterEach(() => {
  dataset.catalogue.close();
  rmSync(root, { recursive: true, force: true });
});

/** Derives from the rows that `keep` accepts, and hands over what came of it. */
async function derived<Result>(
  keep: (row: number) => boolean,
  see: (found: OpenDataset) => Result | Promise<Result>,
): Promise<Result> {
  const home = join(root, "derived");
  await deriveDataset({ dataset, interactions: keepRows(all, keep), home });
  const found = openDataset(home, "films");
  try {
    return await see(found);
  } finally {
    found.catalogue.close();
  }
}

const statisticsIn = ({ catalogue }: OpenDataset) => [0, 1, 2].map((index) => catalogue.statistics(index));

describe("a snapshot derived from another", () => {
  it("has the statistics of the original where all interactions are given", async () => {
    await derived(
      () => true,
      async (found) => {
        expect(statisticsIn(found)).toEqual(statisticsIn(dataset));
        expect(await readInteractions(found.paths)).toEqual(all);
        expect(found.manifest).toEqual(dataset.manifest);
      },
    );
  });

  it("has the statistics of the part that is given, and no trace of the rest", async () => {
    // Without Bea, the newest is Cy's Alien at 800 and the span 600: popularity halves every 150 s.
    await derived(
      (row) => all.userIds[all.users[row] ?? 0] !== "bea",
      async (found) => {
        expect(statisticsIn(found)).toEqual([
          { count: 1, mean: 5, popularity: 0.5 ** 4 },
          { count: 1, mean: undefined, popularity: 0.5 ** (400 / 150) },
          { count: 1, mean: 3, popularity: 1 },
        ]);
        const { userIds, users, items } = await readInteractions(found.paths);
        expect([userIds, [...users], [...items]]).toEqual([
          ["ann", "cy"],
          [0, 1, 1],
          [0, 2, 1],
        ]);
        expect(found.manifest.counts).toEqual({ items: 3, users: 2, interactions: 3 });
        expect(await readReviews(found.paths, "bea")).toEqual([]);
        expect(await readReviews(found.paths, "ann")).toMatchObject([
          { item: "h", review: "Loud.", headline: "A bang" },
        ]);
      },
    );
  });

  it("shows an item whose interactions are all withheld as one that nobody knows", async () => {
    const [heat] = await derived((row) => all.items[row] !== 0, statisticsIn);
    expect(heat).toEqual({ count: 0, mean: undefined, popularity: 0 });
  });

  it("holds no interactions where none are given", async () => {
    await derived(
      () => false,
      async (found) => {
        expect(found.manifest.counts).toEqual({ items: 3, users: 0, interactions: 0 });
        expect((await readInteractions(found.paths)).users.length).toBe(0);
      },
    );
  });

  it("keeps items, texts, identifiers and the word index", async () => {
    await derived(
      () => false,
      ({ catalogue }) => {
        expect([0, 1, 2].map((index) => catalogue.item(index))).toEqual(
          [0, 1, 2].map((index) => dataset.catalogue.item(index)),
        );
        expect(catalogue.text(0)).toBe("A thief and a detective.");
        expect(catalogue.identified("imdb", "tt0113277")).toBe(0);
        expect(catalogue.search("detective", 5).map(({ index }) => index)).toEqual([0]);
      },
    );
  });

  it("never takes the place of the original", async () => {
    const home = join(root, "home");
    await expect(deriveDataset({ dataset, interactions: all, home })).rejects.toThrow(RangeError);
  });

  it("refuses interactions with items of another catalogue", async () => {
    const interactions = { ...all, items: all.items.map((item) => item + 1) };
    await expect(deriveDataset({ dataset, interactions, home: join(root, "derived") })).rejects.toThrow(
      "no item 3",
    );
  });
});
