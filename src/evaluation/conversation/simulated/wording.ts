import type { Catalogue } from "../../../../memory/items/catalogue.ts";
import type { Random } from "../../../../memory/random.ts";
import { capitalised, inSentence, sayList } from "../../../../tools/explaining/facet-words.ts";
import { oneOf } from "./person.ts";

/** Ways to say one thing; {slots} are filled in. */
export type Wordings = readonly string[];

/** What a simulated person says of a taste. "{it}" is "it" or "them", after as many titles. */
export const TASTE_WORDINGS = {
  openWithLiked: [
    "I loved {titles}. What should I {verb} next?",
    "My favourites are {titles}. Can you recommend something?",
    "I really liked {titles}, any ideas?",
    "I enjoyed {titles}",
  ],
  openLike: [
    "Something like {titles}, please",
    "Can you recommend {nouns} like {titles}?",
    "I'm looking for something similar to {titles}",
  ],
  openKind: [
    "I'm in the mood for {kinds}",
    "Can you recommend some {kinds}?",
    "Show me some good {kinds}",
    "I'd like to {verb} {kinds}",
  ],
  openBlank: ["Hi, can you recommend something?", "What should I {verb}?", "Recommend me a {noun}"],
  option: ["{option}", "{option}, please", "{option} sounds good"],
  noPreference: ["No preference", "I don't mind"],
  knownLiked: [
    "I've already {past} {titles} and loved {it}",
    "I have {past} {titles}, liked {it} a lot",
    "Already {past} {titles}, loved {it}",
  ],
  knownDisliked: ["I've {past} {titles} and didn't like {it}", "I have already {past} {titles}, hated {it}"],
  known: ["I've already {past} {titles}", "I have {past} {titles}", "Already {past} {titles}"],
  others: [
    "Something else, please",
    "What else do you have?",
    "Show me others",
    "More, please",
    "Anything else?",
  ],
  othersTail: ["What else?", "Anything else?", "Something else, please", "Show me others"],
  noneOfThese: ["None of these, what else is there?", "I don't want any of these. Show me others"],
  alsoLiked: ["I also loved {titles}", "Another one I liked is {titles}", "I liked {titles} too"],
  moreLike: ["More like the {ordinal} one, please", "Something like the {ordinal} one"],
  turnedDown: ["Not {titles}, please", "{titles} isn't for me", "I'm not interested in {titles}"],
  wish: ["I'd prefer {kinds}", "How about {kinds}?", "{kinds}, please", "Rather {kinds}"],
  unwish: ["No {kinds}, please", "I don't like {kinds}", "Please leave out {kinds}", "I hate {kinds}"],
  unwishTail: [", but no {kinds}", ". No {kinds}, please"],
} as const satisfies Record<string, Wordings>;

/** What is said of an item whose title does not come to mind. */
export const TARGET_WORDINGS = {
  open: [
    "I'm looking for {facts}, but I can't think of its title",
    "I'm trying to find {facts}",
    "I want to {verb} {facts}",
  ],
  further: ["{Fact}", "Not those. {Fact}", "None of these. {Fact}", "{Fact}, I think"],
  others: ["None of these, what else is there?", "It isn't one of these. Show me others"],
  option: ["{option}", "{option}, please"],
  noOption: ["None of those"],
} as const satisfies Record<string, Wordings>;

/** Says one thing in one of its ways. Throws RangeError for a slot that is not given. */
export function worded(
  wordings: Wordings,
  slots: Readonly<Record<string, string>>,
  catalogue: Pick<Catalogue, "noun">,
  random: Random,
): string {
  const { one, many, verb, past } = catalogue.noun;
  const all: Readonly<Record<string, string>> = { noun: one, nouns: many, verb, past, ...slots };
  const said = oneOf(wordings, random).replace(/\{(\w+)\}/g, (_, name: string) => {
    const given = all[name] ?? all[name.toLowerCase()];
    if (given === undefined) throw new RangeError(`Nothing is given for {${name}}.`);
    return given;
  });
  return capitalised(said);
}

/** Titles in a row, and "it" or "them". */
export function titleSlots(titles: readonly string[]): { readonly titles: string; readonly it: string } {
  return { titles: sayList(titles), it: titles.length > 1 ? "them" : "it" };
}

/** Items of one kind: "comedies", "romantic films". */
export function kindsOf(catalogue: Catalogue, facetName: string, value: string): string {
  const facet = catalogue.facet(facetName);
  const spoken = facet?.spoken[value];
  return spoken?.many ?? `${spoken?.adjective ?? inSentence(facet, value)} ${catalogue.noun.many}`;
}

/** An item of one kind: "a romantic film", "an action film". */
export function aKindOf(catalogue: Catalogue, facetName: string, value: string): string {
  const facet = catalogue.facet(facetName);
  const adjective = facet?.spoken[value]?.adjective ?? inSentence(facet, value);
  return `${/^[aeiou]/i.test(adjective) ? "an" : "a"} ${adjective} ${catalogue.noun.one}`;
}

const ORDINALS = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth"] as const;

/** Undefined beyond what people count to in words. */
export function ordinalOf(place: number): string | undefined {
  return ORDINALS[place];
}
