import type { ItemId } from "../../../../memory/ids.ts";
import type { Utterance } from "../utterance.ts";
import { type ActReader, type Found, find } from "./act-reader.ts";

const LEAD =
  "(?:(?:ok|okay|so|then|well|alright|great|perfect|cool|yes|yeah|no|but|and|oh|thanks|thank you|good|nice|fine|right|hmm|sure|awesome|maybe|actually|,) )*";
const OPENS = "(?:^|(?<=, )|(?<=\\b(?:so|and|but) ))";
const WHO =
  "(?:(?:i|we)(?:ll| will| might| may| should| would|d| am going to|m going to|m gonna)|(?:id|im|im going to|going to|gonna|will|let me))";
const WHEN =
  "(?: (?:all|out|up|down|a (?:try|go|shot|watch|chance|look|read)|sometime|some time|soon|as soon as i can|tonight|then|too|also|as well|next|later|today|tomorrow|this weekend|for sure|definitely|again|on my list|to my list|please|it is|now))*";
/** What may follow what is decided: thanks, and the reason for it. */
const AFTER = "(?: ,)?(?: (?:thanks|thank you|since|because|if|when|bye)\\b.*)?$";
const TAKEN = [
  new RegExp(
    `^${LEAD}(?:lets (?:go with|take|try|watch|read|do|have|see)|(?:im|i am|we are|were) (?:going with|going for|taking|picking|gonna (?:watch|read|try|see))|i (?:choose|pick)|go with|pick) (?:the )?ITEM(?: (?:then|please|it is|tonight|now))*${AFTER}`,
  ),
  // "I'll take the second", "I'll check it out", "I think I will give that one a try", "I'll be checking that out tonight"
  new RegExp(
    `${OPENS}${LEAD}(?:i think )?${WHO} (?:(?:have to|need to|want to|be|definitely|just|also|probably|totally|surely|try to|love to) )*(?:take(?: a look at)?|go with|have|pick|choose|get|check(?:ing)?|look(?:ing)?(?: for)?|give|seek|try(?:ing)?|hunt|go and see|add|put|watch(?:ing)?|see|read(?:ing)?|rent|download|stream|go for)(?: (?:out|up|for|into))? (?:the )?(?<named>ITEM|that|those|this)${WHEN}${AFTER}`,
  ),
  new RegExp(`^${LEAD}(?:the )?ITEM (?:it is|ITEM is|wins|then)(?: then| please)?$`),
  new RegExp(
    `^${LEAD}(?:the )?ITEM (?:sounds|looks) (?:good|great|perfect|right),? (?:lets|ill|i will|well)(?: .*)?$`,
  ),
  // "that will work", "that one will be perfect"
  new RegExp(
    `^${LEAD}(?<named>that|this|ITEM|it)(?:ll| will| would| should|d) (?:work|do|be (?:perfect|great|good|fine|nice|lovely))(?: (?:well|nicely|fine|great|for (?:me|us|tonight)|then))*${AFTER}`,
  ),
];

/** "I'll take the second", "let's watch the first one", "the third it is": the choice is made. */
export const accept: ActReader = {
  name: "accept",
  read: (utterance) =>
    TAKEN.flatMap((pattern) => find(utterance, pattern))
      // "I'd watch the second if it were shorter"
      .filter(({ match }) => !/\b(?:d|id|would|wed|might|may) .*\bif\b/.test(match[0]))
      .map((found) => ({ found, items: meant(utterance, found) }))
      .filter(({ items }) => items.length > 0)
      .slice(0, 1)
      .map(({ found: { from, to }, items }) => ({
        from,
        to,
        acts: [{ act: "accept", items: [...items], said: utterance.text.trim() }],
      })),
};

/** What is taken; where "that" is said of it, what was spoken of last, or the only one shown. */
function meant({ situation, shown }: Utterance, { items, match, unknown }: Found): readonly ItemId[] {
  if (items.length > 0 || unknown !== undefined || match.groups?.named === undefined) return items;
  if (situation.focus !== undefined) return [situation.focus];
  return shown.length === 1 ? shown : [];
}
