import { CiceroneError } from "../../errors.ts";
import { plainIdentifier } from "../../items/identifiers.ts";
import { type Entry, entryOf, type Read } from "./entry.ts";
import type { FileContext, Format, Row } from "./format.ts";
import { givenValue, number, yearOf } from "./values.ts";

/** What people call their columns, once lower case and without spaces, hyphens, underscores or a "my" or "your" before it. */
const NAMES = {
  title:
    "title name film movie book item product filmtitle movietitle booktitle filmname moviename titel titre titulo titolo filmtitel",
  otherTitle: "originaltitle originalname aka alsoknownas",
  year: "year releaseyear yearreleased yearpublished originalpublicationyear released releasedate published filmyear jahr erscheinungsjahr annee anneedesortie ano anno jaar",
  rating:
    "rating stars score vote grade ratings starrating userrating rating10 ratingoutof10 note points bewertung wertung sterne puntuacion calificacion nota voto valoracion waardering cijfer",
  date: "date watcheddate datewatched datelastwatched daterated dateread dateseen ratedat watchedat readat seenon watchedon readon watched timestamp time at when lastwatched datum gesehenam fecha data datedevisionnage",
  review: "review comment comments notes opinion text",
  people:
    "director directors author authors creator creators regie regisseur realisateur regia regista autor auteur autore",
  verdict: "verdict status shelf exclusiveshelf readstatus",
  again: "again rewatch reread",
  profile: "user userid username profile profilename",
} as const;
type Meaning = keyof typeof NAMES;

const IDS: Readonly<Record<string, string>> = {
  ...{ imdb: "imdb", imdbid: "imdb", const: "imdb", tconst: "imdb" },
  ...{ tmdb: "tmdb", tmdbid: "tmdb", trakt: "trakt", traktid: "trakt" },
  ...{ isbn: "isbn", isbn13: "isbn", isbn10: "isbn", asin: "asin", parentasin: "asin" },
  ...{ movieid: "movielens", movielensid: "movielens", goodreadsid: "goodreads" },
};

/** What a status says. */
const VERDICTS: readonly (readonly [RegExp, Entry["verdict"]])[] = [
  [
    /^(?:want(?:ed)?(?:[- ]to.*)?|to[- ]?(?:read|watch|see)|watch ?list|wish ?list|plan(?:ned)?(?: to .*)?|tbr)$/i,
    "wanted",
  ],
  [/^(?:liked?|favou?rite|loved?)$/i, "liked"],
  [/^(?:disliked?|hated?)$/i, "disliked"],
  [
    /^(?:seen|watched|read|viewed|finished|completed|rated|currently[- ]reading|watching|did-not-finish)$/i,
    "seen",
  ],
];

/** Ratings that are words, or hands. */
const FEELINGS: readonly (readonly [RegExp, Entry["verdict"]])[] = [
  [
    /^(?:two )?(?:thumbs? ?up|👍+\p{Emoji_Modifier}*|❤️?|♥️?|like[ds]?(?: it)?|loved?(?: it)?|favou?rite|good|great)$/iu,
    "liked",
  ],
  [/^(?:thumbs? ?down|👎+\p{Emoji_Modifier}*|dislike[ds]?(?: it)?|hated?(?: it)?|bad)$/iu, "disliked"],
];

