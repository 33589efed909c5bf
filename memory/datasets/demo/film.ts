import { z } from "zod";
import { CiceroneError } from "../../errors.ts";
import { ItemId } from "../../ids.ts";
import type { Item } from "../../items/item.ts";

const names = z.array(z.string().min(1)).min(1);

/** Ratings of the Motion Picture Association, of before them ("Approved"), and none. */
export const CERTIFICATES = ["G", "PG", "PG-13", "R", "NC-17", "Approved", "Not Rated"] as const;

/**
 * One line of `films.jsonl`. The facts are of real films; the synopses were written for this dataset.
 *
 * - `year` of the first public showing; `runtime` in minutes, of the version in general release.
 * - `countries` are those that mainly produced it (West Germany is Germany; the Soviet Union and Yugoslavia keep
 *   their names); `languages` those spoken, or of the intertitles of a silent film.
 * - `writers` of the screenplay or the story, as credited; who wrote the book is none. A documentary or an improvised
 *   film has its director where nobody else is credited.
 * - `certificate` is the American one as it stands today; "Approved" passed under the Production Code and was never
 *   rated since, "Not Rated" was never submitted.
 * - `cast` leads the credits; in a documentary it is who appears, and may be shorter than four.
 * - `keywords` come from `keywords.json` only; `series` groups sequels.
 * - `fame` is an editorial guess of how well known the film is today: 1 cinephiles … 5 nearly everybody.
 */
export const Film = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*-\d{4}$/, "a film's id is the slug of its title and its year"),
  title: z.string().min(1),
  "original-title": z.string().min(1).optional(),
  year: z.int().min(1900).max(2100),
  runtime: z.int().min(40).max(300),
  genres: names,
  directors: names,
  writers: names,
  cast: names,
  countries: names,
  languages: names,
  certificate: z.enum(CERTIFICATES),
  keywords: names,
  series: z.string().min(1).optional(),
  fame: z.int().min(1).max(5),
  synopsis: z.string().min(1),
});
export type Film = z.infer<typeof Film>;

/** Films from the text of a `films.jsonl`. Raises `invalid-film` with the line number of the first bad line. */
export function parseFilms(jsonLines: string): Film[] {
  return jsonLines
    .split("\n")
    .map((line, index) => ({ line, number: index + 1 }))
    .filter(({ line }) => line.trim() !== "")
    .map(({ line, number }) => parseFilm(line, number));
}

function parseFilm(line: string, number: number): Film {
  try {
    return Film.parse(JSON.parse(line));
  } catch (cause) {
    throw new CiceroneError("invalid-film", `Line ${number} is not a film: ${line.slice(0, 80)}`, {
      hint: "Each line is one JSON object with the fields of memory/datasets/demo/film.ts.",
      cause,
    });
  }
}

/** A film as a catalogue's item: facets under the names of the film facets, plus `also-known-as`, `series` and `fame`. */
export function filmItem(film: Film): Item {
  return {
    id: ItemId.parse(film.id),
    title: film.title,
    facets: {
      year: film.year,
      runtime: film.runtime,
      genre: film.genres,
      director: film.directors,
      writer: film.writers,
      cast: film.cast,
      country: film.countries,
      language: film.languages,
      certificate: film.certificate,
      keyword: film.keywords,
      ...(film["original-title"] === undefined ? {} : { "also-known-as": film["original-title"] }),
      ...(film.series === undefined ? {} : { series: film.series }),
      fame: film.fame,
    },
    text: film.synopsis,
  };
}
