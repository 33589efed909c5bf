import { describe, expect, it } from "vitest";
import { type ReadExport, readExport } from "../../../../memory/users/exports/read-export.ts";

const NOW = Date.UTC(2026, 0, 1);

function read(text: string | Uint8Array, name = "films.csv"): ReadExport {
  const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
  return readExport({ name, bytes }, { now: NOW });
}

function ratingOf(given: string): string | number | undefined {
  const { entries, broken } = read(`Title;Year;Rating\nHeat;1995;${given}\n`);
  const [entry] = entries;
  if (entry === undefined) return broken[0]?.reason;
  return entry.rating === undefined ? entry.verdict : entry.rating.value / entry.rating.max;
}

describe("ratings as people write them", () => {
  it.each([
    ["4,5", 0.9],
    ["4.5 stars", 0.9],
    ["★★★½", 0.7],
    ["★★★★☆", 0.8],
    ["⭐⭐⭐", 0.6],
    ["4½", 0.9],
    ["3 1/2", 0.7],
    ["8/10", 0.8],
    ["7 von 10", 0.7],
    ["90%", 0.9],
    ["thumbs up", "liked"],
    ["👍🏽", "liked"],
    ["Loved it", "liked"],
    ["👎", "disliked"],
    ["n/a", "seen"],
    ["-", "seen"],
    ["A-", "“A-” is no rating"],
    ["9/5", "rating 9/5 is outside 0 to 5"],
  ])("%s", (given, meant) => expect(ratingOf(given)).toBe(meant));
});

describe("tables of other tongues", () => {
  it.each([
    ["Titel;Jahr;Bewertung;Datum", "Alien;1979;4,5;13.02.2020"],
    ["Filmtitel;Erscheinungsjahr;Meine Bewertung;Gesehen am", "Alien;1979;4,5;13.02.2020"],
    ["Título;Año;Puntuación;Fecha", "Alien;1979;4,5;13/02/2020"],
    ["Titre;Année;Ma note;Date", "Alien;1979;4,5;13/02/2020"],
    ["Titolo;Anno;Voto;Data", "Alien;1979;4,5;13/02/2020"],
  ])("%s", (head, row) => {
    const [entry] = read(`\u{feff}${head}\r\n${row}\r\n`).entries;
    expect(entry).toMatchObject({
      title: "Alien",
      year: 1979,
      rating: { value: 4.5, max: 5 },
      at: Date.UTC(2020, 1, 13),
    });
  });

  it("are read where Excel wrote its separator above them, with the lines counted as they are", () => {
    const { entries, broken } = read("sep=;\r\nTitle;Year;Rating\r\nHeat;1995;4\r\nFargo;1996;often\r\n");
    expect(entries).toMatchObject([{ title: "Heat", line: 3 }]);
    expect(broken).toEqual([{ line: 4, reason: "“often” is no rating" }]);
  });
});

describe("files that are no table", () => {
  it.each([
    ["a PDF", "%PDF-1.7 …"],
    ["a picture", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2])],
    ["a web page", "<!DOCTYPE html><html></html>"],
    ["empty", ""],
    ["empty", "\n \n"],
  ])("are called what they are: %s", (kind, content) =>
    expect(() => read(content)).toThrow(`films.csv is ${kind}: no table to read.`),
  );

  it("are refused where they hold more rows than a life", () => {
    expect(() => read(`Title,Year\n${"Heat,1995\n".repeat(200_001)}`)).toThrow("more than 200000 rows");
  });
});
