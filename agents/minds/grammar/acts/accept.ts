import { type ActReader, find } from "./act-reader.ts";

const LEAD =
  "(?:(?:ok|okay|so|then|well|alright|great|perfect|cool|yes|thanks|thank you|good|nice|fine|right|hmm|sure|,) )*";
const TAKEN = [
  new RegExp(
    `^${LEAD}(?:lets (?:go with|take|try|watch|read|do|have|see)|(?:i|we)(?:ll| will) (?:take|go with|watch|try|read|have|pick|choose|see|get)|(?:im|i am|we are|were) (?:going with|going for|taking|picking|gonna (?:watch|read|try|see))|i (?:choose|pick)|go with|pick) (?:the )?ITEM(?: (?:then|please|it is|tonight|now))*$`,
  ),
  // "I'll check it out", "I'll give that one a try"
  new RegExp(
    `(?:^|(?<=, ))${LEAD}(?:(?:i|we)(?:ll| will| might| may| should| would|d| am going to|m going to|m gonna)|(?:id|im|im going to|going to|gonna|will|let me|think ill|think i will)) (?:(?:have to|definitely|just|also|probably|totally|surely|try to|love to) )*(?:check|look|give|seek|try|hunt|go and see|add|put|watch|see|read|rent|download|stream|go for)(?: (?:out|up|for))? (?:the )?(?:ITEM|that|those|this)(?: (?:out|up|down|a (?:try|go|shot|watch|chance|look|read)|sometime|some time|soon|tonight|then|too|as well|next|later|today|tomorrow|this weekend|for sure|definitely|again|on my list|to my list))*$`,
  ),
  new RegExp(`^${LEAD}(?:the )?ITEM (?:it is|ITEM is|wins|then)(?: then| please)?$`),
  new RegExp(
    `^${LEAD}(?:the )?ITEM (?:sounds|looks) (?:good|great|perfect|right),? (?:lets|ill|i will|well) .*$`,
  ),
];

/** "I'll take the second", "let's watch the first one", "the third it is": the choice is made. */
export const accept: ActReader = {
  name: "accept",
  read: (utterance) =>
    TAKEN.flatMap((pattern) => find(utterance, pattern))
      .filter(({ items }) => items.length > 0)
      .slice(0, 1)
      .map(({ from, to, items }) => ({
        from,
        to,
        acts: [{ act: "accept", items: [...items], said: utterance.text.trim() }],
      })),
};
