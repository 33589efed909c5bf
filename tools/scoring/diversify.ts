import { dot } from "../retrieval/item-vectors.ts";

/** Unit vectors by position among the candidates; undefined where an item has none. */
type VectorAt = (position: number) => Float32Array | undefined;

interface Picked {
  /** Position in the input. */
  readonly position: number;
  /** Marginal value when it was picked; never rises along the list. */
  readonly value: number;
}

/**
 * Maximal marginal relevance (Carbonell & Goldstein, SIGIR 1998): picks, again and again, the candidate with the largest
 *   (1 − diversity)·relevance − diversity·max(0, largest cosine to anything picked before).
 * The first `depth` places are picked so; the others follow by the value they are left with. O(depth·n) cosines.
 * Diversity 0 is the order of relevance; ties keep input order.
 * @param relevance best near 1, so that it weighs against a cosine
 */
export function diversify(
  relevance: readonly number[],
  vectorAt: VectorAt,
  diversity: number,
  depth: number,
): Picked[] {
  const values = relevance.map((each) => (1 - diversity) * each);
  const nearest = new Float64Array(relevance.length);
  const left = new Set(relevance.keys());
  const picked: Picked[] = [];
  const value = (position: number): number => (values[position] ?? 0) - diversity * (nearest[position] ?? 0);
  for (let place = 0; place < depth && left.size > 0; place++) {
    const position = largest(left, value);
    picked.push({ position, value: value(position) });
    left.delete(position);
    const vector = diversity > 0 ? vectorAt(position) : undefined;
    if (vector === undefined) continue;
    for (const other of left) {
      nearest[other] = Math.max(nearest[other] ?? 0, dot(vector, vectorAt(other)));
    }
  }
  const rest = [...left].map((position) => ({ position, value: value(position) }));
  return [...picked, ...rest.sort((a, b) => b.value - a.value || a.position - b.position)];
}

function largest(left: ReadonlySet<number>, value: (position: number) => number): number {
  let best = -1;
  let bestValue = Number.NEGATIVE_INFINITY;
  for (const position of left) {
    const own = value(position);
    if (own > bestValue) [best, bestValue] = [position, own];
  }
  return best;
}
