import type { Item } from "../../items/item.ts";
import { normal, type Random, seededRandom } from "../../random.ts";
import { type NextFilms, nextFilms } from "./affinity.ts";
import { derivedSeed, exponential } from "./random.ts";
import { type Taste, TasteModel } from "./taste.ts";
import { type Traits, traitsOf } from "./traits.ts";

/** A rating by a viewer who does not exist. `value` is 1 … 5 stars; `at` is in seconds since the epoch. */
export interface SimulatedRating {
  readonly user: string;
  readonly item: string;
  readonly value: number;
  readonly at: number;
}

export interface SimulationOptions {
  readonly seed: number;
  /** How many viewers; default 3,000. */
  readonly viewers?: number;
}

const VIEWERS = 3000;
const DAY = 86_400;
const FIRST = Date.UTC(2015, 0, 1) / 1000;
const LAST = Date.UTC(2024, 11, 31) / 1000;
const ATTEMPTS = 60;
const NOTHING = new Int32Array(0);

/**
 * Ratings by SIMULATED viewers of real films: nobody's data, made so that an untrained checkout has something to learn
 * from. The same films and seed give the same ratings, by user and then by time. In the formulas u and n
 * are independent draws, uniform on [0, 1) and standard normal.
 *
 * 1. Taste. Viewer v has a main and a second archetype a, b (`ARCHETYPES`, drawn by share) and a taste of their own:
 *    θ_v(λ) = (1 − λ)·θ_a + λ·θ_b + ε_v, ε_v,f = 0.45 n over all genres, keywords, eras and languages f. The utility of
 *    film i is the standardised sum of the tastes for its features, U_v,i(λ) = z(Σ_f∈i θ_v,f), + 0.9 for each film by
 *    one of v's three favourite directors, and for each that one of v's three favourite players leads: of six films
 *    drawn by taste the director, or whoever leads most films among the three names on top of the bill. Taste moves:
 *    λ is 0.2 in the first half of what v sees and 0.65 in the second.
 * 2. Choice. Weight of film i: w_v,i = exp(1.25 U_v,i + π_v (fame_i − 3) + 0.4 n_i), π_v = 0.45 + 0.5 u: some follow
 *    the crowd more than others, and each film has luck of its own, n_i. Films not yet released, or already seen,
 *    cannot be chosen; a film can be watched from the July of its year on.
 * 3. Sequence. With probability δ_v = 0.3 + 0.3 u the next film j continues from the last one i, chosen with weight
 *    s(i → j)^1.5 · √w_v,j among the films that i leads to (`nextFilms`: sequels, directors, actors, themes and moods);
 *    otherwise it is chosen by w_v alone. A new sitting continues half as often.
 * 4. Time. v rates N = round(exp(3.55 + 0.45 n)) films, cut to 15 … 80, from a first evening drawn evenly over the
 *    years 2015 to 2023. After each film the sitting goes on two to four hours later with probability 0.45; otherwise
 *    the next one opens after an exponential number of days with mean 1.8 · 730 / N, so that most are active for about
 *    two years. Evenings that would lie beyond 2024 are moved closer together.
 * 5. Rating. r_v,i = 3.05 + b_v + q_i + 0.45 U_v,i + 0.65 n, with b_v = 0.35 n (mild and strict people) and
 *    q_i = 0.3 n + 0.08 (fame_i − 3) (better and worse films), rounded to half stars, or, by three viewers in ten, to
 *    whole ones, within 1 … 5.
 */
export function simulateViewers(films: readonly Item[], options: SimulationOptions): SimulatedRating[] {
  const world = worldOf(films, options.seed);
  const ratings: SimulatedRating[] = [];
  for (let number = 1; number <= (options.viewers ?? VIEWERS); number++) {
    const user = `viewer-${String(number).padStart(4, "0")}`;
    ratings.push(...evenings(user, world, seededRandom(derivedSeed(options.seed, user))));
  }
  return ratings;
}

/** What is the same for all viewers. */
interface World {
  readonly ids: readonly string[];
  readonly next: readonly NextFilms[];
  /** s(i → j)^1.5, by i and then as in `next`. */
  readonly pulls: readonly Float64Array[];
  readonly tastes: TasteModel;
  /** q_i. */
  readonly quality: Float64Array;
  /** Seconds since the epoch from which a film can be watched. */
  readonly released: Float64Array;
}

