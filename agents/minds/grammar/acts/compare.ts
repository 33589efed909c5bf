import { aboutItems } from "./about-items.ts";
import { type ActReader, find } from "./act-reader.ts";

const PATTERNS = [
  /\bcompare\b(?<named>.*)$/,
  /\b(?:whats the |what is the )?differences?\b.*\bbetween\b(?<named>.*)$/,
  /\bhow (?:do|does|are|is) (?<named>.*)\b(?:differ|compare|different)\b.*$/,
  /^.*\bwhich (?:one |of (?:them|these|ITEM) )?(?:is|would be|do you) (?:the )?(?:better|best|recommend|prefer)\b(?<named>.*)$/,
  /^(?<named>.*)\bwhich (?:one )?is better$/,
  /^(?:and |so |ok |, )*which (?:one |ones |of ITEM )?(?:would|will|should|do you think|could) (?:i|we|you|id|ill)\b(?<named>.*)$/,
  /^(?:is |what about )?ITEM (?:vs|versus|or) (?:the )?ITEM(?: or ITEM)*(?: better)?$/,
];

/** "compare 1 and 3", "Heat vs Fargo", "which is better, the first or the second?"; without names: everything shown. */
export const compare: ActReader = {
  name: "compare",
  read: (utterance) =>
    PATTERNS.flatMap((pattern) =>
      find(utterance, pattern).map((found) => ({
        from: found.from,
        to: found.to,
        acts: aboutItems(utterance, found, (items) => ({ act: "compare", items }), {
          least: 2,
          otherwise: found.items.length === 0 ? utterance.shown : [],
        }),
      })),
    ),
};
