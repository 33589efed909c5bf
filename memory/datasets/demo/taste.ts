import { featuresOf } from "./affinity.ts";
import { ARCHETYPES, type Archetype } from "./archetypes.ts";
import { normal, type Random } from "./random.ts";
import type { Traits } from "./traits.ts";

/** How far taste has moved from the main archetype to the second, by stage of a viewer's years. */
const STAGES = [0.15, 0.45, 0.75];

/** What one viewer makes of every film, by stage (0, 1, 2) and the film's index. */
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
  readonly #traits: readonly Traits[];
  readonly #luck: readonly number[];
  readonly #features: readonly Int32Array[];
  readonly #featureCount: number;
  readonly #archetypes: readonly Float64Array[];
  readonly #byDirector = new Map<string, number[]>();

  constructor(traits: readonly Traits[], luck: readonly number[]) {
    this.#traits = traits;
    this.#luck = luck;
    const index = new Map<string, number>();
    this.#features = traits.map((film) =>
      Int32Array.from(featuresOf(film), (name) => {
        const known = index.get(name) ?? index.size;
        index.set(name, known);
        return known;
      }),
    );
    this.#featureCount = index.size;
    this.#archetypes = ARCHETYPES.map((archetype) => tastesAsVector(archetype, index));
    traits.forEach((film, position) => {
      for (const name of film.director) {
        this.#byDirector.set(name, [...(this.#byDirector.get(name) ?? []), position]);
      }
    });
  }

  viewer(random: Random): Taste {
    const main = this.#archetype(random);
    const second = this.#archetype(random);
    const own = Float64Array.from({ length: this.#featureCount }, () => 0.45 * normal(random));
    const crowd = 0.35 + 0.45 * random();
    const mixed = STAGES.map((moved) =>
      this.#standardised(own.map((e, f) => e + (1 - moved) * (main[f] ?? 0) + moved * (second[f] ?? 0))),
    );
    const first = mixed[0] ?? new Float64Array(0);
    const before = cumulative(this.#weights(first, crowd));
    for (let favourite = 0; favourite < 3; favourite++) {
      const film = this.#traits[drawn(before, random)];
      for (const other of this.#byDirector.get(film?.director[0] ?? "") ?? []) {
        for (const utilities of mixed) utilities[other] = (utilities[other] ?? 0) + 0.9;
      }
    }
    const weights = mixed.map((utilities) => this.#weights(utilities, crowd));
    const tables = weights.map(cumulative);
    return {
      utility: (stage, film) => mixed[stage]?.[film] ?? 0,
      weight: (stage, film) => weights[stage]?.[film] ?? 0,
      draw: (stage, source) => drawn(tables[stage] ?? before, source),
    };
  }

  #archetype(random: Random): Float64Array {
    let left = random() * ARCHETYPES.reduce((sum, { share }) => sum + share, 0);
    const index = ARCHETYPES.findIndex(({ share }) => {
      left -= share;
      return left < 0;
    });
    return this.#archetypes.at(index) ?? new Float64Array(this.#featureCount);
  }

  #standardised(taste: Float64Array): Float64Array {
    const sums = Float64Array.from(this.#features, (features) => {
      let sum = 0;
      for (const feature of features) sum += taste[feature] ?? 0;
      return sum;
    });
    const mean = sums.reduce((total, value) => total + value, 0) / sums.length;
    const variance = sums.reduce((total, value) => total + (value - mean) ** 2, 0) / sums.length;
    const deviation = Math.sqrt(variance) || 1;
    return sums.map((value) => (value - mean) / deviation);
  }

  #weights(utilities: Float64Array, crowd: number): Float64Array {
    return utilities.map((utility, film) => {
      const fame = (this.#traits[film]?.fame ?? 3) - 3;
      return Math.exp(1.25 * utility + crowd * fame + (this.#luck[film] ?? 0));
    });
  }
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
  let sum = 0;
  return weights.map((weight) => {
    sum += weight;
    return sum;
  });
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
