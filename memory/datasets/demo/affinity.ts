import type { Traits } from "./traits.ts";

/** What of a film draws people to it, as names: its genres and keywords bare, `era:…` and `language:…`. */
export function featuresOf(film: Traits): string[] {
  return [
    ...film.genre,
    ...film.keyword,
    `era:${eraOf(film.year)}`,
    ...film.language.map((name) => `language:${name}`),
  ];
}

function eraOf(year: number): string {
  if (year < 1950) return "before 1950";
  if (year < 1970) return "1950s-60s";
  return `${Math.floor(year / 10) * 10}s`;
}

/** The films one may watch after a film: parallel arrays, strongest link first. */
export interface NextFilms {
  readonly films: Int32Array;
  readonly strengths: Float64Array;
}

/** How strongly the last film suggests the next, by what they share. The next part of a series is the strongest pull. */
const PULL = { sequel: 9, series: 4, director: 2.2, actor: 0.8, keyword: 0.45, genre: 0.2, era: 0.3 };
const LINKS = 24;

/**
 * For each film its strongest successors (at most 24):
 *
 *   s(i → j) = 9 [j is the next part of i's series] + 4 [same series] + 2.2 · common directors
 *            + 0.8 · common actors + Σ over common keywords 0.45 · ln(N / n_k) / ln(N / 5)
 *            + 0.2 · common genres + 0.3 [same era]
 *
 * with N films, n_k of which carry keyword k: "robots" links more than "violent" does.
 */
export function nextFilms(films: readonly Traits[]): NextFilms[] {
  const links = linkWeights(films);
  const carriers = new Map<string, number[]>();
  films.forEach((film, index) => {
    for (const link of linksOf(film)) {
      const known = carriers.get(link);
      if (known === undefined) carriers.set(link, [index]);
      else known.push(index);
    }
  });
  const sequels = sequelOf(films);
  const strength = new Float64Array(films.length);
  return films.map((film, from) => {
    strength.fill(0);
    for (const link of linksOf(film)) {
      const weight = links.get(link) ?? 0;
      for (const to of carriers.get(link) ?? []) strength[to] = (strength[to] ?? 0) + weight;
    }
    const sequel = sequels.get(from);
    if (sequel !== undefined) strength[sequel] = (strength[sequel] ?? 0) + PULL.sequel;
    strength[from] = 0;
    return strongest(strength);
  });
}

function linksOf(film: Traits): string[] {
  return [
    ...(film.series === undefined ? [] : [`series:${film.series}`]),
    ...film.director.map((name) => `director:${name}`),
    ...film.cast.map((name) => `actor:${name}`),
    ...film.keyword.map((name) => `keyword:${name}`),
    ...film.genre.map((name) => `genre:${name}`),
    `era:${eraOf(film.year)}`,
  ];
}

function linkWeights(films: readonly Traits[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const film of films) for (const link of linksOf(film)) counts.set(link, (counts.get(link) ?? 0) + 1);
  const rare = Math.max(Math.log(films.length / 5), Number.EPSILON);
  return new Map(
    [...counts].map(([link, count]) => [link, pullOf(link, Math.log(films.length / count) / rare)]),
  );
}

function pullOf(link: string, rarity: number): number {
  if (link.startsWith("series:")) return PULL.series;
  if (link.startsWith("director:")) return PULL.director;
  if (link.startsWith("actor:")) return PULL.actor;
  if (link.startsWith("keyword:")) return PULL.keyword * rarity;
  return link.startsWith("genre:") ? PULL.genre : PULL.era;
}

function sequelOf(films: readonly Traits[]): Map<number, number> {
  const parts = films.flatMap((film, index) => (film.series === undefined ? [] : [{ film, index }]));
  parts.sort((a, b) => a.film.year - b.film.year);
  const sequels = new Map<number, number>();
  const last = new Map<string, number>();
  for (const { film, index } of parts) {
    const previous = last.get(film.series ?? "");
    if (previous !== undefined) sequels.set(previous, index);
    last.set(film.series ?? "", index);
  }
  return sequels;
}

/** The films with the greatest strengths above zero, strongest first, equals in file order. */
function strongest(strength: Float64Array): NextFilms {
  const best: number[] = [];
  for (let film = 0; film < strength.length; film++) {
    const value = strength[film] ?? 0;
    if (value <= (best.length < LINKS ? 0 : (strength[best.at(-1) ?? 0] ?? 0))) continue;
    let place = best.length;
    while (place > 0 && (strength[best[place - 1] ?? 0] ?? 0) < value) place--;
    best.splice(place, 0, film);
    if (best.length > LINKS) best.pop();
  }
  return { films: Int32Array.from(best), strengths: Float64Array.from(best, (film) => strength[film] ?? 0) };
}
