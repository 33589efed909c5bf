import { describe, expect, it } from "vitest";
import { ItemId } from "../../memory/ids.ts";
import type { Catalogue } from "../../memory/items/catalogue.ts";
import type { FacetTest } from "../../memory/items/constraint.ts";
import { FacetDeclaration } from "../../memory/items/facet.ts";
import { Item } from "../../memory/items/item.ts";

/** Five books whose answers a reader can work out. */
export const BOOKS: readonly Item[] = [
  {
    id: "emma",
    title: "Emma",
    facets: { author: ["Jane Austen"], shelf: ["classic", "comedy"], form: "novel", pages: 474, year: 1815 },
    text: "A matchmaker is mistaken about everybody, herself first.",
  },
  {
    id: "dune",
    title: "Dune",
    facets: {
      author: ["Frank Herbert"],
      shelf: ["science fiction", "classic"],
      form: "novel",
      pages: 612,
      year: 1965,
    },
    text: "Spice, sand and a prophecy nobody asked for.",
    identifiers: { isbn: "9780441013593", goodreads: "44767458" },
  },
  {
    id: "solaris",
    title: "Solaris",
    facets: { author: ["Stanisław Lem"], shelf: ["science fiction"], form: "novel", pages: 204, year: 1961 },
    text: "A living ocean answers the men who study it with their own memories. Nobody sends an emma.",
  },
  {
    id: "omens",
    title: "Good Omens",
    facets: {
      author: ["Terry Pratchett", "Neil Gaiman"],
      shelf: ["comedy", "classic"],
      form: "novel",
      year: 1990,
      "also-known-as": "The Nice Prophecies",
    },
  },
  { id: "blank", title: "Untitled", facets: {} },
].map((item) => Item.parse(item));

export const BOOK_FACETS: readonly FacetDeclaration[] = [
  { name: "author", kind: "people" },
  { name: "shelf", kind: "tags" },
  { name: "form", kind: "category" },
  { name: "pages", kind: "number", unit: "pages" },
  { name: "year", kind: "year" },
  { name: "also-known-as", kind: "text" },
].map((facet) => FacetDeclaration.parse(facet));

