import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { importNamed } from "../../memory/datasets/importing/import-named.ts";
import type { ImportReport } from "../../memory/datasets/importing/import-report.ts";
import type { Interactions } from "../../memory/datasets/interactions.ts";
import { type OpenDataset, openDataset } from "../../memory/datasets/open-dataset.ts";
import { readInteractions } from "../../memory/datasets/read-interactions.ts";
import { ItemId } from "../../memory/ids.ts";
import { describeOnData, REAL_DATA } from "../support/real-data.ts";

const home = mkdtempSync(join(tmpdir(), "cicerone-data-"));
afterAll(() => rmSync(home, { recursive: true, force: true }));

interface Imported extends OpenDataset {
  readonly report: ImportReport;
  readonly interactions: Interactions;
}

async function imported(dataset: string, text?: string): Promise<Imported> {
  const report = await importNamed({
    dataset,
    from: join(REAL_DATA, dataset),
    text: text === undefined ? undefined : join(REAL_DATA, text),
    home,
    clock: Date.now,
  });
  const open = openDataset(home, dataset);
  return { ...open, report, interactions: await readInteractions(open.paths) };
}

function film(data: Imported, id: string) {
  return data.catalogue.item(data.catalogue.indexOf(ItemId.parse(id)) ?? -1);
}

describeOnData("MovieLens-100K", ["ml-100k/u.item"], () => {
  let data: Imported;
  beforeAll(async () => {
    data = await imported("ml-100k");
  });
  afterAll(() => data.catalogue.close());

  it("is whole: 943 people, 1,682 films, 100,000 ratings, nothing turned away", () => {
    expect(data.manifest.counts).toEqual({ items: 1682, users: 943, interactions: 100_000 });
    expect([data.report.items.rejected, data.report.interactions.rejected]).toEqual([[], []]);
    const histogram = [1, 2, 3, 4, 5].map(
      (stars) => data.interactions.values?.filter((v) => v === stars).length,
    );
    expect(histogram).toEqual([6110, 11_370, 27_145, 34_174, 21_201]);
  });

  it("keeps the order of u.data", () => {
    const { userIds, users, items, at } = data.interactions;
    expect([...users.slice(0, 3)].map((user) => userIds[user])).toEqual(["196", "186", "22"]);
    expect([...items.slice(0, 3)].map((item) => data.catalogue.item(item).id)).toEqual(["242", "302", "377"]);
    expect(at[0]).toBe(881_250_949);
  });

  it("turns titles round and reads latin-1", () => {
    expect(film(data, "267")).toMatchObject({ title: "unknown", facets: {} });
    const titles = Array.from({ length: data.catalogue.size }, (_, index) => data.catalogue.title(index));
    expect(titles).toContain("Les Misérables");
    expect(titles.filter((title) => /, (The|A|An)$|\(\d{4}\)/.test(title))).toEqual([]);
  });
});

describeOnData(
  "MovieLens-1M with its texts",
  ["ml-1m/movies.dat", "ml-1m-text/movies_extrainfos.dat"],
  () => {
    let data: Imported;
    beforeAll(async () => {
      data = await imported("ml-1m", "ml-1m-text");
    });
    afterAll(() => data.catalogue.close());

    it("is whole, and in the order of the file", () => {
      expect(data.manifest.counts).toEqual({ items: 3883, users: 6040, interactions: 1_000_209 });
      const histogram = [1, 2, 3, 4, 5].map(
        (stars) => data.interactions.values?.filter((v) => v === stars).length,
      );
      expect(histogram).toEqual([56_174, 107_557, 261_197, 348_971, 226_310]);
      const { userIds, users, items, at } = data.interactions;
      expect([userIds[users[0] ?? -1], data.catalogue.item(items[0] ?? -1).id, at[0]]).toEqual([
        "1",
        "1193",
        978_300_760,
      ]);
      expect(users.every((user, row) => row === 0 || user >= (users[row - 1] ?? 0))).toBe(true);
    });

    it("knows a film's people, length and certificate", () => {
      expect(film(data, "2571")).toMatchObject({
        title: "The Matrix",
        facets: { year: 1999, genre: ["Action", "Sci-Fi", "Thriller"], runtime: 136, certificate: "R" },
      });
      expect(film(data, "2571").facets.cast).toContain("Keanu Reeves");
      expect(film(data, "1").facets.director).toEqual(["John Lasseter"]);
      expect(film(data, "1").facets.writer).toContain("Joss Whedon");
      expect(JSON.stringify(film(data, "1").facets.writer)).not.toContain("(");
    });

    it("has prose for nearly every film, and a runtime for most", () => {
      const indices = Array.from({ length: data.catalogue.size }, (_, index) => index);
      expect(indices.filter((index) => data.catalogue.text(index) !== undefined).length).toBeGreaterThan(
        3850,
      );
      expect(data.catalogue.column("runtime").filter((minutes) => minutes > 0).length).toBeGreaterThan(3600);
      expect(data.catalogue.column("year").every((year) => year >= 1919 && year <= 2000)).toBe(true);
    });

    it("finds films by other titles, without accents, and by what they are about", () => {
      const first = (text: string): string =>
        data.catalogue.title(data.catalogue.search(text, 1)[0]?.index ?? -1);
      expect(first("la haine")).toBe("Hate");
      expect(first("les miserables belmondo")).toBe("Les Misérables");
      expect(first("dinosaurs theme park")).toMatch(/Jurassic Park/);
    });

    it("comes without texts too", async () => {
      const bare = await imported("ml-1m");
      expect(bare.report.missingFiles).toHaveLength(3);
      expect(bare.catalogue.facets.map(({ name }) => name)).toEqual(["year", "genre", "also-known-as"]);
      bare.catalogue.close();
    });
  },
);

describeOnData("Amazon Beauty", ["amazon-beauty/items_derived.tsv"], () => {
  let data: Imported;
  beforeAll(async () => {
    data = await imported("amazon-beauty");
  });
  afterAll(() => data.catalogue.close());

  it("is whole: 22,363 people, 12,101 products, 198,502 interactions in each one's order, no ratings", () => {
    expect(data.manifest.counts).toEqual({ items: 12_101, users: 22_363, interactions: 198_502 });
    expect(data.interactions.values).toBeUndefined();
    expect([...data.interactions.at.slice(0, 7)]).toEqual([1, 2, 3, 4, 5, 1, 2]);
  });

  it("tells brands from departments", () => {
    expect(film(data, "1")).toMatchObject({
      title: "OPI Nail Lacquer Simmer and Shimmer",
      facets: { brand: "OPI", department: "Makeup", category: ["Nails", "Nail Polish"] },
    });
    expect(film(data, "5").facets).not.toHaveProperty("brand");
    expect(data.catalogue.values("brand")[0]).toEqual({ value: "L'Oreal Paris", count: 296 });
    expect(
      data.catalogue
        .values("department")
        .map(({ value }) => value)
        .sort(),
    ).toEqual(["Bath & Body", "Fragrance", "Hair Care", "Makeup", "Skin Care", "Tools & Accessories"]);
  });
});
