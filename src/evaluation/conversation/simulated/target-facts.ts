import type { Catalogue } from "../../../../memory/items/catalogue.ts";
import type { Condition } from "../../../../memory/items/constraint.ts";
import type { FacetDeclaration } from "../../../../memory/items/facet.ts";
import type { Random } from "../../../../memory/random.ts";
import {
  connective,
  isKind,
  linked,
  listed,
  sayList,
  sayNumber,
} from "../../../../tools/explaining/facet-words.ts";
import { topicWords } from "../../../../tools/language/words.ts";
import type { LeakGuard } from "./leak-guard.ts";
import { shuffled } from "./person.ts";
import { kindsOfItem } from "./taste.ts";
import { aKindOf } from "./wording.ts";

/** Something that can be said of an item without naming it. */
export interface Fact {
  /** Within "I'm looking for …": "a crime film", "from the 1990s". */
  readonly phrase: string;
  /** As a sentence of its own: "It's a crime film". */
  readonly sentence: string;
  /** What an item must meet to fit it; undefined for what a thing is about, which no facet settles. */
  readonly wish: Condition | undefined;
}

const MOST_PEOPLE = 2;
const MOST_TOPICS = 3;
const PLOT_WORDS = 3;
/** A word of the prose that so many items have tells little; one that a single item has, nobody would remember. */
const PLOT_WORD_ITEMS = { fewest: 2, most: 60 } as const;

/** All facts of an item that may be said, the plainest first: what kind it is, when it is from, then the others at random. */
export function targetFacts(
  catalogue: Catalogue,
  target: number,
  guard: LeakGuard,
  random: Random,
): { readonly opening: readonly Fact[]; readonly further: readonly Fact[] } {
  const sayable = (fact: Fact): boolean => guard(`${fact.phrase}. ${fact.sentence}`).length === 0;
  const kinds = shuffled(kindFacts(catalogue, target).filter(sayable), random);
  const decades = decadeFacts(catalogue, target).filter(sayable);
  const others = [
    ...peopleFacts(catalogue, target, random),
    ...topicFacts(catalogue, target, random),
    ...numberFacts(catalogue, target),
    ...plotFacts(catalogue, target, guard, random),
  ].filter(sayable);
  return {
    opening: [...kinds.slice(0, 1), ...decades],
    further: shuffled([...kinds.slice(1), ...others], random),
  };
}

function kindFacts(catalogue: Catalogue, target: number): Fact[] {
  return kindsOfItem(catalogue, target).map(({ facet, value }) => {
    const phrase = aKindOf(catalogue, facet, value);
    return { phrase, sentence: `It's ${phrase}`, wish: { facet, test: { op: "any-of", values: [value] } } };
  });
}

function decadeFacts(catalogue: Catalogue, target: number): Fact[] {
  return shownOf(catalogue, "year").flatMap(({ name }) => {
    const year = catalogue.value(target, name);
    if (typeof year !== "number" || year < 1000) return [];
    const min = Math.floor(year / 10) * 10;
    const phrase = `from the ${min}s`;
    return [
      {
        phrase,
        sentence: `It's ${phrase}`,
        wish: { facet: name, test: { op: "between", min, max: min + 9 } },
      },
    ];
  });
}

function peopleFacts(catalogue: Catalogue, target: number, random: Random): Fact[] {
  return shownOf(catalogue, "people").flatMap((facet) => {
    const link = connective(facet);
    if (link === undefined) return [];
    const names = listed(facet, catalogue.value(target, facet.name));
    return shuffled(names, random)
      .slice(0, MOST_PEOPLE)
      .map((name): Fact => {
        const phrase = linked(link, [name]);
        return {
          phrase,
          sentence: `It's ${phrase}`,
          wish: { facet: facet.name, test: { op: "any-of", values: [name] } },
        };
      });
  });
}

/** Values of facets that say what an item is about. */
function topicFacts(catalogue: Catalogue, target: number, random: Random): Fact[] {
  const about = catalogue.facets.filter(
    (facet) => facet.kind === "tags" && facet.aliases.includes("about") && !isKind(facet),
  );
  return about.flatMap((facet) =>
    shuffled(listed(facet, catalogue.value(target, facet.name)), random)
      .slice(0, MOST_TOPICS)
      .map((value) => ({ phrase: `about ${value}`, sentence: `It's about ${value}`, wish: undefined })),
  );
}

/** A length, a price: not under or over what a rounded memory of it says. */
function numberFacts(catalogue: Catalogue, target: number): Fact[] {
  return shownOf(catalogue, "number").flatMap((facet) => {
    const value = catalogue.value(target, facet.name);
    if (typeof value !== "number" || value < TEN || facet.unit === undefined) return [];
    const max = Math.ceil((value + 1) / TEN) * TEN;
    const phrase = `under ${sayNumber(facet, max)}`;
    return [
      { phrase, sentence: `It's ${phrase}`, wish: { facet: facet.name, test: { op: "between", max } } },
    ];
  });
}

const TEN = 10;

/** A few telling words of the prose: what somebody remembers of a plot. */
function plotFacts(catalogue: Catalogue, target: number, guard: LeakGuard, random: Random): Fact[] {
  const distinct = [...new Set(topicWords(catalogue.text(target) ?? ""))].filter(
    (word) => word.length > 3 && !/\d/.test(word) && guard(word).length === 0,
  );
  const { fewest, most } = PLOT_WORD_ITEMS;
  const telling = shuffled(distinct, random)
    .slice(0, 20)
    .filter((word) => {
      const found = catalogue.search(word, most + 1).length;
      return found >= fewest && found <= most;
    })
    .slice(0, PLOT_WORDS);
  if (telling.length < PLOT_WORDS) return [];
  const phrase = `about ${sayList(telling)}`;
  return [{ phrase, sentence: `There was something about ${sayList(telling)}`, wish: undefined }];
}

function shownOf(catalogue: Catalogue, kind: FacetDeclaration["kind"]): FacetDeclaration[] {
  return catalogue.facets.filter((facet) => facet.kind === kind && facet.shown);
}
