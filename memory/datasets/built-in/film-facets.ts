import type { z } from "zod";
import type { FacetDeclaration, Noun } from "../../items/facet.ts";

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

/** Other ways to say a genre, under the name that MovieLens gives it. */
const GENRE_SYNONYMS: Record<string, string[]> = {
  Action: ["action-packed", "action film", "shoot-em-up", "shoot em up"],
  Adventure: ["adventures", "adventurous", "swashbuckler", "swashbuckling"],
  Animation: ["animated", "cartoon", "cartoons", "anime"],
  "Children's": [
    "children",
    "childrens",
    "children’s",
    "kids",
    "kid",
    "family",
    "family friendly",
    "for the family",
  ],
  Comedy: [
    "comedies",
    "comic",
    "funny",
    "hilarious",
    "humorous",
    "humour",
    "humor",
    "make me laugh",
    "a laugh",
  ],
  Crime: ["gangster", "gangsters", "mafia", "mob", "heist", "criminal"],
  Documentary: ["documentaries", "docu", "doc", "docs", "non-fiction", "nonfiction"],
  Drama: ["dramas", "dramatic"],
  Fantasy: ["fantasies", "fantastical"],
  "Film-Noir": ["film noir", "noir", "noirs", "films noirs"],
  Horror: ["horrors", "scary", "scares", "frightening", "spooky", "terrifying"],
  Musical: ["musicals"],
  Mystery: ["mysteries", "whodunit", "whodunnit", "detective"],
  Romance: ["romances", "romantic", "love story", "love stories", "romcom", "rom-com"],
  "Sci-Fi": ["science fiction", "science-fiction", "scifi", "sci fi", "sf"],
  Thriller: ["thrillers", "thrilling", "suspense", "suspenseful", "gripping"],
  War: ["war film", "war films", "war movie", "war movies", "wartime"],
  Western: ["westerns", "cowboy", "cowboys", "wild west"],
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
    "long",
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
    "based on a book by",
    "author",
  ],
  strength: 0.7,
  shown: false,
};

export const COUNTRY: Facet = {
  name: "country",
  kind: "tags",
  aliases: ["country", "from", "countries", "made in", "produced in", "which country"],
  synonyms: {
    USA: ["american", "america", "united states", "us", "u.s.", "hollywood"],
    "United States": ["american", "america", "usa", "us", "u.s.", "hollywood"],
    "United Kingdom": ["british", "britain", "uk", "u.k.", "england", "english-made"],
    UK: ["british", "britain", "united kingdom", "u.k.", "england"],
    France: ["french"],
    Germany: ["german", "west germany"],
    Italy: ["italian"],
    Spain: ["spanish"],
    Japan: ["japanese"],
    China: ["chinese"],
    "Hong Kong": ["hongkong", "cantonese"],
    "South Korea": ["korean", "korea"],
    India: ["indian", "bollywood"],
    Iran: ["iranian", "persian"],
    Sweden: ["swedish"],
    Denmark: ["danish"],
    Norway: ["norwegian"],
    Poland: ["polish"],
    Russia: ["russian"],
    "Soviet Union": ["soviet", "ussr"],
    Mexico: ["mexican"],
    Brazil: ["brazilian"],
    Argentina: ["argentinian", "argentine"],
    Australia: ["australian"],
    "New Zealand": ["kiwi"],
    Canada: ["canadian"],
    Ireland: ["irish"],
    Taiwan: ["taiwanese"],
    Austria: ["austrian"],
    Belgium: ["belgian"],
    Hungary: ["hungarian"],
    Senegal: ["senegalese"],
    Turkey: ["turkish"],
    Greece: ["greek"],
    Netherlands: ["dutch"],
    Switzerland: ["swiss"],
  },
  strength: 0.6,
  shown: false,
};

export const LANGUAGE: Facet = {
  name: "language",
  kind: "tags",
  aliases: ["language", "languages", "spoken in", "in the language", "language is it in", "speaks"],
  synonyms: {
    English: ["in english", "english-language", "english language"],
    French: ["in french", "french-language", "french language"],
    German: ["in german", "german-language"],
    Italian: ["in italian", "italian-language"],
    Spanish: ["in spanish", "spanish-language"],
    Japanese: ["in japanese", "japanese-language"],
    Mandarin: ["in chinese", "in mandarin", "chinese"],
    Cantonese: ["in cantonese"],
    Korean: ["in korean", "korean-language"],
    Portuguese: ["in portuguese"],
    Russian: ["in russian"],
    Swedish: ["in swedish"],
    Danish: ["in danish"],
  },
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
  strength: 0.3,
  shown: false,
};

export const CERTIFICATE: Facet = {
  name: "certificate",
  kind: "category",
  aliases: ["certificate", "rated", "age rating", "certification", "mpaa", "suitable for"],
  synonyms: {
    G: ["rated g"],
    PG: ["rated pg"],
    "PG-13": ["pg13", "pg 13", "rated pg-13"],
    R: ["rated r", "r-rated"],
    "NC-17": ["nc17", "nc 17"],
  },
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
