import type { Catalogue } from "../../memory/items/catalogue.ts";
import { best } from "./best.ts";
import type { Retriever } from "./retriever.ts";

type Counted = Pick<Catalogue, "size" | "statistics">;

/** The mean of this many ratings is half believed, half the catalogue's. */
const HALF_BELIEVED = 10;

/** The most popular items first, then by plain count; every allowed item has its place, so this one always answers. */
export function popularRetriever(catalogue: Counted): Retriever {
  return byFixedScore("popular", () => {
    const statistics = Array.from({ length: catalogue.size }, (_, index) => catalogue.statistics(index));
    const most = statistics.reduce((largest, { count }) => Math.max(largest, count), 1);
    return Float64Array.from(statistics, ({ popularity, count }) => popularity + (1e-9 * count) / most);
  });
}

/**
 * Hidden gems: items of obscure renown, by mean rating drawn towards the catalogue's mean where few rated; where nobody
 * rates, by popularity. Items nobody touched are not hidden gems but unknown: left out.
 */
export function hiddenGemRetriever(catalogue: Counted, obscure: () => Uint8Array): Retriever {
  return byFixedScore("hidden-gems", () => {
    const statistics = Array.from({ length: catalogue.size }, (_, index) => catalogue.statistics(index));
    const rated = statistics.filter(({ mean }) => mean !== undefined);
    const ratings = rated.reduce((sum, { count }) => sum + count, 0);
    const overall = rated.reduce((sum, { count, mean }) => sum + count * (mean ?? 0), 0) / (ratings || 1);
    const mask = obscure();
    return Float64Array.from(statistics, ({ count, mean, popularity }, index) => {
      if (mask[index] !== 1) return Number.NaN;
      if (rated.length === 0) return popularity;
      return (count * (mean ?? overall) + HALF_BELIEVED * overall) / (count + HALF_BELIEVED);
    });
  });
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
