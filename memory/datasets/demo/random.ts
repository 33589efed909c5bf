import type { Random } from "../../random.ts";

/**
 * A seed of its own for one part of a simulation (a viewer, a film), by FNV-1a over the seed and the name:
 * adding or reordering other parts changes nothing for this one.
 */
export function derivedSeed(seed: number, name: string): number {
  let hash = 0x811c9dc5 ^ seed;
  for (let position = 0; position < name.length; position++) {
    hash = Math.imul(hash ^ name.charCodeAt(position), 0x01000193);
  }
  return hash >>> 0;
}

/** A draw from the exponential distribution with this mean. */
export function exponential(random: Random, mean: number): number {
  return -mean * Math.log(1 - random());
}