/** What every Catalogue promises. `open` gives one of BOOKS and BOOK_FACETS, called "books". */
export function catalogueContract(name: string, open: () => Catalogue): void {
  describe(`${name} keeps the contract of catalogues`, () => {
    const titles = (catalogue: Catalogue, test: FacetTest, facet: string): string[] => {
      const mask = catalogue.satisfying({ facet, test, strength: 1, said: "", source: "said" });
      expect(mask).toHaveLength(catalogue.size);
      return BOOKS.filter((_, index) => mask[index] === 1).map(({ title }) => title);
    };

    it("gives items in import order, by index and by id, without their text", () => {
      const books = open();
      expect([books.name, books.size, books.facets.length]).toEqual(["books", 5, 6]);
      BOOKS.forEach(({ text, identifiers: _, ...item }, index) => {
        expect(books.item(index)).toEqual(item);
        expect(books.title(index)).toBe(item.title);
        expect(books.text(index)).toBe(text);
        expect(books.id(index)).toBe(item.id);
        expect(books.indexOf(item.id)).toBe(index);
      });
      expect(books.indexOf(ItemId.parse("nobody"))).toBeUndefined();
    });

    it("finds an item by what another catalogue calls it, and says what that is", () => {
      const books = open();
      expect(books.identified("goodreads", " 44767458 ")).toBe(1);
      expect(books.identified("isbn", "978-0-441-01359-3")).toBe(1);
      expect(books.identified("goodreads", "9780441013593")).toBeUndefined();
      expect(books.identified("isbn", "")).toBeUndefined();
      expect(books.identifiers(1)).toEqual({ goodreads: "44767458", isbn: "9780441013593" });
      expect(books.identifiers(0)).toEqual({});
      expect(() => books.identifiers(5)).toThrow(RangeError);
    });

    it("refuses an index that is none", () => {
      const books = open();
      for (const index of [-1, 5]) {
        expect(() => books.item(index)).toThrow(RangeError);
        expect(() => books.id(index)).toThrow(RangeError);
      }
    });

    it("gives a facet's value in the form of its kind, and undefined where there is none", () => {
      const books = open();
      expect(books.value(3, "author")).toEqual(["Terry Pratchett", "Neil Gaiman"]);
      expect(books.value(3, "form")).toBe("novel");
      expect(books.value(3, "year")).toBe(1990);
      expect(books.value(3, "also-known-as")).toBe("The Nice Prophecies");
      expect(books.value(3, "pages")).toBeUndefined();
      expect(books.value(3, "colour")).toBeUndefined();
      expect(books.facet("colour")).toBeUndefined();
      expect(books.facet("pages")?.unit).toBe("pages");
    });

    it("counts a facet's values, most frequent first, and finds who has them", () => {
      const books = open();
      expect(books.values("shelf")[0]).toEqual({ value: "classic", count: 3 });
      expect(books.values("shelf").map(({ count }) => count)).toEqual([3, 2, 2]);
      expect(books.values("form")).toEqual([{ value: "novel", count: 4 }]);
      expect([...books.having("shelf", "comedy")]).toEqual([0, 3]);
      expect([...books.having("author", "Neil Gaiman")]).toEqual([3]);
      expect([...books.having("author", "Nobody")]).toEqual([]);
    });

    it("gives numbers as a column with NaN where there are none", () => {
      const books = open();
      expect([...books.column("pages")]).toEqual([474, 612, 204, Number.NaN, Number.NaN]);
      expect([...books.column("year")]).toEqual([1815, 1965, 1961, 1990, Number.NaN]);
    });

    it("masks any, all and none of some values", () => {
      const books = open();
      const of = (op: "any-of" | "all-of" | "none-of", ...values: string[]): string[] =>
        titles(books, { op, values }, "shelf");
      expect(of("any-of", "comedy", "science fiction")).toEqual(["Emma", "Dune", "Solaris", "Good Omens"]);
      expect(of("all-of", "classic", "science fiction")).toEqual(["Dune"]);
      expect(of("none-of", "classic", "comedy")).toEqual(["Solaris", "Untitled"]);
      expect(titles(books, { op: "none-of", values: ["novel"] }, "form")).toEqual(["Untitled"]);
    });

    it("masks ranges inclusive at both ends; an item without the number is in none", () => {
      const books = open();
      expect(titles(books, { op: "between", min: 204, max: 474 }, "pages")).toEqual(["Emma", "Solaris"]);
      expect(titles(books, { op: "between", min: 1961 }, "year")).toEqual(["Dune", "Solaris", "Good Omens"]);
      expect(titles(books, { op: "outside", min: 1960, max: 1969 }, "year")).toEqual(["Emma", "Good Omens"]);
    });

    it("finds words in titles before words in prose, whatever their case", () => {
      const books = open();
      const found = (text: string): string[] => books.search(text, 10).map(({ index }) => books.title(index));
      expect(found("EMMA")).toEqual(["Emma", "Solaris"]);
      expect(found("lem")).toEqual(["Solaris"]);
      expect(found("xyzzy")).toEqual([]);
      expect(books.search("nobody", 1)).toHaveLength(1);
      const scores = books.search("science fiction classic", 10).map(({ score }) => score);
      expect(scores).toEqual([...scores].sort((left, right) => right - left));
    });

    it("takes words literally, never as query syntax", () => {
      const books = open();
      for (const text of ['"', "dune AND (", "title:emma NOT", "NEAR(a b)", "*", "", "';--", "-dune ^"]) {
        expect(() => books.search(text, 5), text).not.toThrow();
      }
      expect(books.search("NOT dune", 5).map(({ index }) => books.title(index))).toEqual(["Dune"]);
    });
  });
}