function worldOf(films: readonly Item[], seed: number): World {
  const traits: Traits[] = films.map(traitsOf);
  const draws = films.map((film) => seededRandom(derivedSeed(seed, film.id)));
  const quality = draws.map(
    (random, index) => 0.3 * normal(random) + 0.08 * ((traits[index]?.fame ?? 3) - 3),
  );
  const luck = draws.map((random) => 0.4 * normal(random));
  const next = nextFilms(traits);
  return {
    ids: films.map((film) => film.id),
    next,
    pulls: next.map(({ strengths }) => strengths.map((strength) => strength ** 1.5)),
    tastes: new TasteModel(traits, luck),
    quality: Float64Array.from(quality),
    released: Float64Array.from(traits, (film) => Date.UTC(film.year, 6, 1) / 1000),
  };
}

function evenings(user: string, world: World, random: Random): SimulatedRating[] {
  const taste = world.tastes.viewer(random);
  const continues = 0.3 + 0.3 * random();
  const bias = 0.35 * normal(random);
  const step = random() < 0.3 ? 1 : 0.5;
  const wanted = Math.min(80, Math.max(15, Math.round(Math.exp(3.55 + 0.45 * normal(random)))));
  const sitting = sittings(wanted, random);
  const seen = new Uint8Array(world.ids.length);
  const ratings: SimulatedRating[] = [];
  let last: number | undefined;
  for (const [position, { at, opens }] of sitting.entries()) {
    const stage = 2 * position < wanted ? 0 : 1;
    const goesOn = last !== undefined && random() < (opens ? continues / 2 : continues);
    const film =
      (goesOn ? continuation(world, taste, stage, last ?? 0, seen, at, random) : undefined) ??
      freeChoice(world, taste, stage, seen, at, random);
    if (film === undefined) continue;
    seen[film] = 1;
    last = film;
    const liking =
      3.05 + bias + (world.quality[film] ?? 0) + 0.45 * taste.utility(stage, film) + 0.65 * normal(random);
    const value = Math.min(5, Math.max(1, Math.round(liking / step) * step));
    ratings.push({ user, item: world.ids[film] ?? "", value, at });
  }
  return ratings;
}

/** When a viewer watches: the times of all films in order, and which of them open a sitting. */
function sittings(count: number, random: Random): { at: number; opens: boolean }[] {
  // From 17:00 to 23:00 UTC, on a day that leaves the last year free.
  let at = FIRST + Math.floor(random() * 9 * 365) * DAY + 17 * 3600 + Math.floor(random() * 6 * 3600);
  const gap = (730 / count) * 1.8;
  const times = [{ at, opens: true }];
  while (times.length < count) {
    const opens = random() >= 0.45;
    at += opens
      ? Math.ceil(exponential(random, gap)) * DAY + Math.floor(random() * 3600)
      : 7200 + Math.floor(random() * 7200);
    times.push({ at, opens });
  }
  return at <= LAST ? times : squeezed(times);
}

/** The same evenings, closer together, so that the last is within 2024. */
function squeezed(times: readonly { at: number; opens: boolean }[]): { at: number; opens: boolean }[] {
  const first = times[0]?.at ?? FIRST;
  const scale = (LAST - first) / ((times.at(-1)?.at ?? LAST) - first);
  return times.map(({ at, opens }) => ({ at: Math.floor(first + (at - first) * scale), opens }));
}

function continuation(
  world: World,
  taste: Taste,
  stage: number,
  last: number,
  seen: Uint8Array,
  at: number,
  random: Random,
): number | undefined {
  const films = world.next[last]?.films ?? NOTHING;
  const pulls = world.pulls[last];
  const weights: number[] = [];
  let left = 0;
  for (let rank = 0; rank < films.length; rank++) {
    const film = films[rank] ?? 0;
    const free = seen[film] === 0 && (world.released[film] ?? 0) <= at;
    const weight = free ? (pulls?.[rank] ?? 0) * Math.sqrt(taste.weight(stage, film)) : 0;
    weights.push(weight);
    left += weight;
  }
  left *= random();
  for (let rank = 0; rank < weights.length; rank++) {
    left -= weights[rank] ?? 0;
    if (left < 0) return films[rank];
  }
  return undefined;
}

/** Draws by taste until a film is free; undefined for a viewer who has seen nearly all there is. */
function freeChoice(
  world: World,
  taste: Taste,
  stage: number,
  seen: Uint8Array,
  at: number,
  random: Random,
): number | undefined {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const film = taste.draw(stage, random);
    if (seen[film] === 0 && (world.released[film] ?? 0) <= at) return film;
  }
  return undefined;
}
