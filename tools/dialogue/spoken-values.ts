import type { Catalogue } from "../../memory/items/catalogue.ts";
import { normalisePhrase, singular, tokenise } from "../language/running-text.ts";
import { type ItemTraits, valueKey } from "./item-traits.ts";

/** Columns of the traits whose values and people a text names. */
export interface SpokenValues {
  readonly values: ReadonlySet<number>;
  readonly people: ReadonlySet<number>;
}

export type FindSpoken = (texts: Iterable<string>) => SpokenValues;

const LONGEST = 4;

/**
 * Finds values by their names and the other ways to say them that the facets declare, in singular or plural, and people by their full
 * names. It weighs nothing: "no horror" names horror too.
 */
export function spokenValues(catalogue: Catalogue, traits: ItemTraits): FindSpoken {
  const ways = waysToSay(catalogue, traits);
  return (texts) => {
    const values = new Set<number>();
    const people = new Set<number>();
    for (const text of texts) {
      const words = tokenise(text).map(({ norm }) => norm);
      for (let start = 0; start < words.length; start++) {
        for (let length = 1; length <= LONGEST && start + length <= words.length; length++) {
          const phrase = words.slice(start, start + length).join(" ");
          for (const column of ways.get(phrase) ?? ways.get(singularOf(phrase)) ?? []) values.add(column);
          const person = length > 1 ? traits.peopleColumns.get(phrase) : undefined;
          if (person !== undefined) people.add(person);
        }
      }
    }
    return { values, people };
  };
}

function waysToSay(catalogue: Catalogue, { valueColumns }: ItemTraits): Map<string, number[]> {
  const ways = new Map<string, number[]>();
  for (const { name, synonyms, spoken } of catalogue.facets) {
    for (const { value } of catalogue.values(name)) {
      const column = valueColumns.get(valueKey(name, value));
      if (column === undefined) continue;
      const { adjective, many } = spoken[value] ?? {};
      const said = [value, ...(synonyms[value] ?? []), adjective, many].filter((way) => way !== undefined);
      const phrases = said.map(normalisePhrase);
      for (const phrase of new Set([...phrases, ...phrases.map(singularOf)])) {
        const known = ways.get(phrase);
        if (known === undefined) ways.set(phrase, [column]);
        else known.push(column);
      }
    }
  }
  return ways;
}

function singularOf(phrase: string): string {
  const gap = phrase.lastIndexOf(" ") + 1;
  return phrase.slice(0, gap) + singular(phrase.slice(gap));
}
