import type { ItemId } from "../../../../memory/ids.ts";
import { lastWords, metItems, wantedItems } from "../../../../memory/users/history.ts";
import type { FactSubject } from "../../../../memory/users/profile.ts";
import { type Memory, memories, summaryOf } from "./memories.ts";
import type { Scene, Voice } from "./scene.ts";
import { likedWords } from "./subject-words.ts";
import { capital, countWord, listed, numeral, plural, quoted } from "./wording.ts";

const MOST_LINES = 12;

/** What is remembered: of some items, of the watchlist, or of all. */
export const recallMemory: Voice<"recall-memory"> = (act, scene) => {
  if (act.items !== undefined) return act.items.map((item) => aboutItem(item, scene)).join("\n");
  if (act.subjects !== undefined) return aboutTastes(act.subjects, scene);
  if (act.ratedFrom !== undefined) return ratedFrom(act.ratedFrom, scene);
  if (act.only === "met") return known(scene);
  return act.only === "wanted" ? watchlist(scene) : everything(scene);
};

/** "You like noir films (you said “I love noir”)."; what was never said is not made up. */
function aboutTastes(subjects: readonly FactSubject[], scene: Scene): string {
  const { facts } = scene.situation;
  const isAsked = (fact: FactSubject): boolean =>
    subjects.some(
      (one) =>
        one.facet === fact.facet &&
        (one.about !== "value" || (fact.about === "value" && fact.value === one.value)),
    );
  const found = memories(
    facts.filter(({ subject }) => isAsked(subject)),
    [],
    scene,
  );
  if (found.length > 0) return found.map((one) => `${capital(one.words)}${sourceOf(one)}.`).join("\n");
  const names = [...new Set(subjects.map((subject) => likedWords(subject, scene.catalogue)))];
  return scene.pick(
    `You never told me anything about ${listed(names, "or")}.`,
    `I don't: you haven't said a word about ${listed(names, "or")}.`,
  );
}

/** "You gave 4 or more to Fargo (5) and Heat (4)." */
function ratedFrom(least: number, scene: Scene): string {
  const rated = lastWords(scene.situation.history)
    .flatMap(({ item, value }) => (value !== undefined && value >= least ? [{ item, value }] : []))
    .sort((a, b) => b.value - a.value);
  if (rated.length === 0) return `You gave ${numeral(least)} or more to nothing so far.`;
  const titles = rated
    .slice(0, MOST_LINES)
    .map(({ item, value }) => `${scene.title(item)} (${numeral(value)})`);
  const rest = rated.length - titles.length;
  return `You gave ${numeral(least)} or more to ${rest > 0 ? `${titles.join(", ")} and ${rest} more` : listed(titles)}.`;
}

/** All of it, newest first, each with the sentence it came from; where that is too much, in sums. */
function everything(scene: Scene): string {
  const { facts, history } = scene.situation;
  const all = memories(facts, history, scene).sort((a, b) => b.at - a.at);
  if (all.length === 0) {
    return scene.pick(
      "Nothing yet. Tell me what you like or what you know already, and I keep it.",
      `Nothing so far: tell me about ${scene.catalogue.noun.many} you liked.`,
    );
  }
  const head = scene.pick("This is what I know about you:", "I remember this:");
  if (all.length <= MOST_LINES)
    return [head, ...all.map((one) => `- ${one.words}${sourceOf(one)}`)].join("\n");
  const ask = `Ask about any of them: “have I ${scene.catalogue.noun.past} …?”; /memory has them one by one.`;
  return [head, ...summaryOf(facts, history, scene), ask].join("\n");
}

function sourceOf({ tonight, imported, said }: Memory): string {
  return `${tonight ? ", tonight only" : ""} (${imported ? said : `you said ${quoted(said)}`})`;
}

/** "Yes: you gave Heat 4.5 (Letterboxd ratings.csv: …)." What holds is said, not what it replaced. */
function aboutItem(item: ItemId, scene: Scene): string {
  const { noun } = scene.catalogue;
  const events = scene.situation.history.filter((event) => event.item === item);
  const [last] = memories([], lastWords(events), scene);
  if (last === undefined) return `Not that I know: you haven't told me anything about ${scene.title(item)}.`;
  const met = metItems(events).length > 0;
  return met
    ? `${capital(last.words)}${sourceOf(last)}.`
    : `Not that I know: ${last.words}${sourceOf(last)}, and you haven't told me that you've ${noun.past} it.`;
}

/** "You've told me of three films that you've watched: …", the latest first. */
function known(scene: Scene): string {
  const { noun } = scene.catalogue;
  const met = metItems(scene.situation.history);
  if (met.length === 0)
    return `None that I know of: tell me what you've ${noun.past}, and I won't suggest it again.`;
  const titles = met.slice(-MOST_LINES).toReversed().map(scene.title);
  const rest = met.length - titles.length;
  const named = rest > 0 ? `${titles.join(", ")} and ${rest} more` : listed(titles);
  return `${capital(countWord(met.length))} that I know of: ${named}.`;
}

/** The latest first. */
function watchlist(scene: Scene): string {
  const { noun } = scene.catalogue;
  const wanted = wantedItems(scene.situation.history);
  if (wanted.length === 0) return `Your watchlist is empty. Say “I want to ${noun.verb} …” and I keep it.`;
  const titles = wanted.slice(0, MOST_LINES).map(scene.title);
  const rest = wanted.length - titles.length;
  const named = rest > 0 ? `${titles.join(", ")} and ${rest} more` : listed(titles);
  const count = `${wanted.length} ${plural(wanted.length, noun.one, noun.many)}`;
  return `On your watchlist ${plural(wanted.length, "is", "are")} ${count}: ${named}.`;
}
