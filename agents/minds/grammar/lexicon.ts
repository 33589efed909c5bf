import type { Catalogue } from "../../../memory/items/catalogue.ts";
import type { FacetDeclaration } from "../../../memory/items/facet.ts";
import { normalisePhrase, normaliseWord, singular } from "../../../tools/language/running-text.ts";
import { type PhraseTable, phraseTable } from "./phrases.ts";
import { createVocabulary, type Vocabulary } from "./vocabulary.ts";
import { UNITS, type Unit } from "./words/quantities.ts";

export interface Direction {
  readonly facet: string;
  readonly direction: "lower" | "higher";
}

/** A number or year facet measured: `low` and `high` bound its outer thirds, `step` is its smallest difference. */
export interface Scale {
  readonly low: number;
  readonly high: number;
  readonly step: number;
}

/** Everything the catalogue's declarations and vocabularies let people say. Built once. */
export interface Lexicon {
  readonly vocabulary: Vocabulary;
  /** "shorter", "more recent". */
  readonly comparatives: PhraseTable<Direction>;
  /** "shortest", "most recent". */
  readonly superlatives: PhraseTable<Direction>;
  /** "short", "recent". */
  readonly levels: PhraseTable<Direction>;
  /** What facets are called → their names, in the order of the declarations. */
  readonly aliases: PhraseTable<readonly string[]>;
  /** Units people write → number facets with the factor into their unit. */
  readonly units: ReadonlyMap<string, readonly { readonly facet: string; readonly factor: number }[]>;
  readonly yearFacet: string | undefined;
  /** Words for an item of the catalogue: "film", "films", "movie". */
  readonly nouns: ReadonlySet<string>;
  scale(facet: string): Scale;
}

export function createLexicon(catalogue: Catalogue): Lexicon {
  const facets = [...catalogue.facets, ...catalogue.measures];
  const numeric = facets.filter((facet) => facet.kind === "number" || facet.kind === "year");
  const comparatives = numeric.flatMap((facet) => directions(facet, facet.lower, facet.higher));
  const scales = new Map<string, Scale>();
  const { noun } = catalogue;
  const nouns = [noun.one, noun.many, ...noun.aliases].flatMap((word) => normalisePhrase(word).split(" "));
  return {
    vocabulary: createVocabulary(catalogue),
    comparatives: phraseTable(comparatives),
    superlatives: phraseTable(comparatives.map(([word, direction]) => [superlative(word), direction])),
    levels: phraseTable(numeric.flatMap((facet) => directions(facet, facet.low, facet.high))),
    aliases: phraseTable(aliasEntries(facets)),
    units: unitsOf(facets),
    yearFacet: catalogue.facets.find((facet) => facet.kind === "year")?.name,
    nouns: new Set([...nouns, ...nouns.map(singular)]),
    scale(facet) {
      const known = scales.get(facet);
      if (known !== undefined) return known;
      const measured = measure(catalogue.column(facet));
      scales.set(facet, measured);
      return measured;
    },
  };
}

function directions(
  facet: FacetDeclaration,
  lower: readonly string[],
  higher: readonly string[],
): [string, Direction][] {
  return [
    ...lower.map((word): [string, Direction] => [word, { facet: facet.name, direction: "lower" }]),
    ...higher.map((word): [string, Direction] => [word, { facet: facet.name, direction: "higher" }]),
  ];
}

function superlative(comparative: string): string {
  const [first = "", ...rest] = comparative.split(" ");
  return [IRREGULAR.get(first) ?? first.replace(/er$/, "est"), ...rest].join(" ");
}

const IRREGULAR: ReadonlyMap<string, string> = new Map([
  ["more", "most"],
  ["less", "least"],
  ["better", "best"],
  ["worse", "worst"],
  ["later", "latest"],
]);

function aliasEntries(facets: readonly FacetDeclaration[]): Map<string, string[]> {
  const names = new Map<string, string[]>();
  for (const facet of facets) {
    for (const alias of [facet.name.replaceAll("-", " "), ...facet.aliases]) {
      const phrase = normalisePhrase(alias);
      const known = names.get(phrase);
      if (known === undefined) names.set(phrase, [facet.name]);
      else if (!known.includes(facet.name)) known.push(facet.name);
    }
  }
  return names;
}

function unitsOf(facets: readonly FacetDeclaration[]): Lexicon["units"] {
  const units = new Map<string, { facet: string; factor: number }[]>();
  const add = (word: string, facet: string, factor: number): void => {
    const list = units.get(word) ?? [];
    if (!list.some((known) => known.facet === facet)) units.set(word, [...list, { facet, factor }]);
  };
  for (const { kind, name, unit } of facets) {
    if (kind !== "number" || unit === undefined) continue;
    for (const [word, meanings] of UNITS) {
      const meant = meanings.find((meaning: Unit) => meaning.unit.toLowerCase() === unit.toLowerCase());
      if (meant !== undefined) add(word, name, meant.factor);
    }
    const own = normaliseWord(unit);
    if (own !== "") for (const word of [own, `${own}s`, singular(own)]) add(word, name, 1);
  }
  return units;
}

function measure(column: Float64Array): Scale {
  const values = column.filter((value) => !Number.isNaN(value)).sort();
  const at = (share: number): number =>
    values[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0;
  return { low: at(1 / 3), high: at(2 / 3), step: values.every(Number.isInteger) ? 1 : 0.01 };
}
