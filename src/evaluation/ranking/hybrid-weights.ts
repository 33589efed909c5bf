import { fuse } from "../../../tools/retrieval/fusion.ts";
import type { Retrieved } from "../../../tools/retrieval/retriever.ts";

/** What every member found for one user, best first, and what was to be found. */
export interface FoundLists {
  readonly lists: readonly (readonly Retrieved[])[];
  readonly truth: number;
}

const STEPS = [0, 0.1, 0.25, 0.5, 1, 2] as const;
/** Rounds of the search; it ends as soon as one changes nothing. */
const ROUNDS = 3;
const CUTOFFS = [20, 50, 100] as const;

/**
 * The weights that find most: coordinate by coordinate over a few steps, from equal weights, by the mean of recall@20, @50 and @100.
 * A step must be better, not as good; so of equal choices the one nearest to equal weights stays.
 */
export function chooseWeights(found: readonly FoundLists[], members: number): readonly number[] {
  let weights: readonly number[] = new Array<number>(members).fill(1);
  let best = worthOf(found, weights);
  for (let round = 0; round < ROUNDS; round++) {
    const before = best;
    for (let member = 0; member < members; member++) {
      for (const step of STEPS) {
        const tried = weights.with(member, step);
        if (tried.every((weight) => weight === 0)) continue;
        const worth = worthOf(found, tried);
        if (worth <= best) continue;
        [best, weights] = [worth, tried];
      }
    }
    if (best === before) break;
  }
  return weights;
}

function worthOf(found: readonly FoundLists[], weights: readonly number[]): number {
  let worth = 0;
  for (const { lists, truth } of found) {
    const fused = fuse(
      lists.map((list, at) => ({ name: String(at), found: list, weight: weights[at] ?? 0 })),
    );
    const place = fused.findIndex(({ index }) => index === truth);
    if (place >= 0) worth += CUTOFFS.filter((k) => place < k).length;
  }
  return worth;
}
