import type { Catalogue } from "../../memory/items/catalogue.ts";
import { best } from "./best.ts";
import type { Retrieved, Retriever } from "./retriever.ts";

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

/** So many of the best are put in order once: constraints rarely rule out so many of them that all must be gone through. */
const LEADERS = 20_000;

/** The scores depend on the catalogue alone: computed at the first question, kept. */
function byFixedScore(name: string, compute: () => Float64Array): Retriever {
  let known: { readonly scores: Float64Array; readonly leaders: readonly Retrieved[] } | undefined;
  return {
    name,
    async retrieve(_query, allowed, limit, signal) {
      signal?.throwIfAborted();
      known ??= withLeaders(compute());
      const { scores, leaders } = known;
      const found = firstAllowed(leaders, allowed, limit);
      return found.length >= limit || leaders.length < LEADERS ? found : best(scores, allowed, limit);
    },
  };
}

function withLeaders(scores: Float64Array): { scores: Float64Array; leaders: readonly Retrieved[] } {
  return { scores, leaders: best(scores, new Uint8Array(scores.length).fill(1), LEADERS) };
}

function firstAllowed(leaders: readonly Retrieved[], allowed: Uint8Array, limit: number): Retrieved[] {
  const found: Retrieved[] = [];
  for (const leader of leaders) {
    if (found.length >= limit) break;
    if (allowed[leader.index] === 1) found.push(leader);
  }
  return found;
}
