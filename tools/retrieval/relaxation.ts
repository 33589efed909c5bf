import type { Constraint } from "../../memory/items/constraint.ts";
import { countAllowed } from "./best.ts";
import { intersect } from "./constraints.ts";

interface Relaxation {
  /** 1 where the item satisfies every constraint that was kept and is not excluded. */
  readonly allowed: Uint8Array;
  /** The constraints that were given up, whole; empty unless nothing satisfied all. */
  readonly relaxed: readonly Constraint[];
}

/**
 * Meets every constraint, unless that leaves nothing: then the fewest constraints are given up, among equally few the weakest
 * (least total strength), among equally weak those that leave most items. Constraints of strength 1 are never given up;
 * if they alone leave nothing, nothing it is. A constraint is kept or given up as a whole; ranges are not widened.
 *
 * Exact without trying subsets: whatever is given up must contain all that some item fails, so the best choice is the
 * cheapest set of failures of any one item. One pass over items × constraints.
 */
export function relax(
  constraints: readonly Constraint[],
  masks: readonly Uint8Array[],
  size: number,
  excluded: ReadonlySet<number>,
): Relaxation {
  const all = intersect(size, masks, excluded);
  if (countAllowed(all) > 0) return { allowed: all, relaxed: [] };
  const firm = intersect(
    size,
    masks.filter((_, place) => constraints[place]?.strength === 1),
    excluded,
  );
  const cheapest = cheapestFailures(constraints, masks, firm);
  if (cheapest === undefined) return { allowed: all, relaxed: [] };
  const kept = masks.filter((_, place) => cheapest[place] !== 1);
  return {
    allowed: intersect(size, kept, excluded),
    relaxed: constraints.filter((_, place) => cheapest[place] === 1),
  };
}

interface Failures {
  /** By place: 1 where the constraint fails. */
  readonly failed: Uint8Array;
  /** Items that fail exactly these. */
  items: number;
}

/** By place 1 where a constraint is to be given up; undefined where no item is left by the firm ones. */
function cheapestFailures(
  constraints: readonly Constraint[],
  masks: readonly Uint8Array[],
  firm: Uint8Array,
): Uint8Array | undefined {
  // Few sets of failures tie for the cheapest, however many items there are: they are kept, and compared one by one.
  let ties: Failures[] = [];
  let cost = { count: Infinity, strength: Infinity };
  const failed = new Uint8Array(masks.length);
  for (let index = 0; index < firm.length; index += 1) {
    if (firm[index] !== 1) continue;
    const { count, strength } = failuresOf(index, constraints, masks, failed);
    const order = count - cost.count || compareStrength(strength, cost.strength);
    if (order > 0) continue;
    if (order < 0) {
      ties = [];
      cost = { count, strength };
    }
    const tie = ties.find((one) => one.failed.every((fails, place) => fails === failed[place]));
    if (tie === undefined) ties.push({ failed: failed.slice(), items: 1 });
    else tie.items += 1;
  }
  return ties.reduce<Failures | undefined>(
    (most, entry) => (most === undefined || entry.items > most.items ? entry : most),
    undefined,
  )?.failed;
}

/** Writes which constraints an item fails. @returns how many, and the sum of their strengths */
function failuresOf(
  index: number,
  constraints: readonly Constraint[],
  masks: readonly Uint8Array[],
  failed: Uint8Array,
): { readonly count: number; readonly strength: number } {
  let count = 0;
  let strength = 0;
  for (let place = 0; place < masks.length; place += 1) {
    const fails = masks[place]?.[index] !== 1;
    failed[place] = Number(fails);
    if (!fails) continue;
    count += 1;
    strength += constraints[place]?.strength ?? 0;
  }
  return { count, strength };
}

/** Sums of the same strengths in another order differ in the last digits. */
function compareStrength(a: number, b: number): number {
  return Math.abs(a - b) < 1e-9 ? 0 : a - b;
}
