import type { Interactions } from "../../memory/datasets/interactions.ts";

/** One cell of the planted matrix. */
export interface Cell {
  readonly user: number;
  readonly item: number;
  readonly value: number;
}

export interface PlantedRatings {
  readonly scale: { readonly min: number; readonly max: number };
  readonly items: number;
  /** What a rater may learn from. */
  readonly known: Interactions;
  /** Cells of the same users and items that it has not seen. */
  readonly withheld: readonly Cell[];
  /** 0 or 1: users like items of their own block. */
  readonly block: (index: number) => number;
}

const USERS = 160;
const ITEMS = 40;

/**
 * Ratings with a known cause: 3, ±1.2 for items of one's own or the other block, an effect of the user and of the item, and
 * noise of the given standard deviation; rounded to whole stars. Half of the cells are known, a quarter is withheld.
 */
export function plantedRatings(noise = 0.5, seed = 3): PlantedRatings {
  const random = uniform(seed);
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const block = (index: number): number => index % 2;
  const userEffects = Array.from({ length: USERS }, () => 0.3 * normal());
  const itemEffects = Array.from({ length: ITEMS }, () => 0.3 * normal());
  const known: Cell[] = [];
  const withheld: Cell[] = [];
  for (let user = 0; user < USERS; user++) {
    for (let item = 0; item < ITEMS; item++) {
      const expected =
        3 + (block(user) === block(item) ? 1.2 : -1.2) + (userEffects[user] ?? 0) + (itemEffects[item] ?? 0);
      const value = Math.min(5, Math.max(1, Math.round(expected + noise * normal())));
      const lot = random();
      if (lot < 0.5) known.push({ user, item, value });
      else if (lot < 0.75) withheld.push({ user, item, value });
    }
  }
  return { scale: { min: 1, max: 5 }, items: ITEMS, known: interactionsOf(known, USERS), withheld, block };
}

export function interactionsOf(cells: readonly Cell[], users: number): Interactions {
  return {
    userIds: Array.from({ length: users }, (_, user) => `user ${user}`),
    users: Int32Array.from(cells, ({ user }) => user),
    items: Int32Array.from(cells, ({ item }) => item),
    values: Float32Array.from(cells, ({ value }) => value),
    at: new Float64Array(cells.length),
  };
}

/** Uniform numbers in [0, 1) from a linear congruential generator (Numerical Recipes). */
function uniform(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}
