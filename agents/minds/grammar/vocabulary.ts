import type { Catalogue } from "../../../memory/items/catalogue.ts";
import type { FacetDeclaration } from "../../../memory/items/facet.ts";
import { KeyLists } from "../../../tools/language/key-lists.ts";
import { ORDINARY_WORDS } from "../../../tools/language/ordinary-words.ts";
import { normalisePhrase, singular } from "../../../tools/language/running-text.ts";
import { createTypoIndex } from "../../../tools/language/typos.ts";
import { CROWD, type Crowd, crowdOf } from "./crowd.ts";
import { surnamesOf } from "./surnames.ts";
import type { Entry } from "./vocabulary-entry.ts";
import { lexiconEntries, moodEntry } from "./vocabulary-phrases.ts";
import { MOODS } from "./words/moods.ts";
import { PLACES } from "./words/places.ts";

/** Every value of every category, tags and people facet by the ways to say it. */
export interface Vocabulary {
  /** Entries of a normalised phrase, the most likely first; its singular and its spelling in one word count too. */
  entries(phrase: string): readonly Entry[];
  /** People by last name, the one with most items first. */
  surname(word: string): readonly Entry[];
  /** In how many items people of this first name have a part. */
  firstName(word: string): number;
  /** Entries of the closest spelling of a single misspelt word; empty when nothing is near. */
  misspelt(word: string): readonly Entry[];
  /** The most words that a phrase beginning with this word has. */
  longest(first: string): number;
}

/** Whether everyday words fill the facet's vocabulary: many values, few items each, loosely binding. */
function isOpen(facet: FacetDeclaration, distinct: number, size: number): boolean {
  if (facet.kind !== "tags") return false;
  return distinct > 400 || distinct > 0.75 * size || (distinct > 60 && facet.strength < 0.5);
}

/** @param crowd from so many people on a facet's names are filed by number */
export function createVocabulary(catalogue: Catalogue, crowd = CROWD): Vocabulary {
  const phrases = new KeyLists<Entry>();
  const surnames = new KeyLists<Entry>();
  const firstWords = new Map<string, number>();
  const firstNames = new Map<string, number>();
  const add = (key: string, entry: Entry): void => {
    if (key === "") return;
    if (!phrases.get(key).some((other) => other.facet === entry.facet)) phrases.add(key, entry);
    const gap = key.indexOf(" ");
    const first = gap < 0 ? key : key.slice(0, gap);
    const words = gap < 0 ? 1 : key.split(" ").length;
    if (words > (firstWords.get(first) ?? 0)) firstWords.set(first, words);
  };
  const addValue = (key: string, entry: Entry): void => {
    add(key, entry);
    const one = singularPhrase(key);
    if (!entry.open || !ORDINARY_WORDS.has(one)) add(one, entry);
    if (!entry.open && key.includes(" ") && key.length < 14) add(key.replaceAll(" ", ""), entry);
  };
  const enumerable = catalogue.facets.filter(
    ({ kind }) => kind === "category" || kind === "tags" || kind === "people",
  );
  const known = new KeyLists<Entry>();
  const crowds: Crowd[] = [];
  for (const facet of enumerable) {
    const values = catalogue.values(facet.name);
    if (facet.kind === "people" && values.length >= crowd) {
      crowds.push(crowdOf(facet, values));
      continue;
    }
    const open = isOpen(facet, values.length, catalogue.size);
    const person = facet.kind === "people";
    const entryOf = new Map<string, Entry>();
    for (const { value, count } of values) {
      const key = normalisePhrase(value);
      const entry: Entry = { facet: facet.name, values: [value], open, person, count };
      entryOf.set(value, entry);
      if (person) {
        add(key, entry);
        for (const last of surnamesOf(key)) surnames.add(last, entry);
        const first = key.slice(0, Math.max(0, key.indexOf(" ")));
        firstNames.set(first, (firstNames.get(first) ?? 0) + count);
        continue;
      }
      addValue(key, entry);
      for (const name of [key, singularPhrase(key)]) {
        if (!known.get(name).includes(entry)) known.add(name, entry);
      }
    }
    for (const [value, ways] of Object.entries(facet.synonyms)) {
      const entry = entryOf.get(value);
      if (entry !== undefined)
        for (const way of ways) addSynonym(phrases, addValue, normalisePhrase(way), entry);
    }
  }
  phrases.sort((a, b) => rank(a) - rank(b) || b.count - a.count);
  surnames.sort((a, b) => b.count - a.count || (a.values[0] ?? "").localeCompare(b.values[0] ?? ""));
  addPlaces(known, addValue);
  const explained = lexiconEntries(catalogue.lexicon, known);
  addMoods(known, phrases, addValue, explained);
  for (const [phrase, entry] of explained) {
    addValue(phrase, entry);
    phrases.set(phrase, preferred(phrases.get(phrase), entry));
  }

  const named = (phrase: string): readonly Entry[] =>
    crowds.length === 0
      ? phrases.get(phrase)
      : amongOthers(phrases.get(phrase), byCount(crowds.flatMap((crowd) => crowd.named(phrase))));
  const surname = (word: string): readonly Entry[] =>
    crowds.length === 0
      ? surnames.get(word)
      : byCount([...surnames.get(word), ...crowds.flatMap((crowd) => crowd.surname(word))]);
  const least = catalogue.size < SMALL ? 1 : 3;
  const spellings = createTypoIndex(wordsToMisspell(phrases, surnames, crowds, least));
  return {
    entries: (phrase) => {
      const exact = named(phrase);
      return exact.length > 0 ? exact : named(singularPhrase(phrase));
    },
    surname,
    firstName: (word) =>
      crowds.reduce((sum, crowd) => sum + crowd.firstName(word), firstNames.get(word) ?? 0),
    misspelt: (word) => {
      const near = word.length < 5 ? undefined : spellings.near(word)[0]?.word;
      if (near === undefined) return [];
      const entries = named(near);
      return entries[0]?.open === false ? entries : surname(near);
    },
    longest: (first) =>
      Math.max(
        ...[first, singular(first)].map((word) => firstWords.get(word) ?? 0),
        ...crowds.map((crowd) => crowd.longest(first)),
      ),
  };
}

