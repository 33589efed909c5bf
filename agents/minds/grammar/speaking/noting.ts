import { metItems } from "../../../../memory/users/history.ts";
import type { ActOf } from "../../../acts.ts";
import type { Scene, Voice } from "./scene.ts";
import { dislikedWords, likedWords } from "./subject-words.ts";
import { capital, listed, numeral, plural } from "./wording.ts";

/** "Noted: you've watched Heat." */
export const feedback: Voice<"feedback"> = (act, scene) => {
  const titles = listed(act.items.map(scene.title));
  if (act.whose !== undefined) return othersWord(act.whose, act.verdict, titles, scene);
  const many = act.items.length > 1;
  return VERDICTS[act.verdict](titles, {
    act,
    scene,
    is: plural(act.items.length, "is", "are"),
    was: many ? "were" : "was",
  });
};

/** What somebody else thinks is no memory of this person: it says what kind is meant, or is only taken in. */
function othersWord(
  whose: string,
  verdict: ActOf<"feedback">["verdict"],
  titles: string,
  { findings }: Scene,
): string {
  const likes = isPlural(whose) ? "like" : "likes";
  const knows = isPlural(whose) ? "know" : "knows";
  const felt = {
    ...{ liked: likes, rated: likes, wanted: likes },
    ...{ disliked: "didn't like", rejected: "didn't like", seen: knows },
  }[verdict];
  return findings.items.length > 0
    ? `${capital(SUBJECTS[whose] ?? whose)} ${felt} ${titles}: I go by that without noting it as yours.`
    : `I take it that ${SUBJECTS[whose] ?? whose} ${felt} ${titles}, and keep it out of what I know of you.`;
}

interface Told {
  readonly act: ActOf<"feedback">;
  readonly scene: Scene;
  readonly is: string;
  readonly was: string;
}

const VERDICTS: Readonly<Record<ActOf<"feedback">["verdict"], (titles: string, told: Told) => string>> = {
  seen: (titles, { scene }) => {
    const { past } = scene.catalogue.noun;
    return scene.pick(
      `Noted: you've ${past} ${titles}.`,
      `So you've ${past} ${titles} already: noted.`,
      `You know ${titles}: noted.`,
    );
  },
  liked: (titles, { scene, was }) =>
    scene.pick(
      `Noted: you liked ${titles}.`,
      `Good to know that you liked ${titles}.`,
      `Noted: ${titles} ${was} to your taste.`,
    ),
  disliked: (titles, { scene, was }) =>
    scene.pick(
      `Noted: ${titles} ${was} not for you.`,
      `I keep in mind that you didn't like ${titles}.`,
      `Understood: nothing more like ${titles}.`,
    ),
  rejected: (titles, { act, scene, is }) =>
    act.scope === "tonight"
      ? scene.pick(`${titles} ${is} off the list for now.`, `Not ${titles}, then.`)
      : scene.pick(`${titles} won't come up again.`, `Noted: ${titles} ${is} not for you.`),
  wanted: (titles, { act, scene }) => {
    const { noun } = scene.catalogue;
    const met = new Set(metItems(scene.situation.history));
    const known = act.items.filter((item) => met.has(item));
    if (known.length === 0)
      return `Noted: you want to ${noun.verb} ${titles}. Ask for “something from my watchlist” when you like.`;
    const again = listed(known.map(scene.title));
    return `You know ${again} already: what you've ${noun.past} is on no watchlist.`;
  },
  rated: (titles, { act, scene }) => {
    const max = scene.catalogue.scale?.max;
    const value = act.value === undefined ? "Your rating" : numeral(act.value);
    const outOf = act.value === undefined || max === undefined ? "" : ` out of ${max}`;
    return scene.pick(
      `Noted: ${value}${outOf} for ${titles}.`,
      `${value}${outOf} for ${titles}: I remember that.`,
    );
  },
};

/** "No westerns for now: I take that for your wife's taste." */
function othersTaste(
  { polarity, subject }: ActOf<"prefer">,
  whose: string,
  { catalogue, pick }: Pick<Scene, "catalogue" | "pick">,
): string {
  const own = possessive(whose);
  if (polarity === "dislike") {
    const what = dislikedWords(subject, catalogue);
    return pick(`No ${what} for now: I take that for ${own} taste.`, `For ${own} sake, no ${what} for now.`);
  }
  const what = likedWords(subject, catalogue);
  return polarity === "like"
    ? pick(`For now: ${what}, for ${whose}.`, `I take ${what} for ${own} taste, and go by it for now.`)
    : `So ${what} ${isPlural(what) ? "are" : "is"} fine with ${whose}: noted for now.`;
}

const SUBJECTS: Readonly<Record<string, string>> = { him: "he", her: "she", them: "they" };
const POSSESSIVES: Readonly<Record<string, string>> = { him: "his", her: "her", them: "their" };

/** "your wife's", "your kids'", "Sam's", "her". */
function possessive(whose: string): string {
  return POSSESSIVES[whose] ?? (isPlural(whose) ? `${whose}'` : `${whose}'s`);
}

function isPlural(words: string): boolean {
  return /(?:s|children|people|folks|parents)$/u.test(words) || words === "them";
}

/** "Noted: no horror films from now on." */
export const prefer: Voice<"prefer"> = (act, { catalogue, pick }) => {
  const now = act.scope === "tonight";
  if (act.whose !== undefined) return othersTaste(act, act.whose, { catalogue, pick });
  switch (act.polarity) {
    case "like": {
      const what = likedWords(act.subject, catalogue);
      return now
        ? `For now: ${what}.`
        : pick(`Noted: you like ${what}.`, `I'll remember that you like ${what}.`);
    }
    case "dislike": {
      const what = dislikedWords(act.subject, catalogue);
      return now
        ? capital(`no ${what} for now.`)
        : pick(`Noted: no ${what} from now on.`, `No ${what}, then.`);
    }
    case "neutral":
      return `Noted: you don't mind ${likedWords(act.subject, catalogue)}.`;
  }
};
