import type { DescriptorInput } from "../descriptor.ts";

/** Plots, people and keywords for MovieLens ids: each of the three files may be absent. */
export const FILM_TEXT_FILES = {
  extra: {
    file: "movies_extrainfos.dat",
    folder: "text",
    optional: true,
    separator: "::",
    columns: [
      "id",
      "title",
      "year",
      "certificate",
      "released",
      "genres",
      "director",
      "writer",
      "actors",
      "plot",
      "poster",
    ],
  },
  tmdb: {
    file: "movielens_movies_tmdb.csv",
    folder: "text",
    optional: true,
    header: true,
    columns: [
      "movieId",
      "title",
      "tmdb_title",
      "tmdb_release_date",
      "tmdb_overview",
      "tmdb_runtime",
      "tmdb_top_cast",
      "tmdb_keywords",
    ],
  },
  plots: {
    file: "redial_movielens_movie_plot.csv",
    folder: "text",
    optional: true,
    header: true,
    columns: ["ml_id", "plot"],
  },
} satisfies DescriptorInput["files"];

/**
 * Common tables that join the three files: `film_texts(id, text, runtime, director, "cast", writer, keyword, certificate)`.
 * Each field takes the best source that has it. A TMDB match whose year is more than one off is another film, and so is one of
 * under 45 minutes with another title ("The Making of …", "Independence Day: The ID4 Invasion"): both are left out.
 */
export const FILM_TEXTS = `
matched AS (
  SELECT * FROM tmdb
  WHERE abs(film_year(title) - try_cast(left(tmdb_release_date, 4) AS INTEGER)) <= 1
    AND (
      coalesce(try_cast(tmdb_runtime AS INTEGER), 0) NOT BETWEEN 1 AND 44
      OR list_contains(
        list_transform(list_append(film_other_titles(title), film_title(title)), lambda name: letters(name)),
        letters(tmdb_title))
    )
),
one_plot AS (
  SELECT ml_id AS id, arg_max(plot, length(plot)) AS plot FROM plots GROUP BY ml_id
),
film_texts AS (
  SELECT
    coalesce(extra.id, matched.movieId, one_plot.id) AS id,
    coalesce(prose(extra.plot), prose(matched.tmdb_overview), prose(one_plot.plot)) AS text,
    nullif(try_cast(matched.tmdb_runtime AS INTEGER), 0) AS runtime,
    names(extra.director) AS director,
    list_concat(names(matched.tmdb_top_cast), names(extra.actors)) AS "cast",
    names(regexp_replace(extra.writer, '\\s*\\([^()]*\\)', '', 'g')) AS writer,
    names(matched.tmdb_keywords) AS keyword,
    nullif(nullif(trim(extra.certificate), 'UNRATED'), 'N/A') AS certificate
  FROM extra
  FULL JOIN matched ON matched.movieId = extra.id
  FULL JOIN one_plot ON one_plot.id = coalesce(extra.id, matched.movieId)
)`;
