/** One thing said in a dialogue in which one person seeks items and another, or an agent, recommends some. */
export interface Said {
  readonly by: "seeker" | "recommender";
  /** The words, without the titles of the items that are named. */
  readonly text: string;
  /** Catalogue indices of the items named, in order. */
  readonly items: readonly number[];
}

/** A whole dialogue as it was recorded, in order. */
export type RecordedDialogue = readonly Said[];

/** A moment at which the recommender named items, and what had been said until then. */
export interface Occasion {
  readonly before: readonly Said[];
  /** In the order of naming, each once; some may have been named before. */
  readonly named: readonly number[];
}

/** What the recommender says in a row is one occasion, if it names anything. */
export function occasionsOf(dialogue: RecordedDialogue): Occasion[] {
  const occasions: Occasion[] = [];
  for (let start = 0; start < dialogue.length; ) {
    let end = start + 1;
    while (end < dialogue.length && dialogue[end]?.by === dialogue[start]?.by) end++;
    const named = itemsIn(dialogue.slice(start, end));
    if (dialogue[start]?.by === "recommender" && named.length > 0) {
      occasions.push({ before: dialogue.slice(0, start), named });
    }
    start = end;
  }
  return occasions;
}

/** Every item that is named, once, in the order of first naming. */
export function itemsIn(said: readonly Said[]): number[] {
  return [...new Set(said.flatMap(({ items }) => items))];
}
