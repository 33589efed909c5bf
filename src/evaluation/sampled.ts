import { seededRandom } from "../../memory/random.ts";

/** At most so many of a list, drawn with the seed, in its order; all where there are no more or nothing is asked. */
export function sampled<Each>(all: readonly Each[], most: number | undefined, seed: number): readonly Each[] {
  if (most === undefined || all.length <= most) return all;
  const random = seededRandom(seed);
  return all
    .map((each, at) => ({ each, at, key: random() }))
    .sort((a, b) => a.key - b.key)
    .slice(0, most)
    .sort((a, b) => a.at - b.at)
    .map(({ each }) => each);
}
