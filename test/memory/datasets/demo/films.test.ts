import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { featuresOf } from "../../../../memory/datasets/demo/affinity.ts";
import { ARCHETYPES } from "../../../../memory/datasets/demo/archetypes.ts";
import { type Film, filmItem, parseFilms } from "../../../../memory/datasets/demo/film.ts";
import { traitsOf } from "../../../../memory/datasets/demo/traits.ts";
import { Item } from "../../../../memory/items/item.ts";

const folder = new URL("../../../../memory/datasets/demo/", import.meta.url);
const films = parseFilms(readFileSync(new URL("films.jsonl", folder), "utf8"));
const vocabulary = JSON.parse(readFileSync(new URL("keywords.json", folder), "utf8")) as Record<
  string,
  string[]
>;

/** What is promised of the demo. */
const AT_LEAST = { films: 800, countries: 60, languages: 40 };

const GENRES =
  "Action, Adventure, Animation, Comedy, Crime, Documentary, Drama, Family, Fantasy, Film-Noir, History, Horror, Music, Musical, Mystery, Romance, Sci-Fi, Thriller, War, Western".split(
    ", ",
  );

/** How many films carry each value. */
function counts(values: (film: Film) => readonly (string | number)[]): Map<string | number, number> {
  const tally = new Map<string | number, number>();
  for (const film of films)
    for (const value of new Set(values(film))) tally.set(value, (tally.get(value) ?? 0) + 1);
  return tally;
}

const offenders = (wrong: (film: Film) => boolean): string[] => films.filter(wrong).map((film) => film.id);
const shown = (genre: string, from: number, to: number): Film[] =>
  films.filter((film) => film.genres.includes(genre) && film.year >= from && film.year <= to);

