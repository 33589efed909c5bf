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
  const kept = masks.filter((_, place) => !cheapest.has(place));
  return {
    allowed: intersect(size, kept, excluded),
    relaxed: constraints.filter((_, place) => cheapest.has(place)),
  };
}

interface Failures {
  readonly places: ReadonlySet<number>;
  /** Items that fail exactly these. */
  items: number;
}

/** The places of the constraints to give up; undefined where no item is left by the firm ones. */
function cheapestFailures(
  constraints: readonly Constraint[],
  masks: readonly Uint8Array[],
  firm: Uint8Array,
): ReadonlySet<number> | undefined {
  let ties = new Map<string, Failures>();
  let cost = { count: Infinity, strength: Infinity };
  for (let index = 0; index < firm.length; index += 1) {
    if (firm[index] !== 1) continue;
    const failed = masks.flatMap((mask, place) => (mask[index] === 1 ? [] : [place]));
    if (failed.length > cost.count) continue;
    const strength = failed.reduce((sum, place) => sum + (constraints[place]?.strength ?? 0), 0);
    const order = failed.length - cost.count || compareStrength(strength, cost.strength);
    if (order > 0) continue;
    if (order < 0) {
      ties = new Map();
      cost = { count: failed.length, strength };
    }
    const key = failed.join();
    const entry = ties.get(key) ?? { places: new Set(failed), items: 0 };
    entry.items += 1;
    ties.set(key, entry);
  }
  return [...ties.values()].reduce<Failures | undefined>(
    (most, entry) => (most === undefined || entry.items > most.items ? entry : most),
    undefined,
  )?.places;
}

/** Sums of the same strengths in another order differ in the last digits. */
function compareStrength(a: number, b: number): number {
  return Math.abs(a - b) < 1e-9 ? 0 : a - b;
}
