import type { Utterance } from "../utterance.ts";
import { type ActReader, type Found, find } from "./act-reader.ts";

const PATTERNS = [
  /^(?:and |so |ok |, )*which (?:one |ones? |of (?:ITEM|COUNT|the \S+) )?(?:\S+ )?(?:would|will|should|do you think|could|do|shall|might|are|is)(?: you| i| we| id| ill| my \S+| the \S+)? (?:pick|choose|take|recommend|suggest|prefer|watch|read|try|see|buy|get|go for|go with|start with|like|love|enjoy|think)(?: (?:the )?(?:most|best|first|more|i (?:would|should|will|might)|id|for me|you|tonight|like|love|enjoy))*\b(?<named>.*)$/,
  /^(?:and |so |ok |, )*(?:what|which one|which) (?:is|would be) (?:your|the) (?:favou?rite|pick|choice|top pick|best (?:choice|pick|one|bet|option))(?: of (?:ITEM|these|those|them))?\b(?<named>.*)$/,
  /^(?:and |so |ok |, )*(?:(?:just )?(?:pick|choose|decide on) (?:just )?(?:one|COUNT|for me|ITEM)|help me (?:choose|decide|pick)|make up my mind|you (?:pick|choose|decide) (?:one|for me)|i cant (?:decide|choose)|which (?:one )?should i|if you had to (?:pick|choose)(?: one)?)(?: (?:of ITEM|for me|please|one|between ITEM.*))*$/,
];

/** "which films would you recommend, no westerns?" asks for a list. */
export function asksForOthers({ spans }: Utterance, { from, match }: Found): boolean {
  const wishes = spans.some(
    ({ span }) => span.from >= from && /^(?:values|range|count|renown|sort)$/.test(span.meaning.kind),
  );
  return wishes && /\bones\b/.test(match[0]) && !/\bITEM\b/.test(match[0]);
}

/** "which one would you pick?", "which should I watch?", "I can't decide": one of what is on the table. */
export const choose: ActReader = {
  name: "choose",
  read(utterance) {
    const { shown } = utterance;
    return PATTERNS.flatMap((pattern) => find(utterance, pattern))
      .filter((found) => !asksForOthers(utterance, found))
      .map((found) => ({ found, items: found.items.length > 1 ? found.items : shown }))
      .filter(({ items }) => items.length > 0)
      .slice(0, 1)
      .map(({ found: { from, to }, items }) => ({ from, to, acts: [{ act: "choose", items: [...items] }] }));
  },
};
