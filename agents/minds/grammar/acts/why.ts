import { aboutItems } from "./about-items.ts";
import { type ActReader, find } from "./act-reader.ts";

const PATTERN =
  /(?:^|(?<=, )|(?<=and )|(?<=but )|(?<=ok )|(?<=so ))(?:why|how come)(?! (?:dont|not) (?:you )?(?:show|give|recommend|suggest|find) me)\b(?! do you (?:think|believe|say) i)(?! (?:do|are|did|would) you (?:keep|always|still|only))(?! not$)(?<named>.*)$/;

/** "why?", "why that one?", "why not Heat?": the reasons for what is shown, or for one item. */
export const why: ActReader = {
  name: "why",
  read: (utterance) => {
    const { focus } = utterance.situation;
    const otherwise = utterance.shown.length > 0 ? utterance.shown : focus === undefined ? [] : [focus];
    return find(utterance, PATTERN).map((found) => ({
      from: found.from,
      to: found.to,
      acts: aboutItems(utterance, found, (items) => ({ act: "why", items }), { otherwise }),
    }));
  },
};