describe("the films of the demo", () => {
  it("are as many as promised, each with an id and a title and year of its own", () => {
    expect(films.length).toBeGreaterThanOrEqual(AT_LEAST.films);
    expect(new Set(films.map((film) => film.id)).size).toBe(films.length);
    expect(new Set(films.map((film) => `${film.title} ${film.year}`)).size).toBe(films.length);
  });

  it("have a year, a runtime and a synopsis within reason", () => {
    expect(offenders((film) => film.year < 1920 || film.year > 2024)).toEqual([]);
    expect(offenders((film) => film.runtime < 45 || film.runtime > 240)).toEqual([]);
    expect(offenders((film) => film.synopsis.length < 60 || film.synopsis.length > 400)).toEqual([]);
    expect(offenders((film) => film["original-title"] === film.title)).toEqual([]);
    expect(offenders((film) => !film.id.endsWith(`-${film.year}`))).toEqual([]);
  });

  it("name four to six leading players, save a documentary", () => {
    expect(offenders((film) => film.cast.length > 6)).toEqual([]);
    expect(offenders((film) => film.cast.length < 4 && !film.genres.includes("Documentary"))).toEqual([]);
  });

  it("name who wrote them: up to ten people", () => {
    expect(offenders((film) => film.writers.length > 10)).toEqual([]);
    // A pair of names in one is a mistake of the hand.
    expect(offenders((film) => film.writers.some((name) => / (?:and|&) |[;,/]/.test(name)))).toEqual([]);
    const own = films.filter((film) => film.writers.some((name) => film.directors.includes(name))).length;
    expect(own / films.length).toBeGreaterThan(0.4);
    expect(own / films.length).toBeLessThan(0.8);
  });

  it("carry the American certificate of their day or a later one", () => {
    const certificate = (name: string): Film[] => films.filter((film) => film.certificate === name);
    // The Production Code was enforced from 1934 to 1968; PG-13 came in 1984 and NC-17 in 1990, given to older films too.
    expect(certificate("Approved").filter((film) => film.year < 1934 || film.year > 1968)).toEqual([]);
    expect(
      films.filter((film) => film.genres.includes("Family") && /^(?:R|NC-17)$/.test(film.certificate)),
    ).toEqual([]);
    for (const [name, least] of [
      ["G", 25],
      ["PG", 80],
      ["PG-13", 80],
      ["R", 200],
      ["Not Rated", 80],
    ] as const)
      expect(certificate(name).length, name).toBeGreaterThanOrEqual(least);
    const american = films.filter(
      (film) => film.year > 1975 && film.countries[0] === "United States" && film.certificate === "Not Rated",
    );
    expect(american.length).toBeLessThan(15);
  });

  it("name nothing twice, and nothing with stray blanks", () => {
    const lists = (film: Film): string[][] => [
      film.genres,
      film.directors,
      film.writers,
      film.cast,
      film.countries,
      film.languages,
      film.keywords,
    ];
    expect(offenders((film) => lists(film).some((list) => new Set(list).size < list.length))).toEqual([]);
    expect(
      offenders((film) =>
        [film.title, film.synopsis, ...lists(film).flat()].some((text) => text !== text.trim()),
      ),
    ).toEqual([]);
  });

  it("use one list of genres, each at least eight films deep", () => {
    const genres = counts((film) => film.genres);
    expect([...genres.keys()].sort()).toEqual(GENRES);
    expect([...genres].filter(([, count]) => count < 8)).toEqual([]);
  });

  it("use six to ten keywords of one vocabulary, no word of it for fewer than four films", () => {
    const words = Object.values(vocabulary).flat();
    expect(Object.keys(vocabulary)).toEqual(["theme", "setting", "mood"]);
    expect(new Set(words).size).toBe(words.length);
    expect(offenders((film) => film.keywords.length < 6 || film.keywords.length > 10)).toEqual([]);
    const used = counts((film) => film.keywords);
    expect([...used.keys()].filter((word) => !words.includes(String(word)))).toEqual([]);
    expect(words.filter((word) => (used.get(word) ?? 0) < 4)).toEqual([]);
  });

  it("come from all decades and from many countries and languages", () => {
    const decades = counts((film) => [Math.floor(film.year / 10) * 10]);
    expect([...decades.keys()].sort()).toEqual([
      1920, 1930, 1940, 1950, 1960, 1970, 1980, 1990, 2000, 2010, 2020,
    ]);
    expect(Math.min(...decades.values())).toBeGreaterThanOrEqual(10);
    expect(counts((film) => film.countries).size).toBeGreaterThanOrEqual(AT_LEAST.countries);
    expect(counts((film) => film.languages).size).toBeGreaterThanOrEqual(AT_LEAST.languages);
    const american = films.filter((film) => film.countries[0] === "United States").length;
    expect(american / films.length).toBeLessThan(0.6);
  });

  it("have, of each genre, something of each era to refine a request by", () => {
    const eras = [
      [1920, 1969],
      [1970, 1999],
      [2000, 2029],
    ] as const;
    const depth = (genre: string): number[] => eras.map(([from, to]) => shown(genre, from, to).length);
    // Of these two there is less to choose from among the oldest.
    const exceptions = ["Documentary", "Music"];
    const thin = GENRES.filter((genre) => !exceptions.includes(genre) && Math.min(...depth(genre)) < 3);
    expect(thin).toEqual([]);
    for (const genre of exceptions) expect(Math.min(...depth(genre)), genre).toBeGreaterThan(1);
  });

  it("answer the requests that people try first", () => {
    expect(shown("Sci-Fi", 1990, 1999).filter((film) => film.runtime < 120).length).toBeGreaterThanOrEqual(5);
    expect([...shown("Western", 1960, 1969), ...shown("War", 1960, 1969)].length).toBeGreaterThanOrEqual(8);
    const directors = counts((film) => film.directors);
    for (const name of [
      "Akira Kurosawa",
      "Alfred Hitchcock",
      "Martin Scorsese",
      "Hayao Miyazaki",
      "Agnès Varda",
      "Wong Kar-wai",
      "Pedro Almodóvar",
      "Joel Coen",
      "Steven Spielberg",
      "Stanley Kubrick",
    ]) {
      expect(directors.get(name), name).toBeGreaterThanOrEqual(4);
    }
    const titles = films.map((film) => film.title);
    for (const title of [
      "Alien",
      "Aliens",
      "Heat",
      "Fargo",
      "The Matrix",
      "Blade Runner",
      "The Godfather",
      "Casablanca",
      "Seven Samurai",
      "Toy Story",
      "Spirited Away",
      "Amélie",
      "It",
      "Her",
      "Up",
      "Big",
      "Seven",
    ]) {
      expect(titles).toContain(title);
    }
  });

  it("hold namesakes that only the year tells apart", () => {
    const years = (title: string): number[] =>
      films.filter((film) => film.title === title).map((film) => film.year);
    expect(years("A Star Is Born")).toEqual([1937, 2018]);
    expect(years("Dune")).toEqual([1984, 2021]);
    expect(years("Little Women")).toEqual([1994, 2019]);
    expect(years("Solaris")).toEqual([1972, 2002]);
    expect(years("True Grit")).toEqual([1969, 2010]);
  });

  it("become items of a catalogue", () => {
    const item = filmItem(films.find((film) => film.id === "amelie-2001") as Film);
    expect(Item.parse(item)).toEqual(item);
    expect(item).toMatchObject({
      title: "Amélie",
      facets: {
        year: 2001,
        director: ["Jean-Pierre Jeunet"],
        "also-known-as": "Le fabuleux destin d'Amélie Poulain",
      },
    });
  });

  it("carry every feature that an archetype of viewer has an opinion on", () => {
    const features = new Set(films.flatMap((film) => featuresOf(traitsOf(filmItem(film)))));
    const strangers = ARCHETYPES.flatMap(({ tastes }) => Object.entries(tastes)).filter(
      ([name, weight]) => !features.has(name) || !Number.isFinite(weight),
    );
    expect(strangers).toEqual([]);
  });

  it("are refused with the number of the line that is none", () => {
    const [first = ""] = readFileSync(new URL("films.jsonl", folder), "utf8").split("\n");
    expect(() => parseFilms(`${first}\n\n{"id":"heat"}\n`)).toThrow(
      expect.objectContaining({ code: "invalid-film", message: expect.stringContaining("Line 3") }),
    );
  });
});
