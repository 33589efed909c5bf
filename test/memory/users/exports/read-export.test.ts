import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Entry } from "../../../../memory/users/exports/entry.ts";
import {
  type ReadExport,
  type ReadOptions,
  readExport,
} from "../../../../memory/users/exports/read-export.ts";

const FOLDER = join(import.meta.dirname, "../../../fixtures/exports");
const now = Date.UTC(2026, 10, 20);

function read(name: string, options: Partial<ReadOptions> = {}): ReadExport {
  return readExport({ name, bytes: readFileSync(join(FOLDER, name)) }, { now, ...options });
}

function typed(text: string, options: Partial<ReadOptions> = {}): ReadExport {
  return readExport({ name: "mine.csv", bytes: Buffer.from(text) }, { now, ...options });
}

/** "Heat 1995 rated 9/10 2026-01-04". */
function told({ title, year, verdict, rating, at, again }: Entry): string {
  const day = at === undefined ? "" : new Date(at).toISOString().slice(0, 10);
  const value = rating === undefined ? "" : `${rating.value}/${rating.max}`;
  return [title, year, verdict, value, day, again ? "again" : ""]
    .filter((one) => one !== "" && one !== undefined)
    .join(" ");
}
const all = (file: ReadExport): string[] => file.entries.map(told);

