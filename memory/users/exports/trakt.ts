import { type Entry, entryOf, type Kind, type Read } from "./entry.ts";
import { type FileContext, type Format, has, latestOfEach, type Row } from "./format.ts";
import { givenValue, yearOf } from "./values.ts";

const OUT_OF_TEN = { min: 1, max: 10 };
const TIMES = ["watched_at", "last_watched_at", "rated_at", "listed_at", "watchlisted_at", "collected_at"];

/** Trakt's JSON: history, watched, ratings, watchlist and favourites, of films and shows. A nested field is a column: "movie.ids.imdb". */
export const traktJson: Format = {
  name: "Trakt JSON",
  telltale: "movie or show with title, year and ids; watched_at, rated_at or listed_at",
  recognises: (columns) =>
    (columns.has("movie.title") || columns.has("show.title")) && TIMES.some((time) => columns.has(time)),
  reader(context) {
    return (row): Read => {
      const kind: Kind = row.cell("movie.title") === "" ? "show" : "film";
      const at = kind === "film" ? "movie" : "show";
      return read(row, context, kind, row.cell(`${at}.title`), row.cell(`${at}.year`), {
        imdb: row.cell(`${at}.ids.imdb`),
        tmdb: row.cell(`${at}.ids.tmdb`),
        trakt: row.cell(`${at}.ids.trakt`),
      });
    };
  },
  joined: episodesJoined,
};

/** Trakt's own CSV: one file for history, one for ratings, one for each list. */
export const traktCsv: Format = {
  name: "Trakt CSV",
  telltale: "type, title, year, trakt_id, imdb_id; watched_at, rated_at or listed_at",
  recognises: (columns) =>
    has(columns, "type", "title", "trakt_id") && TIMES.some((time) => columns.has(time)),
  reader(context) {
    return (row): Read => {
      const kind = row.cell("type") === "movie" ? "film" : "show";
      return read(row, context, kind, row.cell("title"), row.cell("year"), {
        imdb: row.cell("imdb_id"),
        tmdb: row.cell("tmdb_id"),
        trakt: row.cell("trakt_id"),
      });
    };
  },
  joined: episodesJoined,
};

function read(
  row: Row,
  context: FileContext,
  kind: Kind,
  title: string,
  year: string,
  ids: Readonly<Record<string, string>>,
): Read {
  const base: Omit<Parameters<typeof entryOf>[0], "verdict"> = {
    line: row.line,
    source: `Trakt ${context.name}`,
    title,
    year: yearOf(year),
    ids: Object.fromEntries(Object.entries(ids).filter(([, id]) => id !== "")),
    kind,
  };
  const told = (verdict: Entry["verdict"], time: string, more: Partial<Entry> = {}): Read => ({
    entry: entryOf({ ...base, verdict, at: context.days(time), ...more }),
  });
  const ratedAt = row.cell("rated_at");
  if (ratedAt !== "") {
    // An episode's or a season's rating is none of the show.
    const part = row.cell("type") === "episode" || row.cell("type") === "season";
    if (part) return { skipped: "a rating of an episode or a season" };
    const rating = givenValue(row.cell("rating"), OUT_OF_TEN);
    return typeof rating === "string" ? { broken: rating } : told("rated", ratedAt, { rating });
  }
  const watched = row.cell("watched_at") || row.cell("last_watched_at");
  if (watched !== "") return told("seen", watched);
  const listed = row.cell("listed_at") || row.cell("watchlisted_at");
  const liked = /favou?rite/i.test(context.name) ? "liked" : "wanted";
  if (listed !== "") return told(context.as ?? liked, listed);
  return { skipped: "in the collection only" };
}

/** A show is watched once, however many episodes it has; a film may be watched again. */
function episodesJoined(entries: readonly Entry[]): readonly Entry[] {
  const shows = entries.filter(({ kind, verdict }) => kind === "show" && verdict === "seen");
  const kept = new Set(latestOfEach(shows));
  return entries.filter((entry) => kept.has(entry) || !(entry.kind === "show" && entry.verdict === "seen"));
}
