import { literal } from "../../store/duckdb.ts";
import type { DescriptorInput } from "../descriptor.ts";
import {
  AUTHOR,
  AWARD,
  BOOK_GENRE,
  BOOK_LANGUAGE,
  BOOK_NOUN,
  BOOK_POPULARITY,
  BOOK_RATING,
  BOOK_SERIES,
  LITERATURE,
  ORIGINAL_TITLE,
  PLACE_IN_SERIES,
  PUBLISHED,
  SETTING,
  THEME,
} from "./book-facets.ts";
import { BROAD_GENRES, GENRE_SHELVES } from "./book-genres.ts";
import { languageOf } from "./book-languages.ts";
import { BOOK_LEXICON } from "./book-lexicon.ts";
import { LITERATURE_SHELVES } from "./book-literatures.ts";
import { SETTING_SHELVES } from "./book-settings.ts";
import { shelfTable } from "./book-shelves.ts";
import { AWARD_SHELVES, THEME_SHELVES } from "./book-themes.ts";

/** So many readers must have put a book on shelves that say the same. */
const FEWEST_READERS = 5;
/** A genre has at least this share of the readers of the book's first one. */
const GENRE_SHARE = 0.1;
/** Readers name few themes, and only the hundred fullest shelves of a book are known: any of those says something. */
const THEME_SHARE = 0.005;
const AWARD_SHARE = 0.01;
const SETTING_SHARE = 0.02;
const LITERATURE_SHARE = 0.04;
const MOST_GENRES = 6;
const MOST_THEMES = 30;

