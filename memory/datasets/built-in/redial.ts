import type { DescriptorInput } from "../descriptor.ts";
import { CAST, DIRECTOR, FILM_NOUN, GENRE, KEYWORD, WRITER, YEAR } from "./film-facets.ts";
import { FILM_LEXICON } from "./film-lexicon.ts";

/** "sci-fi" → "Sci-Fi", as the shared vocabulary writes genres. */
const GENRE_NAMED =
  "array_to_string(list_transform(string_split(each, '-'), lambda part: title_case(part)), '-')";

/**
 * Common tables: `film(id, first, …)`, every film that is described or named. ReDial has some films under several numbers ("American Pie" with and
 * without its year): `first` is the number that stands for all of one IMDb entry, the one that dialogues name most.
 */
const FILMS = `
described AS (
  SELECT entry.key AS id, entry.value AS film FROM (SELECT unnest(map_entries(json)) AS entry FROM described_films)
),
spoken AS (
  SELECT
    conversationId,
    initiatorQuestions,
    regexp_extract_all(array_to_string(json_extract_string(messages, '$[*].text'), ' '), '@(\\d+)', 1) AS named
  FROM dialogues
),
mentions AS (
  SELECT conversationId, initiatorQuestions, unnest(named) AS id, generate_subscripts(named, 1) AS place FROM spoken
),
counted AS (SELECT id, count(*) AS times FROM mentions GROUP BY id),
film AS (
  SELECT
    coalesce(described.id, named_films.movieId) AS id,
    coalesce(described.film.name, url_decode(replace(named_films.movieName, '+', '%2B'))) AS name,
    described.film AS film,
    first_value(coalesce(described.id, named_films.movieId)) OVER (
      PARTITION BY coalesce(described.film.imdb_id, described.id, named_films.movieId)
      ORDER BY coalesce(counted.times, 0) DESC, film_year(name) IS NULL, try_cast(coalesce(described.id, named_films.movieId) AS INTEGER)
    ) AS first
  FROM described
  FULL JOIN named_films ON named_films.movieId = described.id
  LEFT JOIN counted ON counted.id = coalesce(described.id, named_films.movieId)
)`;

/** ReDial (Li et al., NeurIPS 2018): dialogues in which one person recommends films to another. A dialogue is a user, its mentions the interactions. */
export const REDIAL: DescriptorInput = {
  name: "redial",
  noun: FILM_NOUN,
  about:
    "ReDial: films that people recommended to each other in a thousand training dialogues (Li et al. 2018), with plots and people (iEvaLM-CRS).",
  licence: "Dialogues: CC BY 4.0. Li et al. 2018, https://redialdata.github.io. Plots: no redistribution.",
  // Dialogues carry no dates.
  time: "position",
  // No film has keywords; the lexicon speaks of them.
  facets: [YEAR, GENRE, DIRECTOR, CAST, WRITER, KEYWORD],
  lexicon: FILM_LEXICON,
  identifiers: ["imdb"],
  files: {
    described_films: { file: "ievalm_id2info.json" },
    named_films: {
      file: "movies_with_mentions.csv",
      header: true,
      optional: true,
      columns: ["movieId", "movieName"],
    },
    dialogues: {
      file: "ievalm_valid_data.jsonl",
      columns: ["conversationId", "messages", "initiatorQuestions"],
    },
  },
  items: `
WITH ${FILMS}
SELECT
  id,
  film_title(name) AS title,
  prose(film.plot) AS text,
  film_year(name) AS year,
  list_transform(film.genre, lambda each: ${GENRE_NAMED}) AS genre,
  film.director AS director,
  film.star AS "cast",
  film.writer AS writer,
  NULL::VARCHAR AS keyword,
  film.imdb_id AS imdb
FROM film
WHERE id = first
ORDER BY try_cast(id AS INTEGER)`,
  // What the seeker said afterwards not to have liked is no sign of liking.
  interactions: `
WITH ${FILMS}
SELECT conversationId AS "user", film.first AS item, min(place) AS "at"
FROM mentions JOIN film ON film.id = mentions.id
WHERE json_extract_string(initiatorQuestions, '$."' || mentions.id || '".liked') IS DISTINCT FROM '0'
GROUP BY conversationId, film.first
ORDER BY try_cast(conversationId AS INTEGER), "at"`,
};
