import type { z } from "zod";
import type { FacetDeclaration, Noun } from "../../items/facet.ts";
import { BOOK_GENRE_SYNONYMS } from "./book-genre-synonyms.ts";
import { LITERATURE_SHELVES } from "./book-literatures.ts";
import {
  AWARD_SPOKEN,
  BOOK_GENRE_SPOKEN,
  BOOK_SETTING_SPOKEN,
  BOOK_THEME_SPOKEN,
  LITERATURE_SPOKEN,
  PLACE_IN_SERIES_SPOKEN,
} from "./book-spoken.ts";
import { AWARD_SYNONYMS, BOOK_SETTING_SYNONYMS, BOOK_THEME_SYNONYMS } from "./book-theme-synonyms.ts";

type Facet = z.input<typeof FacetDeclaration>;

export const BOOK_NOUN: z.input<typeof Noun> = {
  one: "book",
  many: "books",
  verb: "read",
  past: "read",
  aliases: ["novel", "novels", "title", "titles", "volume", "volumes", "story", "stories", "fiction"],
};

export const AUTHOR: Facet = {
  name: "author",
  kind: "people",
  aliases: [
    "author",
    "authors",
    "written by",
    "by",
    "who wrote",
    "wrote",
    "writer",
    "novelist",
    "from the pen of",
  ],
  strength: 0.8,
};

export const BOOK_GENRE: Facet = {
  name: "genre",
  kind: "tags",
  aliases: ["genre", "genres", "kind", "type", "sort"],
  synonyms: BOOK_GENRE_SYNONYMS,
  spoken: BOOK_GENRE_SPOKEN,
  strength: 0.6,
};

/** When a book was first published; below 0 before Christ. */
export const PUBLISHED: Facet = {
  name: "year",
  kind: "year",
  aliases: [
    "year",
    "years",
    "published",
    "first published",
    "publication year",
    "came out",
    "from the year",
    "when was",
    "date",
    "decade",
  ],
  lower: ["older", "earlier", "less recent"],
  higher: ["newer", "more recent", "later", "more modern"],
  low: ["old", "old-fashioned", "oldest"],
  high: ["new", "recent", "modern", "newest", "latest"],
  strength: 0.5,
};

export const BOOK_SERIES: Facet = {
  name: "series",
  kind: "tags",
  aliases: ["series", "part of", "cycle", "saga", "trilogy"],
  synonyms: {
    "A Song of Ice and Fire": ["game of thrones", "asoiaf"],
    "Chronicles of Narnia": ["narnia"],
    "Dune Chronicles": ["dune"],
    "Harry Bosch": ["bosch"],
    "Hercule Poirot": ["poirot"],
    "Hitchhiker's Guide to the Galaxy": ["hitchhiker's guide"],
    "In Death": ["eve dallas"],
    "Jack Reacher": ["reacher"],
    "Jack Ryan Universe": ["jack ryan"],
    "James Bond": ["bond", "007"],
    "Jason Bourne": ["bourne"],
    "Kay Scarpetta": ["scarpetta"],
    "Maze Runner": ["the maze runner"],
    Millennium: ["lisbeth salander"],
    "Miss Marple": ["marple"],
    "Percy Jackson and the Olympians": ["percy jackson"],
    "The Lord of the Rings": ["lord of the rings", "lotr"],
    "Wheel of Time": ["the wheel of time"],
  },
  strength: 0.6,
};

/** Where in a series a book stands, which most readers want to know before they begin. */
export const PLACE_IN_SERIES: Facet = {
  name: "place-in-series",
  kind: "category",
  aliases: ["place in a series"],
  synonyms: {
    standalone: [
      "stand-alone",
      "stand alone",
      "standalones",
      "stand-alones",
      "self-contained",
      "one-off",
      "no series",
      "no more series",
      "not a series",
    ],
    "first-in-series": [
      "first in a series",
      "first in the series",
      "first of a series",
      "first in series",
      "first book in a series",
      "first book of a series",
      "series opener",
      "series starter",
      "start of a series",
      "beginning of a series",
    ],
    "later-in-series": ["sequel", "sequels", "later in a series"],
    prequel: ["prequels"],
    omnibus: ["box set", "boxed set", "omnibus edition", "collected edition"],
  },
  spoken: PLACE_IN_SERIES_SPOKEN,
  strength: 0.6,
  shown: false,
};

export const THEME: Facet = {
  name: "theme",
  kind: "tags",
  aliases: ["theme", "themes", "about", "topic", "mood", "moods", "subject", "involving", "tag", "tags"],
  synonyms: BOOK_THEME_SYNONYMS,
  spoken: BOOK_THEME_SPOKEN,
  strength: 0.3,
  shown: false,
};

export const SETTING: Facet = {
  name: "setting",
  kind: "tags",
  aliases: [
    "setting",
    "set in",
    "set during",
    "takes place in",
    "taking place in",
    "place",
    "period",
    "about",
  ],
  synonyms: BOOK_SETTING_SYNONYMS,
  spoken: BOOK_SETTING_SPOKEN,
  strength: 0.5,
  shown: false,
};

export const AWARD: Facet = {
  name: "award",
  kind: "tags",
  aliases: ["award", "awards", "prize", "prizes", "winner of", "won"],
  synonyms: AWARD_SYNONYMS,
  spoken: AWARD_SPOKEN,
  strength: 0.6,
  shown: false,
};

/** "Russian literature" is what "Russian novels" asks for; the language is that of the edition. */
export const LITERATURE: Facet = {
  name: "literature",
  kind: "tags",
  aliases: ["literature", "part of", "literary tradition", "nationality"],
  synonyms: Object.fromEntries(
    Object.keys(LITERATURE_SHELVES).map((name) => [name, [name.replace(/ literature$/, "").toLowerCase()]]),
  ),
  spoken: LITERATURE_SPOKEN,
  strength: 0.6,
  shown: false,
};

export const BOOK_LANGUAGE: Facet = {
  name: "language",
  kind: "category",
  aliases: ["language", "languages", "written in", "in the language", "language is it in"],
  strength: 0.6,
  shown: false,
};

/**
 * The average over all who rated the book at Goodreads, and not only those whose ratings are here. Named as the measure that is otherwise
 * taken from the interactions, it stands in that one's place.
 */
export const BOOK_RATING: Facet = {
  name: "rating",
  kind: "number",
  unit: "stars",
  aliases: ["average rating", "rating", "average", "rated", "score", "goodreads rating"],
  lower: ["worse rated", "lower rated"],
  higher: ["better rated", "higher rated"],
  low: ["badly rated", "poorly rated"],
  high: ["highly rated", "well rated", "well reviewed", "acclaimed", "critically acclaimed"],
  strength: 0.3,
  shown: false,
};

/** How many people rated the book at Goodreads, in any edition; in the place of the measure of that name. */
export const BOOK_POPULARITY: Facet = {
  name: "popularity",
  kind: "number",
  unit: "ratings",
  aliases: [
    "popularity",
    "number of ratings",
    "how popular",
    "how well known",
    "how famous",
    "how many people",
  ],
  lower: ["less popular", "less known", "less well known", "less famous"],
  higher: ["more popular", "better known", "more well known", "more famous"],
  strength: 0.3,
  shown: false,
};

/** The title under which it first came out. */
export const ORIGINAL_TITLE: Facet = {
  name: "original-title",
  kind: "text",
  aliases: ["original title", "originally called", "also known as", "other title", "aka", "a.k.a."],
  strength: 0.1,
  shown: false,
};