/** Anybody's table: a column of titles or of ids that is called so, and whatever else there is of years, ratings and days. */
export const plain: Format = {
  name: "a plain table",
  telltale:
    "title (or imdb, tmdb, isbn, movieId); and year, rating, date, review, status where there are such",
  recognises: (columns) => {
    const found = meanings([...columns]);
    return found.title !== undefined || [...columns].some((column) => schemeOf(column) !== undefined);
  },
  reader(context) {
    const found = meanings(context.columns);
    const ids = context.columns.flatMap((column) => {
      const scheme = schemeOf(column);
      return scheme === undefined ? [] : [{ column, scheme }];
    });
    const outOf = scaleOf(context, found.rating);
    const whose = profileOf(context, found.profile);
    return (row): Read => {
      const cell = (meaning: Meaning): string => row.cell(found[meaning] ?? "");
      if (whose !== undefined && cell("profile") !== whose) return { skipped: "another user" };
      const title = /^(.*\S)\s*\((\d{4})\)$/.exec(cell("title"));
      const known = idsIn(row, ids);
      if (cell("title") === "" && Object.keys(known).length === 0) return { broken: "no title" };
      const entry = {
        line: row.line,
        source: context.name,
        title: title?.[1] ?? cell("title"),
        otherTitles: cell("otherTitle") === "" ? [] : [cell("otherTitle")],
        year: yearOf(cell("year")) ?? yearOf(title?.[2] ?? ""),
        people: cell("people")
          .split(/[,;|]/)
          .map((name) => name.trim())
          .filter((name) => name !== ""),
        ids: known,
        at: context.days(cell("date")),
        again: /^(?:yes|true|1)$/i.test(cell("again")),
        review: cell("review") || undefined,
      };
      const given = /^(?:-+|–|—|n\/?a|none|null|unrated|not rated)$/i.test(cell("rating"))
        ? ""
        : cell("rating");
      const feeling = FEELINGS.find(([words]) => words.test(given))?.[1];
      if (feeling !== undefined) return { entry: entryOf({ ...entry, verdict: feeling }) };
      if (given === "" || given === "0") {
        const said = VERDICTS.find(([words]) => words.test(cell("verdict")))?.[1];
        const verdict = context.as ?? said;
        const status = cell("verdict");
        // A day says that it happened; a word that nobody knows says nothing.
        if (verdict === undefined && status !== "" && entry.at === undefined) {
          return { skipped: `a status that says neither seen nor wanted: ${status.slice(0, 40)}` };
        }
        return { entry: entryOf({ ...entry, verdict: verdict ?? "seen" }) };
      }
      const rating = givenValue(given, { min: 0, max: outOf });
      if (typeof rating === "string") return { broken: rating };
      return { entry: entryOf({ ...entry, verdict: "rated", rating }) };
    };
  },
};

function meanings(columns: readonly string[]): Partial<Record<Meaning, string>> {
  const found: Partial<Record<Meaning, string>> = {};
  for (const meaning of Object.keys(NAMES) as Meaning[]) {
    const names = NAMES[meaning].split(" ");
    // In the order of the names: "title" is the title even where there is a "name" too.
    const column = names.flatMap((name) => columns.find((one) => bareName(one) === name) ?? [])[0];
    if (column !== undefined) found[meaning] = column;
  }
  return found;
}

function bareName(column: string): string {
  return column
    .normalize("NFD")
    .replace(/[^\p{L}\p{N}]/gu, "")
    .replace(/^(?:meine|mein|ma|mi)(?=(?:note|bewertung|wertung|nota|puntuacion))/, "")
    .replace(/^(?:my|your)(?=.)/, "");
}

function schemeOf(column: string): string | undefined {
  const name = bareName(column);
  return Object.hasOwn(IDS, name) ? IDS[name] : undefined;
}

function idsIn(row: Row, ids: readonly { column: string; scheme: string }[]): Record<string, string> {
  const found: Record<string, string> = {};
  for (const { column, scheme } of ids) {
    const value = plainIdentifier(scheme, row.cell(column).replace(/^="?|"$/g, ""));
    if (value !== undefined) found[scheme] ??= value;
  }
  return found;
}

/** The end of the scale: as said, as the column is called, else the least usual one that holds every rating of the file. */
function scaleOf({ outOf, rows, columns }: FileContext, rating: string | undefined): number {
  if (outOf !== undefined) return outOf;
  if (rating === undefined) return 5;
  if (columns.some((column) => /10$/.test(bareName(column)) && column === rating)) return 10;
  const values = rows.flatMap((row) => number(row.cell(rating)) ?? []);
  const most = values.reduce((greatest, value) => Math.max(greatest, value), 0);
  return [5, 10, 100].find((end) => most <= end) ?? 100;
}

/** A column of users with several of them is not one person's history until one is named. */
function profileOf({ rows, profile }: FileContext, column: string | undefined): string | undefined {
  if (column === undefined) return undefined;
  const names = new Set(rows.map((row) => row.cell(column)));
  if (profile !== undefined && names.has(profile)) return profile;
  if (names.size <= 1) return undefined;
  throw new CiceroneError("usage-history-profile", `This file is about ${names.size} users.`, {
    hint: `Say who of them it is: --profile ${[...names][0]}; or make a dataset of it: cicerone data import.`,
  });
}
