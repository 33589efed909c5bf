import type { DescriptorInput } from "../descriptor.ts";
import { FILM_TEXT_FILES, FILM_TEXTS } from "./film-texts.ts";
import { OLD_MOVIELENS_HEAD } from "./movielens-head.ts";

/** MovieLens-1M; with --text also plots, people, runtimes, certificates and keywords. */
export const ML_1M: DescriptorInput = {
  ...OLD_MOVIELENS_HEAD,
  name: "ml-1m",
  about: "MovieLens-1M: a million ratings of 3,883 films by 6,040 people, 2000 to 2003 (GroupLens).",
  positiveFrom: 4,
  files: {
    movies: {
      file: "movies.dat",
      separator: "::",
      encoding: "latin-1",
      columns: ["id", "title", "genres"],
    },
    ratings: {
      file: ["ratings.dat", "ratings_ts_partial.dat"],
      separator: "::",
      columns: ["user", "item", "value", "at"],
    },
    ...FILM_TEXT_FILES,
  },
  items: `
WITH ${FILM_TEXTS}
SELECT
  movies.id,
  film_title(movies.title) AS title,
  film_texts.text,
  film_year(movies.title) AS year,
  string_split(movies.genres, '|') AS genre,
  film_texts.runtime,
  film_texts.director,
  film_texts."cast",
  film_texts.writer,
  film_texts.certificate,
  film_texts.keyword,
  array_to_string(film_other_titles(movies.title), ' | ') AS "also-known-as"
FROM movies LEFT JOIN film_texts ON film_texts.id = movies.id
ORDER BY try_cast(movies.id AS INTEGER)`,
  interactions: `SELECT "user", item, value, "at" FROM ratings`,
};
