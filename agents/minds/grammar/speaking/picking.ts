import { type Constraint, conditionsOf } from "../../../../memory/items/constraint.ts";
import { passes } from "../../../../tools/explaining/facet-test.ts";
import type { LookUp } from "../../../../tools/look-up.ts";
import { closed, nounPhrase } from "./noun-phrase.ts";
import type { Scene, Voice } from "./scene.ts";
import { capital, countWord, listed, plural, sentence } from "./wording.ts";

/** "Two of them are: Caché and Three Colours: Blue." */
export const which: Voice<"which"> = (act, scene) => {
  const found = scene.findings.lookUps.filter(({ item }) => act.items.includes(item));
  const meeting = found.filter((one) => meetsAll(one, act.meet));
  const phrase = (count: number): string => nounPhrase({ constraints: act.meet, count }, scene.catalogue);
  if (meeting.length === 0) return `None of these: there are no ${closed(phrase(2))} on the list.`;
  const titles = listed(meeting.map(({ item, title }) => `${title} (${act.items.indexOf(item) + 1})`));
  if (meeting.length === act.items.length && act.items.length > 1)
    return `All of them are ${phrase(2)}: ${titles}.`;
  return `${capital(countWord(meeting.length))} of them: ${titles}.`;
};

/** Whether what the catalogue says of an item meets all of the conditions. */
export function meetsAll(found: LookUp, meet: readonly Constraint[]): boolean {
  return meet.every((constraint) =>
    conditionsOf(constraint).some(({ facet, test }) => passes(found.facets[facet], test)),
  );
}

/** "I'd take Fargo: …" */
export const choose: Voice<"choose"> = (act, scene) => {
  const { findings, catalogue, title, pick } = scene;
  const guesses = act.items.map((item) => ({
    item,
    value: findings.opinions.find((one) => one.item === item)?.prediction?.value,
  }));
  const personal = findings.opinions.some(({ basis }) => basis > 0);
  const [best] = personal ? [...guesses].sort((a, b) => (b.value ?? 0) - (a.value ?? 0)) : guesses;
  if (best === undefined) return undefined;
  const claims = findings.claims.find(({ item }) => item === best.item)?.claims ?? [];
  const reasons = claims.slice(0, 2).map(({ claim }) => sentence(claim));
  const expects =
    personal && best.value !== undefined
      ? ` I expect ${best.value.toFixed(1)} from you${outOf(catalogue)}.`
      : "";
  const start = pick(
    `I'd take ${title(best.item)}.`,
    `${title(best.item)}, I'd say.`,
    `My pick is ${title(best.item)}.`,
  );
  return [`${start}${expects}`, ...reasons].join(" ");
};

function outOf({ scale }: Scene["catalogue"]): string {
  return scale === undefined ? "" : ` out of ${scale.max}`;
}

/** "Enjoy Misery." */
export const accept: Voice<"accept"> = (act, { pick, title, catalogue }) => {
  const titles = listed(act.items.map(title));
  return pick(
    `Enjoy ${titles}. Tell me afterwards how it was.`,
    `${titles} it is. Tell me how you liked ${plural(act.items.length, "it", "them")}.`,
    `Good choice: ${titles}. I'd like to hear how it was once you've ${catalogue.noun.past} it.`,
  );
};

/** "So you haven't watched Titanic: I take that back." */
export const unmet: Voice<"unmet"> = (act, { title, catalogue, pick }) => {
  const titles = listed(act.items.map(title), "or");
  return pick(
    `So you haven't ${catalogue.noun.past} ${titles}: I take that back.`,
    `My mistake: you haven't ${catalogue.noun.past} ${titles}.`,
  );
};
