import type { ItemId } from "../../../../memory/ids.ts";
import type { Act } from "../../../acts.ts";
import { type ActReader, find } from "./act-reader.ts";

const PATTERN =
  /^(?:(?:and|or|ok|okay|so|hmm|then|,) )*(?:what about |how about |and )?(?:the )?ITEM(?: (?:and|or) (?:the )?ITEM)*(?: ?,)?(?: then| too| as well| i mean| i meant| instead)*$/;
/** Openings and endings that say that the same is asked again. */
const AGAIN = /^(?:and|or|so|what about|how about)\b|\b(?:too|as well|i mean|i meant|then|instead)$/;

/** "how long is Heat?", "and Alien?": the question of the last turn, about another item. */
export const followUp: ActReader = {
  name: "look-up",
  read(utterance) {
    const asked = utterance.situation.last?.acts.findLast(isQuestion);
    if (asked === undefined || utterance.sentences.length > 1) return [];
    return find(utterance, PATTERN)
      .filter(({ items, match }) => items.length > 0 && (AGAIN.test(match[0]) || utterance.asks))
      .map(({ from, to, items }) => ({ from, to, acts: [again(asked, [...items])] }));
  },
};

type Question = Extract<Act, { act: "look-up" | "why" | "would-like" | "why-not" | "unknown-reference" }>;

function isQuestion(act: Act): act is Question {
  return /^(?:look-up|why|would-like|why-not|unknown-reference)$/.test(act.act);
}

function again(asked: Question, items: ItemId[]): Act {
  // What was pointed at in vain was asked about, too: of its kind of question nothing is known.
  if (asked.act === "unknown-reference") return { act: "look-up", items, facets: [] };
  return { ...asked, items };
}
