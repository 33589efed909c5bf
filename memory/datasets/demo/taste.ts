import { normal, type Random } from "../../random.ts";
import { featuresOf } from "./affinity.ts";
import { ARCHETYPES, type Archetype } from "./archetypes.ts";
import { filmographies } from "./filmographies.ts";
import type { Traits } from "./traits.ts";

/** How far taste has moved from the main archetype to the second, by stage of a viewer's years. */
const STAGES = [0.2, 0.65];

/** π: how much a viewer follows the crowd, evenly from the least to the least plus the spread. */
const CROWD = { least: 0.45, spread: 0.5 };

/** How sharply choice follows utility. */
const SHARPNESS = 1.25;

/** How many favourites a viewer has among directors and among leading players, and what each adds to a film's utility. */
const DIRECTORS = { favourites: 3, adds: 0.9 };
const PLAYERS = { favourites: 3, adds: 0.9 };

/** So many names from the top of the bill lead a film. */
const LEADS = 3;

/** What one viewer makes of every film, by stage (0, 1) and the film's index. */
export interface Taste {
  /** U: zero for a middling film, one for a film a standard deviation above. */
  utility(stage: number, film: number): number;
  /** w: how likely the viewer is to choose the film, up to a factor. */
  weight(stage: number, film: number): number;
  /** A film drawn with probability proportional to `weight`. */
  draw(stage: number, random: Random): number;
}

/** Draws viewers' tastes over a fixed list of films. The formulas are those of `simulateViewers`. */
export class TasteModel {
  /** What is the same for all viewers in a film's weight: its fame − 3, and its luck. */
  readonly #fame: Float64Array;
  readonly #luck: Float64Array;
  /** The features of all films one after another, and where each film's begin. */
  readonly #features: Int32Array;
  readonly #starts: Int32Array;
  /** A viewer's own tastes, drawn anew for each. */
  readonly #own: Float64Array;
  /** What each archetype makes of each film: the sum of its tastes for the film's features. */
  readonly #archetypes: readonly Float64Array[];
  /** By film, all films of its director and of its leading player. */
  readonly #directors: readonly (readonly number[])[];
  readonly #players: readonly (readonly number[])[];

  constructor(traits: readonly Traits[], luck: readonly number[]) {
    this.#fame = Float64Array.from(traits, ({ fame }) => fame - 3);
    this.#luck = Float64Array.from(luck);
    const index = new Map<string, number>();
    const features: number[] = [];
    const starts = [0];
    for (const film of traits) {
      for (const name of featuresOf(film)) {
        const known = index.get(name) ?? index.size;
        index.set(name, known);
        features.push(known);
      }
      starts.push(features.length);
    }
    this.#features = Int32Array.from(features);
    this.#starts = Int32Array.from(starts);
    this.#own = new Float64Array(index.size);
    this.#archetypes = ARCHETYPES.map((archetype) => this.#appeal(tastesAsVector(archetype, index)));
    this.#directors = filmographies(traits.map((film) => film.director));
    this.#players = filmographies(traits.map((film) => film.cast.slice(0, LEADS)));
  }

