import { itemsIn, type RecordedDialogue } from "./said.ts";

/** In how many dialogues items are named, and in how many together. */
export interface MentionCounts {
  /** By catalogue index. */
  readonly dialogues: Float32Array;
  /** item → other item → dialogues that name both. */
  readonly together: ReadonlyMap<number, ReadonlyMap<number, number>>;
}

export function countMentions(dialogues: readonly RecordedDialogue[], size: number): MentionCounts {
  const counts = new Float32Array(size);
  const together = new Map<number, Map<number, number>>();
  for (const dialogue of dialogues) {
    const items = itemsIn(dialogue);
    for (const item of items) {
      counts[item] = (counts[item] ?? 0) + 1;
      const row = together.get(item) ?? new Map<number, number>();
      together.set(item, row);
      for (const other of items) if (other !== item) row.set(other, (row.get(other) ?? 0) + 1);
    }
  }
  return { dialogues: counts, together };
}

/** Draws what two or three dialogues say together towards nothing. */
const SHRINKAGE = 5;

/** Adds to `into`, for every item named together with `item`: weight · c(i, j) / √((n(i) + 5) · (n(j) + 5)). */
export function addTogether(counts: MentionCounts, item: number, weight: number, into: Float32Array): void {
  const own = (counts.dialogues[item] ?? 0) + SHRINKAGE;
  for (const [other, times] of counts.together.get(item) ?? []) {
    const others = (counts.dialogues[other] ?? 0) + SHRINKAGE;
    into[other] = (into[other] ?? 0) + (weight * times) / Math.sqrt(own * others);
  }
}
