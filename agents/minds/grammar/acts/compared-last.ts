import type { ItemId } from "../../../../memory/ids.ts";
import { readUtterance, type Utterance } from "../utterance.ts";
import { itemsIn } from "./act-reader.ts";

/** So many questions in a row are about the same comparison. */
const MOST = 6;

/**
 * What was compared or asked about together last. Questions that tell them apart go on about them: "which is longer?", "and older?".
 * Of earlier turns only the words are known, so these are read again.
 */
export function comparedLast(
  utterance: Utterance,
  goesOn: (earlier: Utterance) => boolean,
): readonly ItemId[] {
  const { situation } = utterance;
  const acts = situation.last?.acts ?? [];
  const compared = acts.flatMap((act) =>
    act.act === "compare" || act.act === "look-up" || act.act === "would-like" ? act.items : [],
  );
  if (compared.length !== 1) return [...new Set(compared)];
  const [told] = compared;
  for (const { user } of situation.said.slice(-MOST).reverse()) {
    const earlier = readUtterance({ ...utterance, situation: { ...situation, text: user } });
    const { items } = itemsIn(earlier, 0, earlier.tokens.length);
    if (items.length > 1) return told !== undefined && items.includes(told) ? items : [];
    if (items.length === 1 || !goesOn(earlier)) return [];
  }
  return [];
}
