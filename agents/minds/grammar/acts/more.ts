import { isKind } from "../span.ts";
import type { Utterance } from "../utterance.ts";
import { type ActReader, type Claim, find } from "./act-reader.ts";

const LEAD = "(?:and |ok |okay |hmm |no |nope |yes |please |thanks |nah |well |now |sorry |but |, )*";
const ASKED =
  "(?:can i (?:see|have|get) |could i (?:see|have|get) |show (?:me |us )?|give (?:me |us )?|let me see |let us see |i want |id like |i would like |got |have you got |do you have |are there |is there |any |recommend |suggest |list )*";
const INSTEAD = new RegExp(
  `^${LEAD}(?:(?:not|none of|nothing of|other than|anything but|neither of|i dont (?:want|like|fancy)|dont like|no to|not interested in) (?:any of )?ITEM(?: please| at all| , .*)?|${ASKED}(?:the )?(?:something|anything) (?:(?:completely|totally|entirely|very|quite|altogether) )?(?:else|different)(?: entirely| altogether| completely)?|(?:try|think) again|different (?:ones?|COUNT|suggestions?)|no none of ITEM|none (?:of ITEM )?(?:appeal|look|sound|interest|do it|grab|work).*|no not (?:that|ITEM|those)|(?:ive |i have )?(?:already )?seen (?:most|many|some|half|a lot|a few) of (?:these|those|them|ITEM)|(?:i have |ive )?(?:already )?seen ITEM what else.*)(?: ,)?(?: please| instead| then)*$`,
);
const CURT =
  /^(?:(?:hmm|eh|meh|no|nah|nope) )*(?:nah|nope|no|no thanks|no thank you|not really|meh|pass|boring|not feeling it|none|try again)$/;
const MORE = new RegExp(
  `^${LEAD}${ASKED}(?:the )?(?:(?:some |a few |a couple |COUNT )?(?:more|others?|other ones?|further|additional|another)(?: (?:of (?:ITEM|the same|that|this)|ones?|COUNT|results|options|suggestions|recommendations|please|ideas))*|next(?: (?:ones?|page|few|COUNT|please))*|what else(?: (?:is there|do you have|have you got|is good|would you (?:recommend|suggest)))?|anything else|who else|COUNT (?:others?|more)|(?:the )?(?:rest|remaining|remainder|other ones)(?: (?:of ITEM|ones?|COUNT))?|(?:keep going|go on|continue|carry on))(?: ,)?(?: please| then)*$`,
);

/** "more", "3 more", "what else?", "others", "not those", "something different". */
export const more: ActReader = {
  name: "more",
  read(utterance) {
    const curt = utterance.shown.length > 0 && utterance.situation.question === undefined;
    return [
      ...(curt ? claims(utterance, CURT, true) : []),
      ...claims(utterance, INSTEAD, true),
      ...claims(utterance, MORE, false),
    ].slice(0, 1);
  },
};

function claims(utterance: Utterance, pattern: RegExp, instead: boolean): Claim[] {
  return find(utterance, pattern)
    .filter(({ from, to }) => allOrNone(utterance, from, to, instead))
    .map(({ from, to }) => ({ from, to, acts: [{ act: "more", instead }] }));
}

/** "not the second" turns one item down, which is feedback; "not those" turns all of them down. */
function allOrNone({ spans }: Utterance, from: number, to: number, instead: boolean): boolean {
  const items = spans.filter(({ span }) => span.from >= from && span.to <= to && isKind(span, "item"));
  return !instead || items.every(({ span }) => isKind(span, "item") && span.meaning.by === "all");
}
