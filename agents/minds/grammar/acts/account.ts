import type { Utterance } from "../utterance.ts";
import { type ActReader, type Claim, find, phraseReader } from "./act-reader.ts";

const considered = phraseReader(
  { act: "account", about: "considered" },
  /\b(?:how many (?:\S+ )?(?:did you|have you|do you|were|are|could|would|fit|match|meet|there)(?: \S+)*? ?(?:consider(?:ed)?|look(?:ed)?(?: at)?|go(?:ne)? through|check(?:ed)?|search(?:ed)?|compare[d]?|find|found|have|choose from|pick from|considered|match(?:ed)?|fit|meet(?:s)? (?:that|ITEM)|there|like that|in (?:total|all))|what did you (?:consider|look at|search|choose from)|out of how many|how did you (?:choose|pick|find|come up with|get|select) (?:ITEM|COUNT|that|the list))\b.*$/,
);
const leftOut = phraseReader(
  { act: "account", about: "left-out" },
  /\b(?:(?:what|which(?: ones?)?|anything)(?: \S+)? (?:did|have|do) you (?:leave|left|drop|dropped|skip|skipped|exclude|excluded|throw|rule|ruled|remove|removed|filter|filtered|pass over|reject|rejected|ignore|ignored|miss|missed|not show)(?: out| away)?|what(?:s| is| was| did| didnt|) (?:missing|left out|not make (?:it|ITEM)|make (?:it|ITEM))|what (?:got|was|were|has been|have been) (?:left out|dropped|skipped|thrown out|excluded|ruled out|filtered out)|did you leave (?:anything|something|any|some) out|why so few)\b.*$/,
);

/** "how many horror ones are there?": what is counted is a wish. */
const HOW_MANY =
  /^(?:(?:and|so|but|ok|okay|just|tell me|do you know|,) )*how many (?=.*\b(?:VALUE|RANGE|LEVEL|RENOWN)\b)(?!.*\b(?:i|ITEM|you (?:consider|look|check|search|leave|drop))\b).*\b(?:do you (?:have|know|carry)|have you(?: got)?|are there|are (?:here|in (?:here|the catalogue))|there are|exist|you have|in (?:total|all))\b/;

function fitting(utterance: Utterance): Claim[] {
  return find(utterance, HOW_MANY).map(({ from }) => {
    const many = utterance.tokens.findIndex(({ norm }, at) => at >= from && norm === "many");
    return { from, to: many + 1, acts: [{ act: "account", about: "fitting" }] };
  });
}

/** "how many did you consider?", "what did you leave out?". */
export const account: ActReader = {
  name: "account",
  read: (utterance) =>
    [...fitting(utterance), ...considered.read(utterance), ...leftOut.read(utterance)].slice(0, 1),
};
