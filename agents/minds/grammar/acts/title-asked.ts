import { isSetting } from "../recognisers/values.ts";
import { wordAt } from "../span.ts";
import type { Utterance } from "../utterance.ts";
import { AFTER_ASKED, BEFORE_ASKED } from "../words/roles.ts";
import type { Found } from "./act-reader.ts";

/**
 * A question with the item it is about, where that is named in words that are no title elsewhere: in small letters ("who plays in return
 * of the jedi"), or by the name of a series as well ("what certificate has toy story got?").
 */
export function withTitleAsked(utterance: Utterance, found: Found): Found {
  if (found.items.length > 0 || found.unknown !== undefined) return found;
  const { tokens, mentions, catalogue, spans } = utterance;
  const titled = mentions.flatMap((mention) => {
    const from = tokens.findIndex(({ start }) => start >= mention.start);
    const to = tokens.findLastIndex(({ end }) => end <= mention.end) + 1;
    const inside = from > found.from && to <= found.to;
    // One word is a title where it cannot be anything else.
    if (
      !inside ||
      mention.slips > 0 ||
      isSetting(tokens, from) ||
      isSetting(tokens, from + 1) ||
      (to - from < 2 && mention.ordinary)
    )
      return [];
    if (!BEFORE_ASKED.test(wordAt(tokens, from - 1)) || !AFTER_ASKED.test(wordAt(tokens, to))) return [];
    const cut = spans.some(
      ({ span }) => span.from < to && span.to > from && (span.from < from || span.to > to),
    );
    return cut ? [] : [{ item: catalogue.item(mention.item).id, words: to - from }];
  });
  const [longest] = titled.sort((a, b) => b.words - a.words);
  return longest === undefined ? found : { ...found, items: [longest.item] };
}
