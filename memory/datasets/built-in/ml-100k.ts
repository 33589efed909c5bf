import type { DescriptorInput } from "../descriptor.ts";
import { ALSO_KNOWN_AS, FILM_NOUN, GENRE, YEAR } from "./film-facets.ts";

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

/** MovieLens-100K. */
export const ML_100K: DescriptorInput = {
  name: "ml-100k",
  noun: FILM_NOUN,
  about: "MovieLens-100K: 100,000 ratings of 1,682 films by 943 people, 1997 and 1998 (GroupLens).",
  licence: "Research use; no redistribution. Harper & Konstan 2015, doi 10.1145/2827872.",
  scale: { min: 1, max: 5 },
  facets: [YEAR, GENRE, ALSO_KNOWN_AS],
  files: {
    films: {
      file: "u.item",
      separator: "|",
      quote: "",
      encoding: "latin-1",
      columns: ["id", "title", "released", "video", "link", "unknown", ...GENRES],
    },
    ratings: { file: "u.data", separator: "\t", quote: "", columns: ["user", "item", "value", "at"] },
  },
  items: `
SELECT
  id,
  film_title(title) AS title,
  film_year(title) AS year,
  list_filter([${flagged.join(", ")}], lambda genre: genre IS NOT NULL) AS genre,
  array_to_string(film_other_titles(title), ' | ') AS "also-known-as"
FROM films`,
  interactions: `SELECT "user", item, value, "at" FROM ratings`,
};
