import type { Catalogue } from "../../../../memory/items/catalogue.ts";
import type { Constraint } from "../../../../memory/items/constraint.ts";
import type { FacetDeclaration } from "../../../../memory/items/facet.ts";
import type { Comparison } from "../../../../tools/compare.ts";
import { inSentence, isKind, sayNumber, superlative } from "../../../../tools/explaining/facet-words.ts";
import { nounPhrase } from "./noun-phrase.ts";
import type { Voice } from "./scene.ts";
import { countWord, listed } from "./wording.ts";

/** What they share, where they differ, and which is for you: a sentence each. */
export const compare: Voice<"compare"> = (_act, { findings, catalogue }) => {
  const { comparison } = findings;
  if (comparison === undefined) return undefined;
  const lines = [shared(comparison, catalogue), differences(comparison, catalogue), forYou(comparison)];
  return lines.filter((line) => line !== "").join(" ");
};

const MOST_SHARED = 4;
/** A value that more than this part of the catalogue has is not worth naming. */
const COMMONPLACE = 0.45;

/** "Alien and Blade Runner are both sci-fi films directed by Ridley Scott": at most four things, the rarest chosen. */
function shared({ items, rows }: Comparison, catalogue: Catalogue): string {
  const names = listed(items.map(({ title }) => title));
  const telling = rows
    .flatMap(({ facet, shared: values }) =>
      values.map((value) => ({ facet, value, count: catalogue.having(facet, value).length })),
    )
    .filter(({ count, facet }) => count <= COMMONPLACE * catalogue.size && isSaid(catalogue.facet(facet)))
    .sort((a, b) => a.count - b.count)
    .slice(0, MOST_SHARED);
  if (telling.length === 0) return `${names} have little in common.`;
  const constraints = [...Map.groupBy(telling, ({ facet }) => facet)].map(
    ([facet, values]): Constraint => ({
      facet,
      test: { op: "all-of", values: values.map(({ value }) => value) },
      strength: 1,
      said: "",
      source: "said",
    }),
  );
  const all = items.length === 2 ? "both" : `all ${countWord(items.length)}`;
  return `${names} are ${all} ${nounPhrase({ constraints, count: items.length }, catalogue)}.`;
}

/** A category that cards do not show (a certificate) is no likeness. */
function isSaid(facet: FacetDeclaration | undefined): boolean {
  return facet !== undefined && (facet.shown || facet.kind !== "category");
}

function differences(comparison: Comparison, catalogue: Catalogue): string {
  const parts =
    comparison.items.length === 2
      ? [measuresOfTwo(comparison, catalogue), kindsOfTwo(comparison, catalogue)]
      : [extremes(comparison, catalogue)];
  const said = parts.filter((part) => part !== "");
  return said.length === 0 ? "" : `${said.join("; ")}.`;
}

interface Measured {
  readonly facet: FacetDeclaration;
  /** One for each item. */
  readonly values: readonly number[];
}

/** Numbers and years that cards show, that all items have and that are not all the same. */
function measures({ rows }: Comparison, catalogue: Catalogue): Measured[] {
  return rows.flatMap(({ facet: name, values }) => {
    const facet = catalogue.facet(name);
    const numbers = values.filter((value) => typeof value === "number");
    if (facet === undefined || !facet.shown || numbers.length < values.length) return [];
    if (new Set(numbers).size < 2 || facet.lower[0] === undefined) return [];
    return [{ facet, values: numbers }];
  });
}

/** "Fargo is newer (1996 against 1995) and shorter (98 min against 170 min)": of the item spoken of more often. */
function measuresOfTwo(comparison: Comparison, catalogue: Catalogue): string {
  const found = measures(comparison, catalogue);
  const lower = found.filter(({ values }) => (values[0] ?? 0) < (values[1] ?? 0)).length;
  const subject = 2 * lower >= found.length ? 0 : 1;
  const said = found.map(({ facet, values }) => {
    const own = values[subject] ?? 0;
    const other = values[1 - subject] ?? 0;
    const word = own < other ? facet.lower[0] : (facet.higher[0] ?? facet.lower[0]);
    return `${word} (${sayNumber(facet, own)} against ${sayNumber(facet, other)})`;
  });
  return said.length === 0 ? "" : `${comparison.items[subject]?.title} is ${listed(said)}`;
}

const MOST_KINDS = 2;

/** "Heat is more action, Fargo more thriller". */
function kindsOfTwo({ items, rows }: Comparison, catalogue: Catalogue): string {
  const row = rows.find(({ facet }) => isKind(catalogue.facet(facet)));
  if (row === undefined) return "";
  const facet = catalogue.facet(row.facet);
  const own = row.values.map((value) => (Array.isArray(value) ? value : []));
  const said = own.map((values, at) =>
    listed(
      values
        .filter((value) => !own[1 - at]?.includes(value))
        .slice(0, MOST_KINDS)
        .map((value) => inSentence(facet, value)),
    ),
  );
  const [first, second] = said;
  if (!first || !second) return "";
  return `${items[0]?.title} is more ${first}, ${items[1]?.title} more ${second}`;
}

/** "Alien is the oldest (1979), Fargo the shortest (98 min)". */
function extremes(comparison: Comparison, catalogue: Catalogue): string {
  const said = measures(comparison, catalogue).flatMap(({ facet, values }) => {
    const least = Math.min(...values);
    const title = comparison.items[values.indexOf(least)]?.title;
    const word = facet.lower[0];
    return word === undefined ? [] : [{ title, word: superlative(word), value: sayNumber(facet, least) }];
  });
  const byTitle = [...Map.groupBy(said, ({ title }) => title)];
  return listed(
    byTitle.map(([title, own], at) => {
      const superlatives = listed(own.map(({ word, value }) => `the ${word} (${value})`));
      return `${title} ${at === 0 ? "is " : ""}${superlatives}`;
    }),
  );
}

/** "For you I'd take Fargo: I expect 4.1 from you, against 3.7 for Heat." */
function forYou({ items, predictions, forYou: first }: Comparison): string {
  const guesses = items.flatMap(({ item, title }, at) => {
    const value = predictions[at]?.value;
    return value === undefined ? [] : [{ item, title, value }];
  });
  const [best] = [...guesses].sort((a, b) => b.value - a.value);
  const chosen = items.find(({ item }) => item === first);
  const expected = (list: typeof guesses): string =>
    listed(list.map(({ title, value }) => `${value.toFixed(1)} for ${title}`));
  if (chosen === undefined) return guesses.length === 0 ? "" : `I expect ${expected(guesses)} from you.`;
  const own = guesses.find(({ item }) => item === first);
  if (own === undefined || best === undefined) return `For you I'd take ${chosen.title}.`;
  const others = guesses.filter(({ item }) => item !== first);
  if (best.value.toFixed(1) > own.value.toFixed(1)) {
    // Taste says one thing, the expected mark another: each is said of whom it is true.
    const [closer, higher] = guesses.length > 2 ? ["closest", "the highest"] : ["closer", "a higher"];
    const behind = guesses.filter(({ item }) => item !== best.item);
    return `${chosen.title} is ${closer} to what you liked, but I expect ${higher} mark from you for ${best.title}: ${best.value.toFixed(1)}, against ${expected(behind)}.`;
  }
  return `For you I'd take ${chosen.title}: I expect ${own.value.toFixed(1)} from you, against ${expected(others)}.`;
}
