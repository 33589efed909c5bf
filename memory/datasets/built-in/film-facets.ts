import type { z } from "zod";
import type { FacetDeclaration, Noun } from "../../items/facet.ts";
import { GENRE_SPOKEN, KEYWORD_SPOKEN } from "./film-spoken.ts";
import { COUNTRY_SYNONYMS, GENRE_SYNONYMS, KEYWORD_SYNONYMS, LANGUAGE_SYNONYMS } from "./film-synonyms.ts";

type Facet = z.input<typeof FacetDeclaration>;

export const FILM_NOUN: z.input<typeof Noun> = {
  one: "film",
  many: "films",
  verb: "watch",
  past: "watched",
  aliases: [
    "movie",
    "movies",
    "film",
    "films",
    "picture",
    "pictures",
    "flick",
    "flicks",
    "feature",
    "features",
  ],
};

export const YEAR: Facet = {
  name: "year",
  kind: "year",
  aliases: [
    "year",
    "years",
    "released",
    "release year",
    "made in",
    "came out",
    "from the year",
    "when was",
    "date",
    "decade",
  ],
  lower: ["older", "earlier", "less recent", "more classic"],
  higher: ["newer", "more recent", "later", "more modern", "more up to date"],
  low: ["old", "classic", "vintage", "old-fashioned", "oldest"],
  high: ["new", "recent", "modern", "contemporary", "newest", "latest"],
  strength: 0.5,
};

export const GENRE: Facet = {
  name: "genre",
  kind: "tags",
  aliases: ["genre", "genres", "kind", "type", "sort"],
  synonyms: GENRE_SYNONYMS,
  spoken: GENRE_SPOKEN,
  strength: 0.6,
};

export const RUNTIME: Facet = {
  name: "runtime",
  kind: "number",
  unit: "min",
  aliases: [
    "runtime",
    "running time",
    "minutes",
    "minute",
    "mins",
    "min",
    "length",
    "how long",
    "duration",
    "run time",
  ],
  lower: ["shorter", "less long", "briefer"],
  higher: ["longer", "less short"],
  low: ["short", "brief", "quick", "shortest"],
  high: ["long", "lengthy", "epic length", "longest"],
  strength: 0.4,
};

export const DIRECTOR: Facet = {
  name: "director",
  kind: "people",
  aliases: [
    "director",
    "directed by",
    "directors",
    "directed",
    "director's",
    "filmmaker",
    "made by",
    "by",
    "who directed",
    "helmed by",
  ],
  strength: 0.8,
};

export const CAST: Facet = {
  name: "cast",
  kind: "people",
  aliases: [
    "cast",
    "starring",
    "with",
    "actor",
    "actors",
    "actress",
    "actresses",
    "stars",
    "star",
    "featuring",
    "who is in",
    "who stars",
    "played by",
    "acted",
  ],
  strength: 0.8,
};

export const WRITER: Facet = {
  name: "writer",
  kind: "people",
  aliases: [
    "writer",
    "written by",
    "writers",
    "screenplay by",
    "screenwriter",
    "who wrote",
    "script by",
    "scripted by",
    "penned by",
    "based on a book by",
    "author",
  ],
  strength: 0.7,
  shown: false,
};

export const COUNTRY: Facet = {
  name: "country",
  kind: "tags",
  aliases: ["country", "countries", "made in", "produced in", "which country"],
  synonyms: COUNTRY_SYNONYMS,
  strength: 0.6,
  shown: false,
};

export const LANGUAGE: Facet = {
  name: "language",
  kind: "tags",
  aliases: ["language", "languages", "spoken in", "in the language", "language is it in", "speaks"],
  synonyms: LANGUAGE_SYNONYMS,
  strength: 0.6,
  shown: false,
};

export const KEYWORD: Facet = {
  name: "keyword",
  kind: "tags",
  aliases: [
    "keyword",
    "about",
    "theme",
    "themes",
    "keywords",
    "topic",
    "mood",
    "moods",
    "subject",
    "set in",
    "involving",
  ],
  synonyms: KEYWORD_SYNONYMS,
  spoken: KEYWORD_SPOKEN,
  strength: 0.3,
  shown: false,
};

export const SERIES: Facet = {
  name: "series",
  kind: "category",
  aliases: ["series", "franchise", "part of", "sequels", "saga"],
  strength: 0.6,
  shown: false,
};

export const CERTIFICATE: Facet = {
  name: "certificate",
  kind: "category",
  aliases: [
    "certificate",
    "rated",
    "age rating",
    "film rating",
    "certification",
    "certified",
    "mpaa",
    "mpaa rating",
    "suitable for",
  ],
  // What is "for kids" or "family friendly" is a genre or a mood: a G is no film for children by itself.
  synonyms: {
    G: ["rated g", "g-rated", "all ages", "general audience", "general audiences"],
    PG: ["rated pg", "pg-rated", "parental guidance"],
    "PG-13": ["pg13", "pg 13", "rated pg-13", "pg-13-rated"],
    R: ["rated r", "r-rated", "restricted"],
    "NC-17": ["nc17", "nc 17", "rated nc-17", "adults only", "x-rated"],
    Approved: ["production code", "hays code"],
    "Not Rated": ["unrated", "never rated", "without a rating"],
  },
  order: ["G", "PG", "PG-13", "R", "NC-17"],
  strength: 0.6,
  shown: false,
};

/** Original titles and titles in other countries, joined by " | ". */
export const ALSO_KNOWN_AS: Facet = {
  name: "also-known-as",
  kind: "text",
  aliases: ["also known as", "original title", "other title", "other titles", "aka", "a.k.a."],
  strength: 0.1,
  shown: false,
};
