import { type ActReader, find } from "./act-reader.ts";

const LEAD = "(?:(?:ok|okay|so|then|well|alright|great|perfect|cool|yes|,) )*";
const TAKEN = [
  new RegExp(
    `^${LEAD}(?:lets (?:go with|take|try|watch|read|do|have|see)|(?:i|we)(?:ll| will) (?:take|go with|watch|try|read|have|pick|choose|see|get)|(?:im|i am|we are|were) (?:going with|going for|taking|picking|gonna (?:watch|read|try|see))|i (?:choose|pick)|go with|pick) (?:the )?ITEM(?: (?:then|please|it is|tonight|now))*$`,
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