describe("exports, recognised by their columns", () => {
  it("reads Letterboxd's ratings, and tells the row whose rating its scale does not have", () => {
    const file = read("letterboxd/ratings.csv");
    expect(file.format).toBe("Letterboxd");
    expect(all(file).slice(0, 2)).toEqual([
      "Heat 1995 rated 5/5 2021-03-02",
      "Amélie 2001 rated 4.5/5 2021-03-05",
    ]);
    expect(file.broken).toEqual([{ line: 7, reason: "rating 7 is outside 0.5 to 5" }]);
  });

  it("reads Letterboxd's diary by the day of watching, with what was watched again", () => {
    expect(all(read("letterboxd/diary.csv"))).toEqual([
      "Heat 1995 rated 5/5 2021-03-01",
      "Heat 1995 rated 5/5 2023-03-01 again",
    ]);
  });

  it("keeps a review over its line breaks", () => {
    const [entry] = read("letterboxd/reviews.csv").entries;
    expect(entry?.review).toBe("The diner scene.\nNothing else like it.");
  });

  it("tells watched, watchlist and likes, whose columns are the same, by their names, or asks", () => {
    expect(all(read("letterboxd/watched.csv"))[0]).toBe("Heat 1995 seen 2021-03-02");
    expect(all(read("letterboxd/watchlist.csv"))[0]).toBe("Aliens 1986 wanted 2022-03-02");
    expect(all(read("letterboxd/likes/films.csv"))[0]).toBe("Heat 1995 liked 2021-03-02");
    const renamed = { name: "export.csv", bytes: readFileSync(join(FOLDER, "letterboxd/watched.csv")) };
    expect(() => readExport(renamed, { now })).toThrowError(
      expect.objectContaining({ code: "usage-history-as", hint: expect.stringContaining("--as wanted") }),
    );
    expect(all(readExport(renamed, { now, as: "wanted" }))[0]).toMatch(/wanted/);
  });

  it("reads IMDb's ratings of today, with ids, other titles and directors", () => {
    const file = read("imdb-ratings.csv");
    expect(file.entries[1]).toMatchObject({
      title: "Amelie",
      otherTitles: ["Le fabuleux destin d'Amélie Poulain"],
      ids: { imdb: "tt0211915" },
      people: ["Jean-Pierre Jeunet"],
      rating: { value: 8, min: 1, max: 10 },
    });
    expect(file.entries.map(({ kind }) => kind)).toEqual(["film", "film", "show", "film"]);
    expect(file.broken).toEqual([{ line: 6, reason: "rating 11 is outside 1 to 10" }]);
  });

  it("reads IMDb's ratings of before 2017", () => {
    expect(all(read("imdb-ratings-2016.csv"))).toEqual([
      "Heat 1995 rated 9/10 2016-03-05",
      "Seven Samurai 1954 rated 10/10 2016-03-06",
    ]);
  });

  it("takes IMDb's lists for a watchlist, but what is rated there for rated", () => {
    expect(all(read("imdb-watchlist.csv"))).toEqual([
      "Aliens 1986 wanted 2023-07-09",
      "Alien 1979 rated 8/10 2024-02-01",
    ]);
  });

  it("reads Trakt's JSON, a show's episodes as one", () => {
    expect(all(read("trakt-history.json"))).toEqual([
      "Alien 1979 seen 2024-03-31",
      "Fargo 2014 seen 2024-04-02",
    ]);
    expect(read("trakt-history.json").entries[1]).toMatchObject({ kind: "show", ids: { trakt: "60203" } });
    const ratings = read("trakt-ratings.json");
    expect(all(ratings)).toEqual(["Heat 1995 rated 10/10 2024-03-31"]);
    expect([...ratings.skipped]).toEqual([["a rating of an episode or a season", 1]]);
    expect(all(read("trakt-watchlist.json"))).toEqual(["Aliens 1986 wanted 2024-05-31"]);
  });

  it("reads Trakt's CSV", () => {
    expect(all(read("trakt-ratings.csv"))).toEqual(["Heat 1995 rated 8/10 2018-08-24"]);
    expect(read("trakt-ratings.csv").entries[0]?.ids).toEqual({
      imdb: "tt0113277",
      tmdb: "949",
      trakt: "707",
    });
    expect(all(read("trakt-history.csv"))).toEqual(["Alien 1979 seen 2018-08-24"]);
  });

  it("reads Goodreads' library: rating 0 is none, the shelf says the rest, ISBNs are freed of their formula", () => {
    const file = read("goodreads.csv");
    expect(all(file)).toEqual([
      "A Wizard of Earthsea (Earthsea Cycle, #1) 1968 rated 5/5 2024-03-14",
      "Dune (Dune, #1) 1965 wanted 2024-02-02",
      "The Catcher in the Rye 1951 seen 2023-01-01",
    ]);
    expect(file.entries[0]?.ids).toEqual({ isbn: "9780547773742", goodreads: "13642" });
    expect(file.entries[1]?.ids).toEqual({ goodreads: "44767458" });
  });

  it("reads The StoryGraph's library, quarters of stars too", () => {
    expect(all(read("storygraph.csv"))).toEqual([
      "A Wizard of Earthsea rated 4.75/5 2023-06-02",
      "Dune wanted 2023-05-01",
    ]);
  });

  it("reads Netflix' viewing history: episodes as their show, a film's own colon as part of its title", () => {
    const file = read("netflix-history.csv");
    expect(all(file)).toEqual([
      "Heat seen 2021-01-15",
      "Fargo seen 2021-01-17",
      "Avengers: Endgame seen 2021-02-01",
    ]);
    expect(file.entries.map(({ kind }) => kind)).toEqual(["film", "show", "film"]);
  });

  it("reads Netflix' data request for one profile, without trailers and looks", () => {
    expect(() => read("netflix-activity.csv")).toThrowError(
      expect.objectContaining({
        code: "usage-history-profile",
        hint: expect.stringContaining('--profile "Ben"'),
      }),
    );
    const file = read("netflix-activity.csv", { profile: "ada" });
    expect(all(file)).toEqual(["Heat seen 2021-10-22"]);
    expect(Object.fromEntries(file.skipped)).toEqual({
      "another profile": 1,
      "a trailer or another extra": 1,
      "watched for less than five minutes": 1,
    });
  });

  it("reads a plain table whatever it calls its columns, its days and its decimals", () => {
    const file = read("plain.csv");
    expect(all(file)).toEqual([
      "Heat 1995 rated 4.5/5 2020-12-31",
      "Seven Samurai 1954 rated 5/5",
      "Alien 1979 seen 2021-02-01",
    ]);
    expect(file.entries[0]?.review).toBe("Zwei Männer\nan einem Tisch");
  });
});