  viewer(random: Random): Taste {
    const main = this.#archetype(random);
    const second = this.#archetype(random);
    const own = this.#own;
    for (let feature = 0; feature < own.length; feature++) own[feature] = 0.45 * normal(random);
    const crowd = CROWD.least + CROWD.spread * random();
    const oneself = this.#appeal(own);
    const utilities = STAGES.map((moved) => standardised(mixed(oneself, main, second, moved)));
    const weights = utilities.map((utility) => this.#weights(utility, crowd));
    const table = cumulative(weights[0] ?? new Float64Array(1));
    for (const [people, { favourites, adds }] of [
      [this.#directors, DIRECTORS],
      [this.#players, PLAYERS],
    ] as const) {
      for (let count = 0; count < favourites; count++) {
        favour(people[drawn(table, random)] ?? [], adds, utilities, weights);
      }
    }
    const tables = weights.map(cumulative);
    return {
      utility: (stage, film) => utilities[stage]?.[film] ?? 0,
      weight: (stage, film) => weights[stage]?.[film] ?? 0,
      draw: (stage, source) => drawn(tables[stage] ?? new Float64Array(1), source),
    };
  }

  #archetype(random: Random): Float64Array {
    let left = random() * ARCHETYPES.reduce((sum, { share }) => sum + share, 0);
    const index = ARCHETYPES.findIndex(({ share }) => {
      left -= share;
      return left < 0;
    });
    return this.#archetypes.at(index) ?? new Float64Array(this.#fame.length);
  }

  #appeal(taste: Float64Array): Float64Array {
    const features = this.#features;
    const starts = this.#starts;
    const appeal = new Float64Array(this.#fame.length);
    let position = 0;
    for (let film = 0; film < appeal.length; film++) {
      const end = starts[film + 1] ?? 0;
      let sum = 0;
      for (; position < end; position++) sum += taste[features[position] ?? 0] ?? 0;
      appeal[film] = sum;
    }
    return appeal;
  }

  #weights(utility: Float64Array, crowd: number): Float64Array {
    const fame = this.#fame;
    const luck = this.#luck;
    const weights = new Float64Array(utility.length);
    for (let film = 0; film < weights.length; film++) {
      weights[film] = Math.exp(
        SHARPNESS * (utility[film] ?? 0) + crowd * (fame[film] ?? 0) + (luck[film] ?? 0),
      );
    }
    return weights;
  }
}

/** In place: these films gain utility, and the weight that goes with it. */
function favour(
  films: readonly number[],
  adds: number,
  utilities: readonly Float64Array[],
  weights: readonly Float64Array[],
): void {
  const factor = Math.exp(SHARPNESS * adds);
  for (const film of films) {
    for (const utility of utilities) utility[film] = (utility[film] ?? 0) + adds;
    for (const weight of weights) weight[film] = (weight[film] ?? 0) * factor;
  }
}

function mixed(own: Float64Array, main: Float64Array, second: Float64Array, moved: number): Float64Array {
  const sums = new Float64Array(own.length);
  for (let film = 0; film < sums.length; film++) {
    sums[film] = (own[film] ?? 0) + (1 - moved) * (main[film] ?? 0) + moved * (second[film] ?? 0);
  }
  return sums;
}

/** In place: mean 0, standard deviation 1. */
function standardised(values: Float64Array): Float64Array {
  let sum = 0;
  let squares = 0;
  for (let film = 0; film < values.length; film++) {
    const value = values[film] ?? 0;
    sum += value;
    squares += value * value;
  }
  const mean = sum / values.length;
  const deviation = Math.sqrt(Math.max(0, squares / values.length - mean * mean)) || 1;
  for (let film = 0; film < values.length; film++) values[film] = ((values[film] ?? 0) - mean) / deviation;
  return values;
}

function tastesAsVector(archetype: Archetype, index: ReadonlyMap<string, number>): Float64Array {
  const vector = new Float64Array(index.size);
  for (const [name, weight] of Object.entries(archetype.tastes)) {
    const feature = index.get(name);
    // A small catalogue need not carry every feature that an archetype has an opinion on.
    if (feature !== undefined) vector[feature] = weight;
  }
  return vector;
}

function cumulative(weights: Float64Array): Float64Array {
  const table = new Float64Array(weights.length);
  let sum = 0;
  for (let index = 0; index < table.length; index++) {
    sum += weights[index] ?? 0;
    table[index] = sum;
  }
  return table;
}

/** The first index whose cumulative weight exceeds a uniform draw of the total. */
function drawn(table: Float64Array, random: Random): number {
  const target = random() * (table.at(-1) ?? 0);
  let low = 0;
  let high = table.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((table[middle] ?? 0) > target) high = middle;
    else low = middle + 1;
  }
  return low;
}
