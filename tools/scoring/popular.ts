import type { Catalogue } from "../../memory/items/catalogue.ts";
import type { Scorer } from "./scorer.ts";

/** Everybody gets the same: the floor that all must beat, and what there is for somebody without a history. */
export function popularScorer(popularity: Float32Array): Scorer {
  return {
    name: "popular",
    device: "cpu",
    async score(_history, signal) {
      signal?.throwIfAborted();
      return popularity.slice();
    },
    async contributions(history, items, signal) {
      signal?.throwIfAborted();
      return items.map(() => history.map(({ item }) => ({ item, amount: 0 })));
    },
  };
}

/** The catalogue's own popularity (counts decayed by age) as the scores of `popularScorer`. */
export function cataloguePopularity(catalogue: Catalogue): Float32Array {
  return Float32Array.from({ length: catalogue.size }, (_, index) => catalogue.statistics(index).popularity);
}
