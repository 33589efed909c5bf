import type { Catalogue } from "../../../../memory/items/catalogue.ts";
import { STOP_WORDS } from "../../../../tools/language/stop-words.ts";
import { words } from "../../../../tools/language/words.ts";

/** What of a text gives a target away; empty for one that may be said. */
export type LeakGuard = (text: string) => readonly string[];

/** In at most so many titles a word tells which of them is meant; in more it could be any. */
const FEW_TITLES = 5;

/**
 * Guards an item's name: its title, its other titles (every facet of free text), what other catalogues call it, and every word of a
 * title that stands in at most five titles of the catalogue. Names are found as whole words in any spelling of case, accents and
 * punctuation; telling words also where they are a part of a longer word, from four letters on.
 */
export function leakGuard(catalogue: Catalogue, target: number): LeakGuard {
  const names = namesOf(catalogue, target).map((name) => words(name).join(" "));
  const ids = [catalogue.id(target), ...Object.values(catalogue.identifiers(target))].map((id) =>
    id.toLowerCase(),
  );
  const telling = new Set(
    names
      .flatMap((name) => name.split(" "))
      .filter((word) => word !== "" && !STOP_WORDS.has(word) && titlesWith(catalogue, word) <= FEW_TITLES),
  );
  return (text) => {
    const said = words(text);
    const whole = ` ${said.join(" ")} `;
    return [
      ...names.filter((name) => isName(name) && whole.includes(` ${name} `)),
      ...ids.filter((id) => isTellingId(id) && said.includes(id)),
      ...said.filter((word) => telling.has(word)),
      ...[...telling].filter(
        (word) => word.length >= LONG_WORD && said.some((other) => other !== word && other.includes(word)),
      ),
    ];
  };
}

const LONG_WORD = 4;

/** A title of nothing but "it" or "the" cannot be avoided in any sentence, and tells nothing. */
function isName(name: string): boolean {
  return name.split(" ").some((word) => word !== "" && !STOP_WORDS.has(word));
}

/** A catalogue's own number of an item is a year or an amount to whoever reads it in a sentence. */
function isTellingId(id: string): boolean {
  return !/^\d{1,4}$/.test(id);
}

function namesOf(catalogue: Catalogue, target: number): string[] {
  const others = catalogue.facets
    .filter(({ kind }) => kind === "text")
    .flatMap(({ name }) => catalogue.value(target, name) ?? [])
    .flatMap((value) => (typeof value === "string" ? value.split(" | ") : []));
  return [catalogue.title(target), ...others];
}

const tallies = new WeakMap<Catalogue, ReadonlyMap<string, number>>();

/** In how many titles a word stands. */
function titlesWith(catalogue: Catalogue, word: string): number {
  const known = tallies.get(catalogue) ?? tally(catalogue);
  tallies.set(catalogue, known);
  return known.get(word) ?? 0;
}

function tally(catalogue: Catalogue): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (let item = 0; item < catalogue.size; item++) {
    for (const word of new Set(words(catalogue.title(item)))) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}
