import type { ValueCount } from "../../../memory/items/catalogue.ts";
import type { FacetDeclaration } from "../../../memory/items/facet.ts";
import { HashListsBuilder, hashOf } from "../../../tools/language/hash-lists.ts";
import { normalisePhrase } from "../../../tools/language/running-text.ts";
import { surnamesOf } from "./surnames.ts";
import type { Entry } from "./vocabulary-entry.ts";

/** From so many people on a facet's names are filed by number: an object for each would take hundreds of megabytes. */
export const CROWD = 20_000;

/** Of namesakes no more are told apart. */
const MOST_NAMESAKES = 100;

/** A facet of very many people, by name; those with most items first. */
export interface Crowd {
  /** By the whole name, normalised: the one with most items. */
  named(name: string): readonly Entry[];
  surname(word: string): readonly Entry[];
  /** In how many items people of this first name have a part. */
  firstName(word: string): number;
  /** The most words that a name beginning with this word has. */
  longest(first: string): number;
  /** Last names, and single names, of people with more than two items: what a slip of the finger may have meant. */
  readonly known: ReadonlySet<string>;
}

/** @param people most items first, as the catalogue gives them; kept, not copied */
export function crowdOf({ name: facet, synonyms }: FacetDeclaration, people: readonly ValueCount[]): Crowd {
  const [names, lasts] = [new HashListsBuilder(), new HashListsBuilder()];
  const firsts = new Map<string, { items: number; words: number }>();
  const known = new Set<string>();
  people.forEach(({ value, count }, place) => {
    const name = normalisePhrase(value);
    if (name === "") return;
    for (const way of [name, ...(synonyms[value] ?? []).map(normalisePhrase)]) names.add(hashOf(way), place);
    for (const last of surnamesOf(name)) {
      lasts.add(hashOf(last), place);
      if (count > 2) known.add(last);
    }
    const words = name.split(" ");
    if (words.length === 1 && count > 2) known.add(name);
    const first = firsts.get(words[0] ?? "") ?? { items: 0, words: 0 };
    if (words.length > 1) first.items += count;
    first.words = Math.max(first.words, words.length);
    firsts.set(words[0] ?? "", first);
  });
  const [byName, bySurname] = [names.finish(), lasts.finish()];
  const entry = (place: number): Entry => {
    const { value, count } = people[place] ?? { value: "", count: 0 };
    return { facet, values: [value], open: false, person: true, count };
  };
  const nameAt = (place: number): string => normalisePhrase(people[place]?.value ?? "");
  const isSynonym = (place: number, name: string): boolean =>
    (synonyms[people[place]?.value ?? ""] ?? []).some((way) => normalisePhrase(way) === name);
  return {
    named: (name) => {
      const place = byName.get(hashOf(name)).find((one) => nameAt(one) === name || isSynonym(one, name));
      return place === undefined ? [] : [entry(place)];
    },
    surname: (word) =>
      bySurname
        .get(hashOf(word))
        .slice(0, MOST_NAMESAKES)
        .filter((place) => surnamesOf(nameAt(place)).includes(word))
        .map(entry),
    firstName: (word) => firsts.get(word)?.items ?? 0,
    longest: (first) => firsts.get(first)?.words ?? 0,
    known,
  };
}
