import type { Catalogue } from "../../memory/items/catalogue.ts";
import { topicStems } from "../language/words.ts";
import type { Occasion, Said } from "./said.ts";

/** How far each item's title and text speak of what was said, word for word; 0 where they do not. */
export type TextMatches = (said: readonly Said[]) => Float32Array;

/** Words of items: stem → the items that have it in title or text. */
export type WordIndex = ReadonlyMap<string, readonly number[]>;

/** A word of more items than this share tells none apart. */
const MOST_ITEMS = 0.05;
/** A word said on more occasions than this is of talking, not of what is talked about. */
const MOST_OCCASIONS = 0.06;
/** Keeps a single word from counting in full: most are said in passing. */
const DAMPING = 5;

export function wordIndex(catalogue: Catalogue): WordIndex {
  const index = new Map<string, number[]>();
  for (let item = 0; item < catalogue.size; item++) {
    const stems = new Set(topicStems(`${catalogue.title(item)} ${catalogue.text(item) ?? ""}`));
    for (const stem of stems) {
      const items = index.get(stem);
      if (items === undefined) index.set(stem, [item]);
      else items.push(item);
    }
  }
  return new Map(
    [...index].filter(([, items]) => items.length > 1 && items.length <= MOST_ITEMS * catalogue.size),
  );
}

/**
 * Σ rarity of the words in common / (5 + length of all the rarities), rarity = log(items / items that have the word). Which words are mere
 * talk is learned from the occasions.
 */
export function matchTexts(index: WordIndex, occasions: readonly Occasion[], size: number): TextMatches {
  const counts = new Map<string, number>();
  for (const { before } of occasions)
    for (const stem of stemsOf(before)) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  const most = MOST_OCCASIONS * occasions.length;
  return (said) => {
    const found = [...stemsOf(said)].flatMap((stem) => {
      const items = (counts.get(stem) ?? 0) > most ? undefined : index.get(stem);
      return items === undefined ? [] : [{ items, rarity: Math.log(size / items.length) }];
    });
    const matches = new Float32Array(size);
    const scale = 1 / (DAMPING + Math.hypot(...found.map(({ rarity }) => rarity)));
    for (const { items, rarity } of found) {
      for (const item of items) matches[item] = (matches[item] ?? 0) + scale * rarity;
    }
    return matches;
  };
}

function stemsOf(said: readonly Said[]): Set<string> {
  return new Set(said.flatMap(({ text }) => topicStems(text)));
}
