import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  CAST,
  DIRECTOR,
  FILM_NOUN,
  GENRE,
  KEYWORD,
  WRITER,
  YEAR,
} from "../../../memory/datasets/built-in/film-facets.ts";
import { FILM_LEXICON } from "../../../memory/datasets/built-in/film-lexicon.ts";
import type { OwnCatalogue } from "../../../src/own-catalogue.ts";
import { REAL_DATA } from "../real-data.ts";
import { type Dialogue, FILMS, mentionsIn, plainTitle } from "./dialogues.ts";

/** A film as iEvaLM describes it; the year, where known, is part of the name. */
interface Film {
  readonly name: string;
  readonly genre: readonly string[];
  readonly plot: string;
  readonly director: readonly string[];
  readonly writer: readonly string[];
  readonly star: readonly string[];
}

/**
 * ReDial's own films under ReDial's numbers, in the words that all film catalogues here share. `naming` adds the few films that are
 * named in dialogues and described nowhere. `liking` says how popular each is: use dialogues that nothing is measured on.
 */
export function redialFilms(naming: readonly Dialogue[], liking: readonly Dialogue[]): OwnCatalogue {
  const described: Record<string, Film> = JSON.parse(readFileSync(join(REAL_DATA, FILMS), "utf8"));
  const items = new Map(Object.entries(described).map(([id, film]) => [id, itemOf(id, film)]));
  for (const [id, title] of naming.flatMap(namedIn)) {
    if (!items.has(id)) items.set(id, { id, ...titleAndYear(title) });
  }
  return {
    name: "redial-films",
    noun: FILM_NOUN,
    // No film has keywords; the lexicon speaks of them.
    facets: [YEAR, GENRE, DIRECTOR, CAST, WRITER, KEYWORD],
    lexicon: FILM_LEXICON,
    items: [...items.values()],
    interactions: liking.flatMap(({ conversationId, initiatorQuestions }) =>
      Object.entries(initiatorQuestions)
        .filter(([item, { liked }]) => liked === 1 && items.has(item))
        .map(([item], at) => ({ user: conversationId, item, at })),
    ),
    time: "position",
  };
}

type GivenItem = OwnCatalogue["items"][number];

function itemOf(id: string, film: Film): GivenItem {
  const { title, facets } = titleAndYear(film.name);
  return {
    id,
    title,
    facets: {
      ...facets,
      genre: film.genre.map(genreNamed),
      director: [...film.director],
      cast: [...film.star],
      writer: [...film.writer],
    },
    ...(film.plot !== "" && { text: film.plot }),
  };
}

/** "Heat (1995)", or a title without its year. */
function titleAndYear(name: string): Pick<GivenItem, "title"> & { facets: { year?: number } } {
  const [, title, year] = /^(.*\S) \((\d{4})\)$/.exec(name) ?? [];
  return title === undefined ? { title: name, facets: {} } : { title, facets: { year: Number(year) } };
}

/** As the shared vocabulary writes them: "sci-fi" is Sci-Fi, "film-noir" Film-Noir. */
function genreNamed(genre: string): string {
  return genre.replace(/(?<![a-z])[a-z]/g, (letter) => letter.toUpperCase());
}

function namedIn({ messages, movieMentions }: Dialogue): (readonly [string, string])[] {
  return messages.flatMap(({ text }) =>
    mentionsIn(text).flatMap((id) => {
      const title = movieMentions[id];
      return title == null ? [] : [[id, plainTitle(title)] as const];
    }),
  );
}
