import { shownItems } from "../../../../memory/items/shortlist.ts";
import type { Voice } from "./scene.ts";
import { countWord, listed, plural, quoted } from "./wording.ts";

const MOST_OFFERED = 3;

export const unknownTitle: Voice<"unknown-title"> = (act, { title, catalogue, pick }) => {
  const nearest = [...new Set(act.nearest.map(title))].slice(0, MOST_OFFERED);
  const name = quoted(act.title);
  if (nearest.length === 0) return `There is no ${name} among my ${catalogue.noun.many}.`;
  return `${pick(`I don't find ${name} here.`, `${name} is not in my catalogue.`)} Did you mean ${listed(nearest, "or")}?`;
};

export const unknownTopic: Voice<"unknown-topic"> = (act, { catalogue, pick }) => {
  const { many } = catalogue.noun;
  const topic = quoted(act.said);
  return pick(`I know no ${many} about ${topic}.`, `None of my ${many} speaks of ${topic}.`);
};

export const unknownReference: Voice<"unknown-reference"> = (act, { situation, catalogue, pick }) => {
  const shown = shownItems(situation.shortlist).length;
  const { one, many } = catalogue.noun;
  if (shown === 0)
    return `There is no list yet, so I don't know what ${quoted(act.said)} is. Ask me for some ${many} first.`;
  return `${pick(`Which ${one} is ${quoted(act.said)}?`, `I'm not sure what ${quoted(act.said)} is.`)} The list has ${countWord(shown)} ${plural(shown, one, many)}; a number or a title will do.`;
};
