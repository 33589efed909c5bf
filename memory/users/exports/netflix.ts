import { CiceroneError } from "../../errors.ts";
import { entryOf, type Read } from "./entry.ts";
import { type Format, has, latestOfEach, type Row } from "./format.ts";

/** A viewing shorter than this was a look, in seconds. */
const SHORTEST = 300;

/** "NetflixViewingHistory.csv", which anybody can download: Title, Date, nothing else. */
export const netflixHistory: Format = {
  name: "Netflix viewing history",
  telltale: "Title, Date",
  recognises: (columns) => columns.size === 2 && has(columns, "title", "date"),
  reader:
    ({ name, days }) =>
    (row) => ({ entry: viewing(row, `Netflix ${name}`, days(row.cell("date"))) }),
  joined: latestOfEach,
};

/** "ViewingActivity.csv" of a data request: of every profile, with trailers and what was broken off. */
export const netflixActivity: Format = {
  name: "Netflix viewing activity",
  telltale: "Profile Name, Start Time, Duration, Title, Supplemental Video Type",
  recognises: (columns) => has(columns, "profile name", "start time", "duration", "title"),
  reader({ name, days, rows, profile }) {
    const whose = profileOf(rows, profile);
    return (row): Read => {
      if (row.cell("profile name") !== whose) return { skipped: "another profile" };
      if (row.cell("supplemental video type") !== "") return { skipped: "a trailer or another extra" };
      if (seconds(row.cell("duration")) < SHORTEST) return { skipped: "watched for less than five minutes" };
      return { entry: viewing(row, `Netflix ${name}`, days(row.cell("start time"))) };
    };
  },
  joined: latestOfEach,
};

const SEASON =
  /^(.+?):\s(?:(?:Season|Series|Part|Volume|Book|Chapter|Staffel|Saison|Temporada|Stagione|Collection)\s\d+|Limited Series|Miniseries|Mini-?series|Limited-Serie)\b.*:/i;
const NAMED_SEASON = /^(.+?):\s\1\b.*:\s/;
const EPISODE = /^(.+?):\s.+:\s(?:"|“|Episode|Chapter|Folge|Épisode|Episodio)/;

/** "Show: Season 1: Pilot" is an episode of Show; any other colon may be a film's own. */
function viewing(row: Row, source: string, at: number | undefined): ReturnType<typeof entryOf> {
  const written = row.cell("title");
  const show = (SEASON.exec(written) ?? NAMED_SEASON.exec(written) ?? EPISODE.exec(written))?.[1];
  return entryOf({
    line: row.line,
    source,
    title: show ?? written,
    kind: show === undefined ? "film" : "show",
    verdict: "seen",
    at,
  });
}

function profileOf(rows: readonly Row[], asked: string | undefined): string {
  const names = [...new Set(rows.map((row) => row.cell("profile name")))];
  const found =
    asked === undefined ? names : names.filter((name) => name.toLowerCase() === asked.toLowerCase());
  const [only] = found;
  if (only !== undefined && found.length === 1) return only;
  throw new CiceroneError(
    "usage-history-profile",
    asked === undefined ? "Several people share this account." : `Nobody in this file is called “${asked}”.`,
    { hint: `Say whose history it is: ${names.map((name) => `--profile "${name}"`).join(", ")}.` },
  );
}

function seconds(duration: string): number {
  const [hours = 0, minutes = 0, rest = 0] = duration.split(":").map(Number);
  return 3600 * hours + 60 * minutes + rest;
}
