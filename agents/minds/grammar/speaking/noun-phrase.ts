import type { Catalogue } from "../../../../memory/items/catalogue.ts";
import type { Constraint } from "../../../../memory/items/constraint.ts";
import type { FacetDeclaration } from "../../../../memory/items/facet.ts";
import {
  connective,
  facetName,
  inSentence,
  isKind,
  linked,
} from "../../../../tools/explaining/facet-words.ts";
import { isAdjective } from "./adjectives.ts";
import { amountWords } from "./facet-words.ts";
import { listed } from "./wording.ts";

/** What a noun phrase is made of: what is asked of the items, how many there are, and what else qualifies them. */
export interface PhraseParts {
  readonly constraints: readonly Constraint[];
  /** Decides between singular and plural; it is not said. */
  readonly count: number;
  /** Adjectives before all others: "well-known". */
  readonly before?: string;
  /** What follows the wishes and precedes what was ruled out: "close to Alien". */
  readonly after?: readonly string[];
}

/**
 * "sci-fi films from the nineties under two hours, without horror". What an item is stands before the noun, who made it and what it
 * has after it, then its time and its measures, at the end what it must not be. All of it comes from facet kinds and aliases.
 */
export function nounPhrase(parts: PhraseParts, catalogue: Catalogue): string {
  const { count, before = "", after = [] } = parts;
  const facetOf = ({ facet }: Constraint): FacetDeclaration | undefined => catalogue.facet(facet);
  const wanted = parts.constraints.filter((one) => !rulesOut(one)).flatMap(moodsApart);
  const isBefore = (one: Constraint): boolean => isKind(facetOf(one)) || isMood(one);
  const adjectives = wanted
    .filter(isBefore)
    .sort((a, b) => Number(isKind(facetOf(a))) - Number(isKind(facetOf(b))))
    .map((one) => adjective(one, facetOf(one)));
  const others = wanted.filter((one) => !isBefore(one));
  const people = others.filter((one) => facetOf(one)?.kind === "people");
  const rest = others
    .filter((one) => !people.includes(one))
    .sort((a, b) => placeOf(facetOf(a)) - placeOf(facetOf(b)))
    .map((one) => qualifier(one, facetOf(one), count));
  const by = listed(people.map((one) => qualifier(one, facetOf(one), count)));
  const { one, many } = catalogue.noun;
  const phrase = [before, ...adjectives, count === 1 ? one : many, by, ...rest, ...after];
  const excluded = exclusions(parts.constraints, catalogue);
  return phrase.filter((part) => part !== "").join(" ") + (excluded === "" ? "" : `, ${excluded}`);
}

/** "without horror and not starring Tom Cruise": what is ruled out; empty where nothing is. */
export function exclusions(constraints: readonly Constraint[], catalogue: Catalogue): string {
  const without = constraints.filter(
    (one) => one.test.op === "none-of" && !isMood(one) && linkOf(catalogue.facet(one.facet)) === undefined,
  );
  const things = without.flatMap((one) =>
    "values" in one.test ? one.test.values.map((value) => inSentence(catalogue.facet(one.facet), value)) : [],
  );
  const others = constraints
    .filter((one) => rulesOut(one) && !without.includes(one))
    .map((one) => {
      const facet = catalogue.facet(one.facet);
      return `not ${isMood(one) ? adjective(one, facet) : qualifier(one, facet, 2)}`;
    });
  return listed([...(things.length === 0 ? [] : [`without ${listed(things, "or")}`]), ...others]);
}

function rulesOut({ test }: Constraint): boolean {
  return test.op === "none-of" || test.op === "outside";
}

/** Whether all its values are moods, which stand before the noun whatever the facet is called. */
function isMood({ test }: Constraint): boolean {
  return "values" in test && test.values.every(isAdjective);
}

/** "tense" and "Paris" of one wish have their places on either side of the noun. */
function moodsApart(constraint: Constraint): Constraint[] {
  const { test } = constraint;
  if (test.op !== "all-of" || isMood(constraint)) return [constraint];
  const parts = [test.values.filter(isAdjective), test.values.filter((value) => !isAdjective(value))];
  return parts
    .filter((values) => values.length > 0)
    .map((values) => ({ ...constraint, test: { op: "all-of", values } }));
}

/** "western or war"; what must all be true of one item stands side by side: "horror comedy". */
function adjective({ test }: Constraint, facet: FacetDeclaration | undefined): string {
  if (!("values" in test)) return "";
  const words = test.values.map((value) => inSentence(facet, value));
  return test.op === "all-of" ? words.join(" ") : listed(words, "or");
}

/** "directed by Akira Kurosawa", "with robots and outer space", "from the nineties", "under two hours". */
function qualifier(constraint: Constraint, facet: FacetDeclaration | undefined, count: number): string {
  const { test } = constraint;
  if (!("values" in test)) return amountWords(constraint, facet);
  const last = test.op === "all-of" ? "and" : "or";
  const values = listed(test.values, last);
  const link = linkOf(facet);
  if (link !== undefined) return linked(link, test.values, last);
  if (facet === undefined || TOPICS.some((topic) => facet.aliases.includes(topic))) return `with ${values}`;
  if (facet.aliases.includes("part of")) return `that ${count === 1 ? "is" : "are"} part of ${values}`;
  return `with ${facetName(facet)} ${values}`;
}

/** Aliases of a facet whose values are things in an item, not what it is called. */
const TOPICS = ["about", "involving", "with", "mood", "theme", "themes", "topic"];

/** The words that join an item to a value and can be denied: "directed by", "made in", "rated". */
function linkOf(facet: FacetDeclaration | undefined): string | undefined {
  if (facet === undefined || isKind(facet)) return undefined;
  const link = connective(facet);
  if (link !== undefined) return link;
  if (facet.kind === "people") return facet.aliases.includes("with") ? "with" : `with ${facetName(facet)}`;
  if (facet.aliases.some((alias) => /^(?:spoken in|in (?:the|what|which) )/u.test(alias))) return "in";
  return facet.aliases.find((alias) => /^(?:rated|suitable for|made for)$/u.test(alias));
}

const PLACES: Readonly<Record<FacetDeclaration["kind"], number>> = {
  people: 0,
  category: 1,
  text: 1,
  tags: 2,
  year: 3,
  number: 4,
};

function placeOf(facet: FacetDeclaration | undefined): number {
  if (facet === undefined) return 2;
  // "with robots made in Japan": what is in it comes before where it is from.
  return PLACES[facet.kind] + (linkOf(facet) === undefined ? 0 : 0.5);
}
