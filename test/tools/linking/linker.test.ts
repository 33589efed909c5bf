import { describe, expect, it } from "vitest";
import { ItemId } from "../../../memory/ids.ts";
import type { Catalogue } from "../../../memory/items/catalogue.ts";
import { type Link, type LinkRecord, linkRecords } from "../../../tools/linking/linker.ts";
import { namedThings } from "../../support/linking-catalogue.ts";

const FILMS = [
  { id: "heat", title: "Heat", year: 1995, directors: ["Michael Mann"], ids: { imdb: "tt0113277" } },
  { id: "heat-86", title: "Heat", year: 1986, directors: ["Dick Richards"] },
  { id: "man-34", title: "The Man Who Knew Too Much", year: 1934, directors: ["Alfred Hitchcock"] },
  { id: "man-56", title: "The Man Who Knew Too Much", year: 1956, directors: ["Alfred Hitchcock"] },
  { id: "rocky-2", title: "Rocky II", year: 1979, directors: ["Sylvester Stallone"] },
  { id: "rocky-3", title: "Rocky III", year: 1982, directors: ["Sylvester Stallone"] },
  { id: "goodfellas", title: "Goodfellas", year: 1990, directors: ["Martin Scorsese"] },
  {
    id: "seventh",
    title: "The Seventh Seal",
    year: 1957,
    directors: ["Ingmar Bergman"],
    original: "Det sjunde inseglet",
  },
];
const catalogue = namedThings(FILMS, {
  one: "film",
  many: "films",
  verb: "watch",
  past: "watched",
  aliases: ["movie"],
});

function record(told: Partial<LinkRecord>): LinkRecord {
  return { title: "", otherTitles: [], year: undefined, people: [], ids: {}, kind: "film", ...told };
}

function link(told: Partial<LinkRecord>, among: Catalogue = catalogue): Link {
  const [found] = linkRecords(among, [record(told)]);
  if (found === undefined) throw new Error("one record gives one link");
  return found;
}

function linked(told: Partial<LinkRecord>): string | undefined {
  const found = link(told);
  return found.how === "none" ? undefined : `${found.how} ${catalogue.id(found.item)}`;
}

describe("linking records to a catalogue", () => {
  it("goes by an identifier before any title", () => {
    expect(linked({ title: "Hitze", year: 1995, ids: { imdb: "tt0113277" } })).toBe("id heat");
    expect(linked({ ids: { imdb: "113277" } })).toBe("id heat");
    expect(linked({ ids: { [catalogue.name]: "goodfellas" } })).toBe("id goodfellas");
  });

  it("tells namesakes apart by the year, one off at most, and does not guess without", () => {
    expect(linked({ title: "Heat", year: 1995 })).toBe("title heat");
    expect(linked({ title: "Heat", year: 1987 })).toBe("title heat-86");
    expect(linked({ title: "Heat", year: 2013 })).toBeUndefined();
    const unsure = link({ title: "Heat" });
    expect(unsure).toMatchObject({ how: "none", why: "could be several" });
    expect(unsure.how === "none" && unsure.candidates.map(({ item }) => catalogue.id(item))).toEqual([
      "heat",
      "heat-86",
    ]);
  });

  it("tells namesakes apart by the director, and remakes by the same one not at all", () => {
    expect(linked({ title: "Heat", people: ["Mann, Michael"] })).toBe("title heat");
    expect(linked({ title: "The Man Who Knew Too Much", people: ["Alfred Hitchcock"] })).toBeUndefined();
    expect(linked({ title: "Man Who Knew Too Much, The", year: 1956 })).toBe("title man-56");
  });

  it("finds a title by another name, and through a slip of the finger in the right year", () => {
    expect(linked({ title: "Det Sjunde Inseglet", year: 1957 })).toBe("title seventh");
    expect(linked({ title: "Godfellas", year: 1990 })).toBe("title goodfellas");
    expect(linked({ title: "Godfellas", year: 1994 })).toBeUndefined();
    expect(linked({ title: "Rocky 3", year: 1979 })).toBeUndefined();
  });

  it("does not look for a book among films, whatever its title", () => {
    expect(link({ title: "Heat", year: 1995, kind: "book" })).toMatchObject({
      how: "none",
      why: "a book, and this is about films",
    });
  });

  it("believes a number that both know less than their agreeing titles", () => {
    const other = link({ title: "Heat", year: 1995, ids: { imdb: "tt0000001" } });
    expect(other).toMatchObject({ how: "none", why: "not sure enough" });
  });

  it("gives a book's editions years apart to the same author", () => {
    const herbert = { id: "dune", title: "Dune", year: 1965, directors: ["Frank Herbert"] };
    const books = namedThings([{ ...herbert, ids: { isbn: "9780441013593", goodreads: "234225" } }], {
      one: "book",
      many: "books",
      verb: "read",
      past: "read",
      aliases: [],
    });
    const dune = { title: "Dune (Dune, #1)", year: 2019, kind: "book" };
    expect(link({ ...dune, people: ["Frank Herbert"] }, books)).toMatchObject({ how: "title", item: 0 });
    expect(link({ ...dune, people: ["Brian Herbert"] }, books).how).toBe("none");
    const edition = { ids: { isbn: "9780593099322", goodreads: "44767458" }, people: ["Frank Herbert"] };
    expect(link({ ...dune, ...edition }, books)).toMatchObject({ how: "title", item: 0 });
  });

  it("stops when it is told to", () => {
    expect(() => linkRecords(catalogue, [record({ title: "Heat" })], AbortSignal.abort())).toThrowError(
      expect.objectContaining({ name: "AbortError" }),
    );
  });

  it("answers each record in its place", () => {
    const links = linkRecords(catalogue, [record({ title: "Nothing" }), record({ title: "Goodfellas" })]);
    expect(links.map(({ how }) => how)).toEqual(["none", "title"]);
    expect(catalogue.indexOf(ItemId.parse("goodfellas"))).toBe(
      links[1]?.how === "title" ? links[1].item : -1,
    );
  });
});
