import { tokenise } from "../../../tools/language/running-text.ts";
import type { Situation } from "../mind.ts";
import { ORDINALS } from "./words/quantities.ts";

/** "drama sounds good" */
const PLEASING =
  /^(.+?)\s+(?:sounds?|looks?|is|are|would be|will be)\s+(?:good|great|nice|fine|lovely|perfect|ok|okay)(?:\s+to me)?[.!\s]*$/i;

/**
 * "the second" in answer to the agent's own question stands for that option's words; so does an option that is said to please: it is
 * wanted now, and tells of no lasting taste.
 */
export function optionMeant(situation: Situation): Situation {
  const { question } = situation;
  if (question === undefined) return situation;
  const pleasing = PLEASING.exec(situation.text.trim())?.[1]?.toLowerCase();
  const pleases = question.options.find((option) => option.toLowerCase() === pleasing);
  if (pleases !== undefined) return { ...situation, text: pleases };
  const words = tokenise(situation.text.slice(0, 80)).map((token) => token.norm);
  const rest = words.filter(
    (word) => !/^(?:the|one|option|number|please|i|d|id|say|like|prefer|choose|pick|take|rather)$/.test(word),
  );
  const [word] = rest;
  if (rest.length !== 1 || word === undefined) return situation;
  const place = ORDINALS.get(word) ?? (/^[1-9]$/.test(word) ? Number(word) : undefined);
  const option = place === undefined ? undefined : question.options.at(place > 0 ? place - 1 : place);
  return option === undefined ? situation : { ...situation, text: option };
}
