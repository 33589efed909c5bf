import type { ItemId } from "../../../../memory/ids.ts";
import type { Utterance } from "../utterance.ts";
import { aboutItems } from "./about-items.ts";
import { type ActReader, find } from "./act-reader.ts";
import { asksForOthers } from "./choose.ts";

const PATTERNS = [
  /(?<!\bhow (?:do|does|would) .*)\bcompare\b(?<named>.*)$/,
  /\b(?:whats the |what is the )?differences?\b.*\bbetween\b(?<named>.*)$/,
  /\bhow (?:do|does|are|is) (?<named>.*)\b(?:differ|compare|different|stack up|measure up)\b(?<other>.*)$/,
  /^.*\bwhich (?:one |of (?:them|these|ITEM) )?(?:is|would be|do you) (?:the )?(?:better|best|recommend|prefer)\b(?! (?:rated|reviewed|known|liked))(?<named>.*)$/,
  /^(?<named>.*)\bwhich (?:one )?is better$/,
  /^(?:and |so |ok |, )*which (?:one |ones |of ITEM )?(?:would|will|should|do you think|could) (?:i|we|you|id|ill)\b(?<named>.*)$/,
  /^(?:and |so |ok |, )*what (?:do|does|did) (?:ITEM|they|both|the two|those|these)(?: (?:two|both|all|and|ITEM|,))* have in common$/,
  /^(?:is |what about )?ITEM (?:vs|versus|or) (?:the )?ITEM(?: or ITEM)*(?: better)?$/,
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
          }),
        })),
    ),
};
