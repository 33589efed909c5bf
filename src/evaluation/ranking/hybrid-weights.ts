import { reciprocal } from "../../../tools/retrieval/fusion.ts";
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
  // Where nobody found it no weights help.
  const races = found.flatMap((each) => raceOf(each, members) ?? []);
  let weights: readonly number[] = new Array<number>(members).fill(1);
  let best = worthOf(races, weights);
  for (let round = 0; round < ROUNDS; round++) {
    const before = best;
    for (let member = 0; member < members; member++) {
      for (const step of STEPS) {
        const tried = weights.with(member, step);
        if (tried.every((weight) => weight === 0)) continue;
        const worth = worthOf(races, tried);
        if (worth <= best) continue;
        [best, weights] = [worth, tried];
      }
    }
    if (best === before) break;
  }
  return weights;
}

/** All that was found for one user: what each member's rank of each item is worth, [items × members]. */
interface Race {
  readonly items: readonly number[];
  readonly worths: Float64Array;
  /** The line of what was to be found. */
  readonly truth: number;
}

function raceOf({ lists, truth }: FoundLists, members: number): Race | undefined {
  const items = [...new Set(lists.flatMap((list) => list.map(({ index }) => index)))];
  const lines = new Map(items.map((item, line) => [item, line]));
  const line = lines.get(truth);
  if (line === undefined) return undefined;
  const worths = new Float64Array(items.length * members);
  for (const [member, list] of lists.entries()) {
    for (const [place, { index }] of list.entries()) {
      worths[(lines.get(index) ?? 0) * members + member] = reciprocal(place + 1);
    }
  }
  return { items, worths, truth: line };
}

function worthOf(races: readonly Race[], weights: readonly number[]): number {
  let worth = 0;
  for (const race of races) {
    const place = placeIn(race, weights);
    worth += CUTOFFS.filter((k) => place < k).length;
  }
  return worth;
}

/** How many items stand before the one to be found when the lists are fused: ties by index, as `fuse` has it. */
function placeIn({ items, worths, truth }: Race, weights: readonly number[]): number {
  const scoreOf = (line: number): number => {
    let score = 0;
    for (let member = 0; member < weights.length; member++) {
      score += (weights[member] ?? 0) * (worths[line * weights.length + member] ?? 0);
    }
    return score;
  };
  const own = scoreOf(truth);
  // Found by members without a say only: not found.
  if (own === 0) return Number.POSITIVE_INFINITY;
  const index = items[truth] ?? 0;
  let before = 0;
  for (let line = 0; line < items.length; line++) {
    const score = scoreOf(line);
    if (score > own || (score === own && (items[line] ?? 0) < index)) before += 1;
  }
  return before;
}