describe("a plain table", () => {
  it("has the least usual scale that holds all of its ratings, unless it is said", () => {
    expect(all(typed("title,rating\nHeat,8\nAlien,3\n"))[1]).toBe("Alien rated 3/10");
    expect(all(typed("title,rating\nHeat,85\n"))).toEqual(["Heat rated 85/100"]);
    expect(all(typed("title,rating\nHeat,3\n", { outOf: 10 }))).toEqual(["Heat rated 3/10"]);
    expect(typed("title,rating\nHeat,7\n", { outOf: 5 }).broken).toEqual([
      { line: 2, reason: "rating 7 is outside 0 to 5" },
    ]);
    expect(all(typed("title,rating\nHeat,★★★½\nAlien,7/10\n"))).toEqual([
      "Heat rated 3.5/5",
      "Alien rated 7/10",
    ]);
  });

  it("may be tabs or JSON lines", () => {
    expect(all(typed("title\tyear\nHeat\t1995\n"))).toEqual(["Heat 1995 seen"]);
    expect(all(typed('{"title":"Heat","year":1995,"rating":4}\n{"title":"Alien"}\nnonsense\n'))).toEqual([
      "Heat 1995 rated 4/5",
      "Alien seen",
    ]);
  });

  it("is told by a status what was wanted and what was liked", () => {
    const file = typed(
      "name,status\nHeat,Want to read\nFargo,to-read\nAlien,liked\nAliens,watched\nSeven,lent\n",
    );
    expect(file.entries.map(({ verdict }) => verdict)).toEqual(["wanted", "wanted", "liked", "seen"]);
    expect([...file.skipped]).toEqual([["a status that says neither seen nor wanted: lent", 1]]);
  });

  it("of several users is nobody's until one is named", () => {
    const ratings = "userId,movieId,rating,timestamp\n1,6,4.0,964982703\n2,6,3.0,964982703\n";
    expect(() => typed(ratings)).toThrowError(expect.objectContaining({ code: "usage-history-profile" }));
    expect(typed(ratings, { profile: "2" }).entries).toMatchObject([
      { ids: { movielens: "6" }, rating: { value: 3 }, at: 964982703000 },
    ]);
  });

  it("with nothing like a title is refused with its columns and what is known", () => {
    expect(() => typed("colour,size\nred,3\n")).toThrowError(
      expect.objectContaining({
        code: "unknown-export",
        message: expect.stringContaining("colour, size"),
        hint: expect.stringMatching(/Letterboxd \(.*Goodreads \(/),
      }),
    );
    expect(() => typed("")).toThrowError(expect.objectContaining({ code: "unknown-export" }));
  });
});

describe("bytes and broken rows", () => {
  const text = "title,year\nAmélie,2001\n";

  it.each([
    ["UTF-8 with a mark", Buffer.from(`\u{feff}${text}`)],
    ["UTF-16 with a mark", Buffer.from(`\u{feff}${text}`, "utf16le")],
    ["latin-1", Buffer.from(text, "latin1")],
    ["Windows line ends", Buffer.from(text.replaceAll("\n", "\r\n"))],
  ])("reads %s", (_, bytes) => {
    expect(all(readExport({ name: "a.csv", bytes }, { now }))).toEqual(["Amélie 2001 seen"]);
  });

  it("tells the line of each row that is none, and reads on", () => {
    const file = typed("title,year\nHeat,1995\nAlien,1979,surplus,cells\n,1980\nAliens,1986\n");
    expect(all(file)).toEqual(["Heat 1995 seen", "Aliens 1986 seen"]);
    expect(file.broken).toEqual([
      { line: 3, reason: "4 cells for 2 columns" },
      { line: 4, reason: "no title" },
    ]);
  });

  it("counts a cut-off row of a service as broken, and a quotation mark that never closes", () => {
    const cut =
      "Date,Name,Year,Letterboxd URI,Rating\n2021-03-02,Heat,1995,https://boxd.it/2b9q,5\n2021-03-05,Ali";
    expect(typed(cut).broken).toEqual([{ line: 3, reason: "fewer cells than the 5 columns" }]);
    const open = typed('title,year\nHeat,1995\n"Alien,1979\nAliens,1986\n');
    expect(all(open)).toEqual(["Heat 1995 seen"]);
    expect(open.broken).toMatchObject([{ line: 3, reason: expect.stringContaining("never closed") }]);
  });

  it("takes out what a terminal would obey, and days that have not come yet", () => {
    const file = typed("title,date\n\u{1b}[31mHeat\u{202e}\u{7},2099-01-01\n");
    expect(file.entries).toMatchObject([{ title: "[31mHeat", at: undefined }]);
  });

  it("finds out from the whole file whether days or months come first", () => {
    expect(all(typed("title,date\nHeat,1/2/2021\nAlien,13/2/2021\n"))[0]).toBe("Heat seen 2021-02-01");
    expect(all(typed("title,date\nHeat,1/2/2021\nAlien,2/13/2021\n"))[0]).toBe("Heat seen 2021-01-02");
  });
});
