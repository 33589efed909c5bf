import type { Retrieved } from "./retriever.ts";

/** The constant of Cormack, Clarke & Büttcher: how gently the first ranks weigh more than the following ones. */
const K = 60;

export interface Fused {
  readonly index: number;
  /** Σ over the retrievers that found it of weight / (60 + rank). */
  readonly score: number;
  /** Retriever name → rank, 1 = best. */
  readonly ranks: Readonly<Record<string, number>>;
}

/** What a rank (1 = best) is worth. */
export function reciprocal(rank: number): number {
  return 1 / (K + rank);
}

/** What one retriever found, best first. `weight`: how much its word counts beside the others', 1 if absent. */
export interface FoundList {
  readonly name: string;
  readonly found: readonly Retrieved[];
  readonly weight?: number;
}

/** Reciprocal-rank fusion (Cormack et al. 2009): needs ranks only, so retrievers of any scale join. Best first, ties by index. */
export function fuse(lists: readonly FoundList[]): Fused[] {
  const fused = new Map<number, { index: number; score: number; ranks: Record<string, number> }>();
  for (const { name, found, weight = 1 } of lists) {
    found.forEach(({ index }, place) => {
      const entry = fused.get(index) ?? { index, score: 0, ranks: {} };
      entry.score += weight * reciprocal(place + 1);
      entry.ranks[name] = place + 1;
      fused.set(index, entry);
    });
  }
  return [...fused.values()].sort((a, b) => b.score - a.score || a.index - b.index);
}