/** goodbooks-10k (Zajac 2017): the ten thousand books with most ratings on Goodreads, and what its readers shelved them as. */
export const GOODBOOKS: DescriptorInput = {
  name: "goodbooks-10k",
  noun: BOOK_NOUN,
  about:
    "goodbooks-10k: six million ratings of 10,000 books by 53,424 people, with readers' shelves (Zajac 2017).",
  licence: "CC BY-SA 4.0. Zajac 2017, https://github.com/zygmuntz/goodbooks-10k.",
  scale: { min: 1, max: 5 },
  positiveFrom: 4,
  // Ratings carry no dates but stand in the order in which they were given.
  time: "position",
  facets: [
    AUTHOR,
    BOOK_GENRE,
    PUBLISHED,
    BOOK_SERIES,
    PLACE_IN_SERIES,
    THEME,
    SETTING,
    AWARD,
    LITERATURE,
    BOOK_LANGUAGE,
    BOOK_RATING,
    BOOK_POPULARITY,
    ORIGINAL_TITLE,
  ],
  lexicon: BOOK_LEXICON,
  identifiers: ["isbn", "goodreads"],
  files: {
    books: {
      file: "books.csv",
      header: true,
      columns: [
        "book_id",
        "goodreads_book_id",
        "best_book_id",
        "work_id",
        "books_count",
        "isbn",
        "isbn13",
        "authors",
        "original_publication_year",
        "original_title",
        "title",
        "language_code",
        "average_rating",
        "ratings_count",
        "work_ratings_count",
        "work_text_reviews_count",
        "ratings_1",
        "ratings_2",
        "ratings_3",
        "ratings_4",
        "ratings_5",
        "image_url",
        "small_image_url",
      ],
    },
    ratings: { file: "ratings.csv", header: true, columns: ["user_id", "book_id", "rating"] },
    tags: { file: "tags.csv", header: true, optional: true, columns: ["tag_id", "tag_name"] },
    book_tags: {
      file: "book_tags.csv",
      header: true,
      optional: true,
      columns: ["goodreads_book_id", "tag_id", "count"],
    },
  },
  items: `
WITH shelved AS (
  -- Some books are twice on a shelf.
  SELECT goodreads_book_id, tag_name AS shelf, max(try_cast("count" AS INTEGER)) AS readers
  FROM book_tags JOIN tags USING (tag_id) GROUP BY ALL
),
genre_shelves AS (${shelfTable(GENRE_SHELVES)}),
theme_shelves AS (${shelfTable(THEME_SHELVES)}),
award_shelves AS (${shelfTable(AWARD_SHELVES)}),
setting_shelves AS (${shelfTable(SETTING_SHELVES)}),
literature_shelves AS (${shelfTable(LITERATURE_SHELVES)}),
in_genres AS (
  SELECT goodreads_book_id, label, sum(readers) AS readers, label IN (${BROAD_GENRES.map(literal).join(", ")}) AS broad
  FROM shelved JOIN genre_shelves USING (shelf) GROUP BY ALL
),
most AS (
  SELECT goodreads_book_id, max(readers) AS readers, coalesce(max(readers) FILTER (NOT broad), max(readers)) AS told
  FROM in_genres GROUP BY ALL
),
genres AS (
  SELECT goodreads_book_id, list(label ORDER BY in_genres.readers DESC, label)[:${MOST_GENRES}] AS labels
  FROM in_genres JOIN most USING (goodreads_book_id)
  WHERE in_genres.readers >= greatest(${FEWEST_READERS}, ${GENRE_SHARE} * CASE WHEN broad THEN most.readers ELSE told END)
  GROUP BY ALL
),
${labels("themes", "theme_shelves", THEME_SHARE)},
${labels("awards", "award_shelves", AWARD_SHARE)},
${labels("settings", "setting_shelves", SETTING_SHARE)},
${labels("literatures", "literature_shelves", LITERATURE_SHARE)},
titled AS (
  SELECT
    * REPLACE (${withoutBracket("title")} AS title, ${withoutBracket("original_title")} AS original_title),
    regexp_extract(books.title, '\\(([^()]*#[^()]*)\\)\\s*$', 1) AS bracket,
    regexp_extract(bracket, '#\\s*([0-9.]+)', 1) AS volume
  FROM books
)
SELECT
  book_id AS id,
  title,
  names(authors) AS author,
  genres.labels AS genre,
  regexp_replace(original_publication_year, '\\.0*$', '') AS year,
  list_transform(string_split(bracket, ';'), lambda part: plain_text(regexp_replace(part, '[,:]?\\s*#.*$', ''))) AS series,
  CASE
    WHEN regexp_matches(bracket, '#\\s*[0-9.]+\\s*[-–+&]') THEN 'omnibus'
    WHEN try_cast(volume AS DOUBLE) < 1 THEN 'prequel'
    WHEN try_cast(volume AS DOUBLE) = 1 THEN 'first-in-series'
    WHEN volume <> '' THEN 'later-in-series'
    WHEN NOT regexp_matches(title, '#\\d|\\b(Vol\\.|Volume|Book|Part) \\d') THEN 'standalone'
  END AS "place-in-series",
  themes.labels AS theme,
  settings.labels AS setting,
  awards.labels AS award,
  literatures.labels AS literature,
  ${languageOf("language_code")} AS language,
  average_rating AS rating,
  work_ratings_count AS popularity,
  CASE WHEN letters(original_title) <> letters(title) THEN original_title END AS "original-title",
  lpad(nullif(trim(isbn), ''), 10, '0') AS isbn,
  goodreads_book_id AS goodreads
FROM titled
LEFT JOIN genres USING (goodreads_book_id)
LEFT JOIN themes USING (goodreads_book_id)
LEFT JOIN settings USING (goodreads_book_id)
LEFT JOIN awards USING (goodreads_book_id)
LEFT JOIN literatures USING (goodreads_book_id)
ORDER BY try_cast(book_id AS INTEGER)`,
  interactions: `
SELECT user_id AS "user", book_id AS item, rating AS "value", row_number() OVER () AS "at" FROM ratings`,
};

/** SQL for a title without its series: "The Hunger Games (The Hunger Games, #1)" → "The Hunger Games". */
function withoutBracket(title: string): string {
  return `regexp_replace(plain_text(${title}), '\\s*\\([^()]*#[^()]*\\)$', '')`;
}

/** A common table of what readers say of a book by shelves of one kind, what most say first. */
function labels(name: string, shelves: string, share: number): string {
  return `${name} AS (
  SELECT goodreads_book_id, list(label ORDER BY readers DESC, label)[:${MOST_THEMES}] AS labels
  FROM (
    SELECT goodreads_book_id, label, sum(readers) AS readers
    FROM shelved JOIN ${shelves} USING (shelf) GROUP BY ALL
  ) AS counted JOIN (SELECT goodreads_book_id, told FROM most) AS main USING (goodreads_book_id)
  WHERE readers >= greatest(${FEWEST_READERS}, ${share} * told)
  GROUP BY ALL
)`;
}
