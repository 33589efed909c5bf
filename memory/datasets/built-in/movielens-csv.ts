import { literal } from "../../store/duckdb.ts";
import type { DescriptorInput } from "../descriptor.ts";
import { ALSO_KNOWN_AS, FILM_NOUN, GENRE, KEYWORD, YEAR } from "./film-facets.ts";
import { FILM_LEXICON } from "./film-lexicon.ts";

/** Tags that say something of their writer, not of the film. */
const PRIVATE_TAGS = [
  "bd-r",
  "betamax",
  "can't remember",
  "clv",
  "dvd-r",
  "dvd-ram",
  "dvd-video",
  "erlend's dvds",
  "imdb top 250",
  "in netflix queue",
  "less than 300 ratings",
  "library vhs",
  "movie to see",
  "my dvds",
  "my movies",
  "own",
  "owned",
  "own it",
  "rent",
  "seen",
  "seen more than once",
  "to see",
  "to-rent",
  "tumey's dvds",
  "tumey's to see again",
  "tumey's vhs",
  "unseen",
  "vhs",
  "wait for it",
  "want to see again",
  "watched",
  "watchlist",
  "wishlist",
];

const KEYWORDS_PER_FILM = 20;

interface Release {
  readonly name: string;
  readonly about: string;
  /** How many different people must have given a tag to anything before it counts as a keyword. */
  readonly peopleForTag: number;
  /** How many of them to the film itself. */
  readonly peopleForFilm: number;
}

/** MovieLens as it comes since 2015: movies.csv, ratings.csv, tags.csv, links.csv. Tags are optional, and so are links. */
export function movielensCsv({ name, about, peopleForTag, peopleForFilm }: Release): DescriptorInput {
  return {
    name,
    noun: FILM_NOUN,
    about,
    licence:
      "Research use; no commercial use without permission; passed on under the same terms only. Harper & Konstan 2015, doi 10.1145/2827872.",
    scale: { min: 0.5, max: 5 },
    positiveFrom: 4,
    facets: [YEAR, GENRE, KEYWORD, ALSO_KNOWN_AS],
    lexicon: FILM_LEXICON,
    identifiers: ["imdb", "tmdb"],
    files: {
      movies: { file: "movies.csv", header: true, columns: ["movieId", "title", "genres"] },
      ratings: { file: "ratings.csv", header: true, columns: ["userId", "movieId", "rating", "timestamp"] },
      tags: {
        file: "tags.csv",
        header: true,
        optional: true,
        columns: ["userId", "movieId", "tag", "timestamp"],
      },
      links: { file: "links.csv", header: true, optional: true, columns: ["movieId", "imdbId", "tmdbId"] },
    },
    items: `
WITH clean_tags AS (
  SELECT DISTINCT userId, movieId, lower(plain_text(tag)) AS tag FROM tags
),
known_tags AS (
  SELECT tag FROM clean_tags
  WHERE length(tag) BETWEEN 2 AND 40 AND regexp_matches(tag, '\\pL')
    AND tag NOT IN (${PRIVATE_TAGS.map(literal).join(", ")})
  GROUP BY tag HAVING count(DISTINCT userId) >= ${peopleForTag}
),
given AS (
  SELECT movieId, tag, count(*) AS people FROM clean_tags SEMI JOIN known_tags USING (tag)
  GROUP BY movieId, tag HAVING count(*) >= ${peopleForFilm}
  QUALIFY row_number() OVER (PARTITION BY movieId ORDER BY count(*) DESC, tag) <= ${KEYWORDS_PER_FILM}
),
keywords AS (
  SELECT movieId, list(tag ORDER BY people DESC, tag) AS keyword FROM given GROUP BY movieId
)
SELECT
  movies.movieId AS id,
  film_title(movies.title) AS title,
  film_year(movies.title) AS year,
  list_filter(string_split(movies.genres, '|'), lambda genre: genre <> '(no genres listed)') AS genre,
  keywords.keyword,
  array_to_string(film_other_titles(movies.title), ' | ') AS "also-known-as",
  links.imdbId AS imdb,
  links.tmdbId AS tmdb
FROM movies
LEFT JOIN keywords USING (movieId)
LEFT JOIN links USING (movieId)
ORDER BY try_cast(movies.movieId AS INTEGER)`,
    interactions: `SELECT userId AS "user", movieId AS item, rating AS "value", "timestamp" AS "at" FROM ratings`,
  };
}

export const ML_LATEST_SMALL = movielensCsv({
  name: "ml-latest-small",
  about: "MovieLens latest-small: 100,836 ratings of 9,742 films by 610 people, 1996 to 2018 (GroupLens).",
  peopleForTag: 2,
  peopleForFilm: 1,
});

export const ML_25M = movielensCsv({
  name: "ml-25m",
  about: "MovieLens-25M: 25 million ratings of 62,423 films by 162,541 people, 1995 to 2019 (GroupLens).",
  peopleForTag: 20,
  peopleForFilm: 3,
});

export const ML_32M = movielensCsv({
  name: "ml-32m",
  about: "MovieLens-32M: 32 million ratings of 87,585 films by 200,948 people, 1995 to 2023 (GroupLens).",
  peopleForTag: 20,
  peopleForFilm: 3,
});
