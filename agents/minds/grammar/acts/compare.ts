import type { ItemId } from "../../../../memory/ids.ts";
import type { Utterance } from "../utterance.ts";
import { aboutItems } from "./about-items.ts";
import { type ActReader, type Found, find } from "./act-reader.ts";
import { asksForOthers } from "./choose.ts";

const PATTERNS = [
  /(?<!\bhow (?:do|does|would) .*)\bcompare\b(?<named>.*)$/,
  /\b(?:whats the |what is the )?differences?\b.*\bbetween\b(?<named>.*)$/,
  /\bhow (?:do|does|are|is) (?!(?:(?:a|an|the|your|this|that) )?(?:compar\S+|differ\S*) )(?<named>.*)\b(?:differ|compare|different|stack up|measure up)\b(?<other>.*)$/,
  /^.*\bwhich (?:one |of (?:them|these|ITEM) )?(?:is|would be|do you) (?:the )?(?:better|best|recommend|prefer)\b(?! (?:rated|reviewed|known|liked))(?<named>.*)$/,
  /^(?<named>.*)\bwhich (?:one )?is better$/,
  /^(?:and |so |ok |, )*which (?:one |ones |of ITEM )?(?:would|will|should|do you think|could) (?:i|we|you|id|ill)\b(?<named>.*)$/,
  /^(?:and |so |ok |, )*what (?:do|does|did) (?:ITEM|they|both|the two|those|these)(?: (?:two|both|all|and|ITEM|,))* have in common$/,
  /^(?:is |what about )?ITEM (?:vs|versus|or) (?:the )?ITEM(?: or ITEM)*(?: better)?$/,
  /^(?:(?:and|but|so|ok|okay|,) )*(?:do you (?:think|reckon) |would you say )?(?:is|are|was|would|isnt) ?(?:the )?(?<named>.*?)(?: (?:is|was|be))? (?:a |an )?(?:really |much |actually |even |any )*(?:better|worse|preferable|superior)(?! (?:rated|reviewed|known|liked))(?: (?:choice|pick|option|one|fit|bet))?(?: for (?:me|us|tonight))? (?:than|to)\b(?<other>.*)$/,
];

/** Those that were compared or named last, else what is shown. */
function spokenOf({ situation, shown }: Utterance): readonly ItemId[] {
  const named = (situation.last?.acts ?? []).flatMap((act) =>
    act.act === "compare" || act.act === "feedback" || act.act === "look-up" ? act.items : [],
  );
  return named.length > 1 ? [...new Set(named)] : shown;
}

/** "compare 1 and 3", "Heat vs Fargo", "which is better, the first or the second?"; without names: everything shown. */
export const compare: ActReader = {
  name: "compare",
  read: (utterance) =>
    PATTERNS.flatMap((pattern) =>
      find(utterance, pattern)
        .filter((found) => !asksForOthers(utterance, found))
        .map((found) => ({
          from: found.from,
          to: found.to,
          acts: aboutItems(utterance, found, (items) => ({ act: "compare", items }), {
            least: 2,
            otherwise: found.items.length === 0 ? spokenOf(utterance) : [],
            named: nameIn(found),
          }),
        })),
    ),
};

const BESIDE = "and|or|with|to|from|than|vs|versus|the|a|for (?:me|us)|better|both";

/** What is named beside the items, without the words that join them: "and Blargon". */
function nameIn({ match }: Found): string {
  const { named = "", other = "" } = match.groups ?? {};
  const words = `${named} ${other}`
    .replace(/\b[A-Z]+\b|,/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  return words
    .replace(new RegExp(`^(?:(?:${BESIDE})(?: |$))+`), "")
    .replace(new RegExp(`(?: (?:${BESIDE}))+$`), "");
}