/** In catalogues of fewer items every last name may be misspelt; in larger ones only those seen several times. */
const SMALL = 5000;

function byCount(entries: Entry[]): Entry[] {
  return entries.sort((a, b) => b.count - a.count);
}

/** People stand behind what else is meant by a phrase, but before everyday words that only happen to be values. */
function amongOthers(others: readonly Entry[], people: readonly Entry[]): readonly Entry[] {
  if (people.length === 0) return others;
  const closed = others.filter(({ open }) => !open);
  return [...closed, ...people, ...others.filter(({ open }) => open)];
}

function singularPhrase(phrase: string): string {
  const gap = phrase.lastIndexOf(" ") + 1;
  return phrase.slice(0, gap) + singular(phrase.slice(gap));
}

/** What a slip of the finger may have meant: words for values of small vocabularies, and last names seen often. */
function* wordsToMisspell(
  phrases: KeyLists<Entry>,
  surnames: KeyLists<Entry>,
  crowds: readonly Crowd[],
  least: number,
): Iterable<string> {
  for (const key of phrases.keys()) {
    const [entry] = phrases.get(key);
    // Names are misspelt word by word.
    if (key.length > 4 && entry?.open === false && !(entry.person && key.includes(" "))) yield key;
  }
  for (const key of surnames.keys())
    if (key.length > 4 && (surnames.get(key)[0]?.count ?? 0) >= least) yield key;
  for (const crowd of crowds) for (const key of crowd.known) if (key.length > 4) yield key;
}

/** Small vocabularies before people before large ones. */
function rank(entry: Entry): number {
  return entry.open ? 2 : entry.person ? 1 : 0;
}

/** What a catalogue declares outranks a value of another, larger facet that happens to be spelt so. */
function addSynonym(
  phrases: KeyLists<Entry>,
  addValue: (key: string, entry: Entry) => void,
  way: string,
  entry: Entry,
): void {
  addValue(way, entry);
  if (!entry.open) phrases.set(way, foremost(phrases.get(way), entry));
}

function foremost(list: readonly Entry[], entry: Entry): Entry[] {
  return [...list].sort((a, b) => Number(b === entry) - Number(a === entry));
}

/** What a catalogue explains itself goes before what merely is spelt so, but not before a value that is called so. */
function preferred(list: readonly Entry[], explained: Entry): Entry[] {
  const own = list.filter((entry) => entry !== explained && !entry.open && entry.phrase === undefined);
  const joint = explained.values.length > 1 && explained.either === undefined;
  const others = list.filter((entry) => entry !== explained && !own.includes(entry));
  return joint ? [explained, ...own, ...others] : [...own, explained, ...others];
}

function addPlaces(known: KeyLists<Entry>, addValue: (key: string, entry: Entry) => void): void {
  for (const [word, spellings] of Object.entries(PLACES)) {
    for (const spelling of spellings) {
      for (const entry of known.get(normalisePhrase(spelling))) if (!entry.open) addValue(word, entry);
    }
  }
}

function addMoods(
  known: KeyLists<Entry>,
  phrases: KeyLists<Entry>,
  addValue: (key: string, entry: Entry) => void,
  explained: ReadonlyMap<string, Entry>,
): void {
  for (const [word, choices] of Object.entries(MOODS)) {
    if (explained.has(word)) continue;
    const joint = choices.some((choice) => choice.includes("+"));
    if (!joint && phrases.get(word).some((entry) => !entry.open)) continue;
    const entry = moodEntry(choices, known);
    if (entry === undefined) continue;
    // What two values say together is more than the one of them that a catalogue declares for the word.
    if (joint) phrases.set(word, [entry, ...phrases.get(word).filter(({ facet }) => facet !== entry.facet)]);
    addValue(word, entry);
    phrases.set(word, foremost(phrases.get(word), entry));
  }
}
