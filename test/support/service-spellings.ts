import type { Catalogue } from "../../memory/items/catalogue.ts";
import type { LinkRecord } from "../../tools/linking/linker.ts";

/** A film as a catalogue or a service knows it. */
export interface KnownFilm {
  readonly title: string;
  readonly year: number | undefined;
  readonly directors: readonly string[];
}

export type Random = () => number;

/** How a service writes a film: what its export would tell of it. */
export type Spelling = (film: KnownFilm, random: Random) => LinkRecord;

/** How the services write titles, each with its own slips: years off by one, other names, articles, dashes, accents, typing errors. */
export const SPELLINGS: Readonly<Record<string, Spelling>> = {
  Letterboxd: (film, random) => ({
    ...record(dashes(mainTitle(film.title), random)),
    year: yearNear(film.year, random, 0.06),
  }),
  IMDb: (film, random) => ({
    ...record(otherName(film.title, random, 0.3)),
    year: yearNear(film.year, random, 0.03),
    people: film.directors,
  }),
  Trakt: (film, random) => ({
    ...record(ampersands(mainTitle(film.title), random)),
    year: random() < 0.05 ? undefined : yearNear(film.year, random, 0.05),
  }),
  Netflix: (film, random) => ({ ...record(dashes(mainTitle(film.title), random)), year: undefined }),
  "by hand": (film, random) => ({
    ...record(sloppy(mainTitle(film.title), random)),
    year: random() < 0.15 ? undefined : yearNear(film.year, random, 0.08),
  }),
};

export function filmAt(catalogue: Catalogue, index: number): KnownFilm {
  const year = catalogue.value(index, "year");
  const directors = catalogue.value(index, "director") ?? catalogue.value(index, "directors");
  return {
    title: catalogue.title(index),
    year: typeof year === "number" ? year : undefined,
    directors: Array.isArray(directors) ? directors : [],
  };
}

function record(title: string): LinkRecord {
  return { title, otherTitles: [], year: undefined, people: [], ids: {}, kind: "film" };
}

/** "The Matrix" of "Matrix, The (1999)"; names in brackets are left away. */
function mainTitle(title: string): string {
  const bare = title.replace(/\s*\([^)]*\)/g, "").trim() || title;
  return bare.replace(/^(.+), (The|A|An|La|Le|Les|L'|Il|Der|Das|Die|El|Los)$/i, (_, rest, article) =>
    article.endsWith("'") ? `${article}${rest}` : `${article} ${rest}`,
  );
}

function otherName(title: string, random: Random, share: number): string {
  const name = /\((?!\d{4}\))(?:a\.k\.a\. )?([^)]+)\)/.exec(title)?.[1];
  return name !== undefined && random() < share ? mainTitle(name) : mainTitle(title);
}

function yearNear(year: number | undefined, random: Random, share: number): number | undefined {
  if (year === undefined || random() >= share) return year;
  return year + (random() < 0.5 ? 1 : -1);
}

function dashes(title: string, random: Random): string {
  return random() < 0.5 ? title.replace(": ", " - ") : title;
}

function ampersands(title: string, random: Random): string {
  return random() < 0.5 ? title.replaceAll(" & ", " and ") : title.replaceAll(" and ", " & ");
}

function sloppy(title: string, random: Random): string {
  let written = title.normalize("NFKD").replace(/\p{M}/gu, "");
  if (random() < 0.4) written = written.toLowerCase();
  if (random() < 0.2) written = written.replace(/^(?:The|A|An) (?=..)/i, "");
  if (random() < 0.2) written = written.replace(/^(The|A) (.+)$/i, "$2, $1");
  if (random() < 0.2) written = written.replace(/[:,.!?'-]/g, "");
  if (random() < 0.1 && written.length >= 9) written = slipped(written, random);
  return written;
}

/** Two neighbours swapped, or one letter left out, not at the ends. */
function slipped(text: string, random: Random): string {
  const at = 2 + Math.floor(random() * (text.length - 4));
  if (/[^a-z]/i.test(text.slice(at, at + 2))) return text;
  return random() < 0.5
    ? text.slice(0, at) + text[at + 1] + text[at] + text.slice(at + 2)
    : text.slice(0, at) + text.slice(at + 1);
}
