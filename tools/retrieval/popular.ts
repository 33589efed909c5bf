import type { Catalogue } from "../../memory/items/catalogue.ts";
import { best } from "./best.ts";
import type { Retriever } from "./retriever.ts";

type Counted = Pick<Catalogue, "size" | "statistics">;

/** The mean of this many ratings is half believed, half the catalogue's. */
const HALF_BELIEVED = 10;

/** The most popular items first, then by plain count; every allowed item has its place, so this one always answers. */
export function popularRetriever(catalogue: Counted): Retriever {
  return byFixedScore("popular", () => {
    let most = 1;
    for (let index = 0; index < catalogue.size; index += 1) {
      most = Math.max(most, catalogue.statistics(index).count);
    }
    const scores = new Float64Array(catalogue.size);
    for (let index = 0; index < scores.length; index += 1) {
      const { popularity, count } = catalogue.statistics(index);
      scores[index] = popularity + (1e-9 * count) / most;
    }
    return scores;
  });
}

/**
 * Hidden gems: items of obscure renown, by mean rating drawn towards the catalogue's mean where few rated; where nobody
 * rates, by popularity. Items nobody touched are not hidden gems but unknown: left out.
 */
export function hiddenGemRetriever(catalogue: Counted, obscure: () => Uint8Array): Retriever {
  return byFixedScore("hidden-gems", () => {
    const overall = overallMean(catalogue);
    const mask = obscure();
    const scores = new Float64Array(catalogue.size).fill(Number.NaN);
    for (let index = 0; index < scores.length; index += 1) {
      if (mask[index] !== 1) continue;
      const { count, mean, popularity } = catalogue.statistics(index);
      scores[index] =
        overall === undefined
          ? popularity
          : (count * (mean ?? overall) + HALF_BELIEVED * overall) / (count + HALF_BELIEVED);
    }
    return scores;
  });
}

/** The mean of all ratings; undefined where nobody rates. */
function overallMean(catalogue: Counted): number | undefined {
  let ratings = 0;
  let sum = 0;
  let rated = false;
  for (let index = 0; index < catalogue.size; index += 1) {
    const { count, mean } = catalogue.statistics(index);
    if (mean === undefined) continue;
    rated = true;
    ratings += count;
    sum += count * mean;
  }
  return rated ? sum / (ratings || 1) : undefined;
}

/** The scores depend on the catalogue alone: computed at the first question, kept. */
function byFixedScore(name: string, compute: () => Float64Array): Retriever {
  let scores: Float64Array | undefined;
  return {
    name,
    async retrieve(_query, allowed, limit, signal) {
      signal?.throwIfAborted();
      scores ??= compute();
      return best(scores, allowed, limit);
    },
  };
}
