import type { ItemId } from "../../../../memory/ids.ts";
import type { Catalogue } from "../../../../memory/items/catalogue.ts";
import type { Claim } from "../../../../tools/explaining/claim.ts";
import type { Opinion } from "../../../../tools/rate.ts";
import { subjectConstraint } from "./facet-words.ts";
import type { Scene, Voice } from "./scene.ts";
import { dislikedWords } from "./subject-words.ts";
import { countWord, plural, sentence } from "./wording.ts";

const MOST_CLAIMS = 4;
/** More items than this get one claim each. */
const MOST_ITEMS = 2;

/** The claims about an item, each of which has its evidence. */
export const why: Voice<"why"> = (act, { findings, title }) =>
  act.items
    .map((id) => {
      const claims = findings.claims.find(({ item }) => item === id)?.claims ?? [];
      if (claims.length === 0) {
        return `For ${title(id)} I have no reason that I could prove: I know too little about what you like.`;
      }
      // One item is gone into; of a whole list a line each, that it stays readable.
      const most = act.items.length > MOST_ITEMS ? 1 : MOST_CLAIMS;
      return `Why ${title(id)}: ${told(claims, most)
        .map(({ claim }) => sentence(claim))
        .join(" ")}`;
    })
    .join("\n");

/** The first claims; what would be otherwise has a place among them, for nothing else shows as plainly what a reason weighs. */
function told(claims: readonly Claim[], most: number): readonly Claim[] {
  if (most === 1) return claims.slice(0, 1);
  const otherwise = claims.find(({ evidence }) => evidence.some(({ kind }) => kind === "counterfactual"));
  const first = claims.slice(0, most);
  return otherwise === undefined || first.includes(otherwise)
    ? first
    : [...first.slice(0, most - 1), otherwise];
}

/** "I'd say 3.9 for Fargo, and four times in five between 3.1 and 4.7." */
export const wouldLike: Voice<"would-like"> = (act, scene) =>
  act.items
    .flatMap((id) => scene.findings.opinions.filter(({ item }) => item === id))
    .map((opinion) => forecast(opinion, scene))
    .join("\n");

function forecast({ item, title, prediction, basis, claims }: Opinion, scene: Scene): string {
  const { catalogue, pick } = scene;
  const against = ruledOut(item, scene);
  const reasons = claims.slice(0, against === undefined ? 2 : 1).map(({ claim }) => sentence(claim));
  if (prediction === undefined) {
    const { many, past } = catalogue.noun;
    const why = `I know too little about you to guess about ${title}: rate a few ${many} that you've ${past}, and ask again.`;
    return [why, ...reasons].join(" ");
  }
  const { value, low, high, level } = prediction;
  const certainty = `${Math.round(level * 100)} %`;
  const guess = `I expect ${value.toFixed(1)} from you, with ${certainty} certainty between ${low.toFixed(1)} and ${high.toFixed(1)}.`;
  const rests =
    basis === 0
      ? pick(
          "You haven't rated anything yet, so that is what others think of it.",
          "That rests on others' ratings alone: I have none of yours.",
        )
      : `I go by the ${basis === 1 ? "one" : countWord(basis)} ${plural(basis, catalogue.noun.one, catalogue.noun.many)} you've judged so far.`;
  const verdict = against === undefined ? `${leaning(value, catalogue)}.` : `rather not: ${against}`;
  const expected =
    against === undefined ? guess : guess.replace(/^I expect/u, "Going by ratings alone I expect");
  return [`${title}: ${verdict} ${expected}`, rests, ...reasons].join(" ");
}

/** What this person said against such items: "you said no horror films, and this is one." */
function ruledOut(item: ItemId, { catalogue, situation }: Scene): string | undefined {
  const index = catalogue.indexOf(item);
  const against = situation.facts.find(
    ({ subject, polarity }) =>
      polarity === "dislike" &&
      index !== undefined &&
      catalogue.satisfying(subjectConstraint(subject))[index] === 1,
  );
  if (against === undefined) return undefined;
  return `you told me no ${dislikedWords(against.subject, catalogue)}, and this is one.`;
}

/** In words, by where on the scale the guess lies. */
function leaning(value: number, { scale }: Catalogue): string {
  if (scale === undefined) return "hard to say";
  const share = (value - scale.min) / (scale.max - scale.min);
  if (share >= 0.75) return "very likely yes";
  if (share >= 0.6) return "probably yes";
  return share >= 0.45 ? "could go either way" : "probably not";
}
