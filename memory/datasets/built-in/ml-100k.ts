import type { DescriptorInput } from "../descriptor.ts";
import { FILM_TEXT_FILES, FILM_TEXTS } from "./film-texts.ts";
import { OLD_MOVIELENS_HEAD } from "./movielens-head.ts";

const GENRES = [
  "Action",
  "Adventure",
  "Animation",
  "Children's",
  "Comedy",
  "Crime",
  "Documentary",
  "Drama",
  "Fantasy",
  "Film-Noir",
  "Horror",
  "Musical",
  "Mystery",
  "Romance",
  "Sci-Fi",
  "Thriller",
  "War",
  "Western",
];

const flagged = GENRES.map((genre) => {
  const name = genre.replaceAll("'", "''");
  return `CASE WHEN "${genre}" = '1' THEN '${name}' END`;
});

/** MovieLens-100K; with --text also what is known of the same films in MovieLens-1M. */
export const ML_100K: DescriptorInput = {
  ...OLD_MOVIELENS_HEAD,
  name: "ml-100k",
  about: "MovieLens-100K: 100,000 ratings of 1,682 films by 943 people, 1997 and 1998 (GroupLens).",
  files: {
    films: {
      file: "u.item",
      separator: "|",
      quote: "",
      encoding: "latin-1",
      columns: ["id", "title", "released", "video", "link", "unknown", ...GENRES],
    },
    ratings: { file: "u.data", separator: "\t", quote: "", columns: ["user", "item", "value", "at"] },
    same_films: {
      file: "ml100k_to_ml1m.tsv",
      folder: "text",
      optional: true,
      header: true,
      quote: "",
      columns: ["ml100k_item_id", "ml1m_movie_id"],
    },
    ...FILM_TEXT_FILES,
  },
  items: `
WITH ${FILM_TEXTS}
SELECT
  films.id,
  film_title(films.title) AS title,
  film_texts.text,
  film_year(films.title) AS year,
  list_filter([${flagged.join(", ")}], lambda genre: genre IS NOT NULL) AS genre,
  film_texts.runtime,
  film_texts.director,
  film_texts."cast",
  film_texts.writer,
  film_texts.certificate,
  film_texts.keyword,
  array_to_string(film_other_titles(films.title), ' | ') AS "also-known-as"
FROM films
LEFT JOIN same_films ON same_films.ml100k_item_id = films.id
LEFT JOIN film_texts ON film_texts.id = same_films.ml1m_movie_id
ORDER BY try_cast(films.id AS INTEGER)`,
  interactions: `SELECT "user", item, value, "at" FROM ratings`,
};
