import { WATCHLIST } from "../words/lists.ts";
import { aboutItems } from "./about-items.ts";
import { type ActReader, find } from "./act-reader.ts";

const LEAD = "(?:(?:and|but|so|ok|okay|hey|wait|hmm|oh|tell me|do you know (?:if|whether)|remind me|,) )*";
const ADVERBS = "(?: ever| already| really| actually| also| even| yet| not)*";
const ABOUT = [
  new RegExp(
    `^${LEAD}(?:(?:have|havent|did|didnt|had|do|dont) i|(?:if|whether) i(?:ve| have| had)?)${ADVERBS} (?:see|seen|saw|watch|watched|read|try|tried|use|used|rate|rated|review|reviewed|like|liked|love|loved|hate|hated|dislike|enjoy|enjoyed|know|mention|mentioned|say|said|tell you|told you)\\b(?<named>.*)$`,
  ),
  new RegExp(
    `^${LEAD}(?:what|how|when|how (?:many stars|much|highly)|(?:what|which) (?:rating|score|stars|grade))(?: did| have| do) i${ADVERBS} (?:give|given|rate|rated|think|thought|say|said|make of|like|liked|feel|score|see|seen|watch|watched|read)\\b(?<named>.*)$`,
  ),
  new RegExp(
    `^${LEAD}(?:is|are|isnt|do i have|have i (?:got|put)) (?<named>.*)\\bon ${WATCHLIST}(?: already)?$`,
  ),
];
const LISTED = new RegExp(
  `^${LEAD}(?:(?:please )?(?:whats|what is|what are|what do i have|what have i got|what did i put|show(?: me)?|list|open|see|let me see|read me|(?:which|what|how many) \\S+ (?:are|is|do i have|have i(?: got)?)) )?(?:still |left |all |everything |of )*(?:(?:on|in) )?${WATCHLIST}(?: please| again| now)?$|^${LEAD}(?:what|which)(?: \\S+)? (?:did|do) i (?:want|mean|plan) to (?:see|watch|read|try)(?: again)?$|^${LEAD}(?:watch|wish) ?list$`,
);

/** "have I seen Heat?", "what did I give the second?", "is Alien on my watchlist?", "what's on my watchlist?": answered from memory. */
export const recallItems: ActReader = {
  name: "recall-memory",
  read: (utterance) => [
    ...ABOUT.flatMap((pattern) => find(utterance, pattern))
      .filter(({ items, unknown }) => items.length > 0 || unknown !== undefined)
      .map((found) => ({
        from: found.from,
        to: found.to,
        acts: aboutItems(utterance, found, (items) => ({ act: "recall-memory", items })),
      })),
    ...find(utterance, LISTED).map(({ from, to }) => ({
      from,
      to,
      acts: [{ act: "recall-memory", only: "wanted" } as const],
    })),
  ],
};
