import { expect, test } from "vitest";
import { createVocabulary } from "../../../../agents/minds/grammar/vocabulary.ts";
import { normalisePhrase } from "../../../../tools/language/running-text.ts";
import { filmCatalogue } from "../../../fixtures/films.ts";

const films = filmCatalogue();
const few = createVocabulary(films);
const many = createVocabulary(films, 1);
const people = films.facets
  .filter(({ kind }) => kind === "people")
  .flatMap(({ name }) => films.values(name).map(({ value }) => normalisePhrase(value)));

test("people filed by number are found by their names as others are", () => {
  expect(people.length).toBeGreaterThan(30);
  for (const name of people) expect(many.entries(name)).toEqual(few.entries(name));
  expect(many.entries("nobody at all")).toEqual([]);
});

test("and by last names, first names and slips of the finger", () => {
  for (const word of new Set(people.flatMap((name) => name.split(" ")))) {
    const named = (entries: readonly { readonly values: readonly string[] }[]): readonly string[] =>
      entries.flatMap(({ values }) => values).sort();
    expect(named(many.surname(word))).toEqual(named(few.surname(word)));
    expect(many.firstName(word)).toBe(few.firstName(word));
    const meant = few.misspelt(`${word}e`);
    if ((meant[0]?.count ?? 0) > 2) expect(named(many.misspelt(`${word}e`))).toEqual(named(meant));
    expect(many.longest(word)).toBe(few.longest(word));
  }
});
