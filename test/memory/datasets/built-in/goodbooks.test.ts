import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { importNamed } from "../../../../memory/datasets/importing/import-named.ts";
import type { ImportReport } from "../../../../memory/datasets/importing/import-report.ts";
import { openDataset } from "../../../../memory/datasets/open-dataset.ts";
import { readInteractions } from "../../../../memory/datasets/read-interactions.ts";
import { snapshotPaths } from "../../../../memory/store/snapshot.ts";

/** Invented books in the form of the release: ISBNs without their first zero, years with a fraction, series in brackets. */
const FILES = new URL("../../../fixtures/goodbooks/", import.meta.url).pathname;

interface Imported {
  readonly report: ImportReport;
  facet(id: string, name: string): unknown;
  title(id: string): string | undefined;
  identifiers(id: string): unknown;
}

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "cicerone-goodbooks-"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

async function imported(without: readonly string[] = []): Promise<Imported> {
  const from = join(root, "files");
  cpSync(FILES, from, { recursive: true });
  for (const file of without) rmSync(join(from, file));
  const home = join(root, "home");
  const report = await importNamed({ dataset: "goodbooks-10k", from, home, clock: () => 0 });
  const { catalogue } = openDataset(home, "goodbooks-10k");
  const items = new Map(
    Array.from({ length: catalogue.size }, (_, index) => [
      String(catalogue.item(index).id),
      { ...catalogue.item(index), identifiers: catalogue.identifiers(index) },
    ]),
  );
  catalogue.close();
  return {
    report,
    facet: (id, name) => items.get(id)?.facets[name],
    title: (id) => items.get(id)?.title,
    identifiers: (id) => items.get(id)?.identifiers,
  };
}

describe("goodbooks-10k", () => {
  it("takes the series out of titles, all that a book is part of, and leaves other brackets", async () => {
    const { title, facet } = await imported();
    expect([title("1"), facet("1", "series")]).toEqual(["The Ember Games", ["The Ember Games"]]);
    expect([title("2"), facet("2", "series")]).toEqual(["The Mouse Watch", ["Mousewold", "Night Watch"]]);
    expect([title("3"), facet("3", "series")]).toEqual(["The Detour (And Other Ways Home)", undefined]);
    expect([title("4"), facet("4", "series")]).toEqual(["The Old Songs", ["The Singers"]]);
  });

  it("tells where in a series a book stands, and nothing where a title only numbers it", async () => {
    const { facet } = await imported();
    const places = ["1", "2", "3", "4", "5", "6"].map((id) => facet(id, "place-in-series"));
    expect(places).toEqual([
      "first-in-series",
      "later-in-series",
      "standalone",
      "omnibus",
      "prequel",
      undefined,
    ]);
  });

  it("knows a book's genres by how many readers shelve it so, counting a shelf once", async () => {
    const { facet } = await imported();
    // 700 readers in all, 600 and 90; classics (30) and romance (20) are below a tenth.
    expect(facet("1", "genre")).toEqual(["Dystopian", "Young Adult", "Science Fiction"]);
    expect(facet("3", "genre")).toEqual(["Mystery", "Thriller", "Classic"]);
  });

  it("believes no shelf that stands for either of two genres, none of few readers and none that is a note to oneself", async () => {
    const { facet } = await imported();
    expect(facet("2", "genre")).toEqual(["Fantasy", "Humour"]);
    expect(facet("2", "theme")).toEqual(["dragons"]);
    expect(facet("1", "theme")).toEqual(["survival"]);
  });

  it("tells subjects, settings, prizes and literatures apart", async () => {
    const { facet } = await imported();
    expect(facet("2", "setting")).toEqual(["England"]);
    expect(facet("2", "award")).toEqual(["Pulitzer Prize"]);
    expect(facet("2", "literature")).toEqual(["British literature"]);
    expect(facet("4", "genre")).toBeUndefined();
  });

  it("names languages, keeps codes that it does not know, and none for several", async () => {
    const { facet } = await imported();
    const languages = ["1", "2", "3", "4", "5", "6", "7"].map((id) => facet(id, "language"));
    expect(languages).toEqual(["English", "English", "French", "gsw", undefined, undefined, "English"]);
  });

  it("reads authors, years, also before Christ, other titles, averages and how many rated", async () => {
    const { facet } = await imported();
    expect(facet("1", "author")).toEqual(["Ada Quill", "Ben Inker"]);
    expect(facet("4", "author")).toEqual(["Anonymous", "Eve Folio"]);
    expect([facet("1", "year"), facet("4", "year"), facet("6", "year")]).toEqual([2008, -700, undefined]);
    expect([facet("1", "original-title"), facet("2", "original-title")]).toEqual(["Ember", undefined]);
    expect([facet("1", "rating"), facet("1", "popularity")]).toEqual([4.34, 1000]);
    expect(facet("5", "original-title")).toBeUndefined();
  });

  it("knows books by ISBN, the lost zeros given back, and by their number at Goodreads", async () => {
    const { identifiers } = await imported();
    expect(identifiers("1")).toEqual({ isbn: "9780306406157", goodreads: "11" });
    expect(identifiers("3")).toEqual({ isbn: "9780804429573", goodreads: "13" });
    expect(identifiers("2")).toEqual({ goodreads: "12" });
  });

  it("counts what cannot be read, in items and in ratings", async () => {
    const { report } = await imported();
    expect(report.items).toMatchObject({ read: 9, kept: 7 });
    expect(report.items.rejected.map(({ reason }) => reason).sort()).toEqual([
      "no title",
      "repeated id (the first is kept)",
    ]);
    expect(report.unreadable.map(({ reason }) => reason).sort()).toEqual([
      "isbn is another item's (the first keeps it)",
      "rating is not a number",
      "year is not a year",
    ]);
    expect(report.interactions).toMatchObject({ read: 6, kept: 3 });
    expect(report.interactions.rejected.map(({ reason }) => reason).sort()).toEqual([
      "repeated user and item (the latest is kept)",
      "unknown item",
      "value outside the scale",
    ]);
  });

  it("keeps ratings in the order in which they were given", async () => {
    await imported();
    const rows = await readInteractions(snapshotPaths(join(root, "home"), "goodbooks-10k"));
    expect(Array.from(rows.at)).toEqual([2, 3, 6]);
    expect(Array.from(rows.values ?? [])).toEqual([4, 3, 4]);
  });

  it("does without shelves", async () => {
    const { report, facet } = await imported(["tags.csv", "book_tags.csv"]);
    expect(report.items.kept).toBe(7);
    expect(report.missingFiles).toEqual(["tags.csv", "book_tags.csv"]);
    expect(report.emptyFacets).toEqual(expect.arrayContaining(["genre", "theme"]));
    expect(facet("1", "series")).toEqual(["The Ember Games"]);
  });
});
