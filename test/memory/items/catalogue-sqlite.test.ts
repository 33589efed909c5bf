import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type OpenCatalogue, openCatalogue } from "../../../memory/items/catalogue-sqlite.ts";
import { CatalogueWriter } from "../../../memory/items/catalogue-writer.ts";
import type { FacetTest } from "../../../memory/items/constraint.ts";
import { Noun } from "../../../memory/items/facet.ts";
import { BOOK_FACETS, BOOKS, catalogueContract } from "../../contract/catalogue.ts";

let folder: string;
let books: OpenCatalogue;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "cicerone-catalogue-"));
  const path = join(folder, "catalogue.sqlite");
  const writer = new CatalogueWriter(path, BOOK_FACETS);
  for (const book of BOOKS) writer.add(book.id, () => book);
  const noun = Noun.parse({ one: "book" });
  writer.finish(
    { name: "books", noun, simulated: true, scale: { min: 1, max: 5 } },
    {
      count: Float64Array.of(3, 2, 0, 0, 0),
      mean: Float64Array.of(4.5, Number.NaN, Number.NaN, Number.NaN, Number.NaN),
      popularity: Float64Array.of(1.25, 2, 0, 0, 0),
    },
  );
  writer.close();
  books = openCatalogue(path);
});
afterAll(() => {
  books.close();
  rmSync(folder, { recursive: true, force: true });
});

catalogueContract("a catalogue in SQLite", () => books);

describe("a catalogue in SQLite", () => {
  const mask = (facet: string, ...values: string[]): Uint8Array =>
    books.satisfying({ facet, test: { op: "any-of", values }, strength: 1, said: "", source: "said" });

  it("says what it is and what the interactions say of its items", () => {
    expect(books).toMatchObject({ simulated: true, scale: { min: 1, max: 5 } });
    expect(books.noun).toMatchObject({ one: "book", many: "items" });
    expect(books.statistics(0)).toEqual({ count: 3, mean: 4.5, popularity: 1.25 });
    expect(books.statistics(1)).toEqual({ count: 2, mean: undefined, popularity: 2 });
  });

  it("knows a value in other letter case", () => {
    expect([...books.having("author", "stanisław lem")]).toEqual([2]);
    expect([...mask("shelf", "Comedy")]).toEqual([1, 0, 0, 1, 0]);
  });

  it("finds accents without them, inflections, and other titles", () => {
    const first = (text: string): string => books.title(books.search(text, 1)[0]?.index ?? 4);
    expect(first("stanisław")).toBe("Solaris");
    expect(first("matchmakers")).toBe("Emma");
    expect(first("nice prophecy")).toBe("Good Omens");
  });

  it("does not let empty words outweigh telling ones, and still finds them alone", () => {
    expect(books.search("a book about the ocean", 5).map(({ index }) => books.title(index))).toEqual([
      "Solaris",
    ]);
    expect(books.search("about", 5)).toHaveLength(1);
  });

  it("gives every caller a mask of its own", () => {
    const first = mask("shelf", "comedy");
    first.fill(0);
    expect([...mask("shelf", "comedy")]).toEqual([1, 0, 0, 1, 0]);
  });

  it("lets no item pass a test of a facet there is not, or of numbers over words", () => {
    expect([...mask("colour", "red")]).toEqual([0, 0, 0, 0, 0]);
    const passing = (facet: string, test: FacetTest): number[] => [
      ...books.satisfying({ facet, test, strength: 1, said: "", source: "said" }),
    ];
    expect(passing("shelf", { op: "between", min: 1 })).toEqual([0, 0, 0, 0, 0]);
    expect(passing("colour", { op: "none-of", values: ["red"] })).toEqual([1, 1, 1, 1, 1]);
  });

  it("refuses a file that is no catalogue", () => {
    const path = join(folder, "letter.sqlite");
    writeFileSync(path, "dear aunt, this is not a database but a very long letter to you");
    expect(() => openCatalogue(path)).toThrowError(
      expect.objectContaining({ code: expect.stringMatching(/cannot-open|foreign-snapshot/) }),
    );
  });
});
