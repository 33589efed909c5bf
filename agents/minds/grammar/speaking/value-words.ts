import type { Catalogue } from "../../../../memory/items/catalogue.ts";
import type { Condition, Constraint } from "../../../../memory/items/constraint.ts";
import type { FacetDeclaration } from "../../../../memory/items/facet.ts";
import {
  connective,
  facetName,
  inSentence,
  isKind,
  linked,
} from "../../../../tools/explaining/facet-words.ts";
import { isAdjective } from "./adjectives.ts";
import { listed } from "./wording.ts";

type FacetOf = (condition: Condition) => FacetDeclaration | undefined;

/** A value before a noun: "romantic" for Romance, else the value itself. */
function adjectiveWords(facet: FacetDeclaration | undefined, value: string): string {
  return facet?.spoken[value]?.adjective ?? inSentence(facet, value);
}

/** "western or war"; what must all be true of one item stands side by side: "horror comedy". */
export function adjectiveOf({ test }: Condition, facet: FacetDeclaration | undefined): string {
  if (!("values" in test)) return "";
  const words = test.values.map((value) => adjectiveWords(facet, value));
  return test.op === "all-of" ? words.join(" ") : listed(words, "or");
}

/** Whether all its values are moods, which stand before the noun whatever the facet is called. */
export function isMood({ test, or }: Constraint, facet: FacetDeclaration | undefined): boolean {
  return or === undefined && "values" in test && test.values.every((value) => isMoodValue(facet, value));
}

function isMoodValue(facet: FacetDeclaration | undefined, value: string): boolean {
  return isAdjective(value) || facet?.spoken[value]?.adjective !== undefined;
}

/** "tense" and "Paris" of one wish have their places on either side of the noun. */
export function moodsApart(constraint: Constraint, facet: FacetDeclaration | undefined): Constraint[] {
  const { test } = constraint;
  if (test.op !== "all-of" || isMood(constraint, facet) || isKind(facet)) return [constraint];
  const isMoody = (value: string): boolean => isMoodValue(facet, value);
  const parts = [test.values.filter(isMoody), test.values.filter((value) => !isMoody(value))];
  return parts
    .filter((values) => values.length > 0)
    .map((values) => ({ ...constraint, test: { op: "all-of", values } }));
}

/** The noun, and the kinds that stand before it. */
export interface Head {
  readonly noun: string;
  readonly adjectives: readonly Constraint[];
}

/** "comedies" in place of "comedy films"; of "romantic comedies" the last that can be a noun is it, "comedies or dramas" are both. */
export function headOf(kinds: readonly Constraint[], catalogue: Catalogue, count: number): Head {
  const { one, many } = catalogue.noun;
  const plain: Head = { noun: count === 1 ? one : many, adjectives: kinds };
  const last = kinds.at(-1);
  const facet = last && catalogue.facet(last.facet);
  if (last === undefined || facet === undefined || !("values" in last.test)) return plain;
  const { test } = last;
  const nounOf = (value: string): string | undefined => {
    const plural = facet.spoken[value]?.many;
    return plural === undefined || count !== 1 ? plural : inSentence(facet, value);
  };
  const nouns = test.values.map(nounOf);
  const before = kinds.slice(0, -1);
  if (test.op !== "all-of" && nouns.every((noun) => noun !== undefined)) {
    return { noun: listed(nouns, "or"), adjectives: before };
  }
  const at = nouns.findLastIndex((noun) => noun !== undefined);
  const noun = nouns[at];
  if (test.op !== "all-of" || noun === undefined) return plain;
  const values = test.values.filter((_, place) => place !== at);
  return {
    noun,
    adjectives: [...before, ...(values.length > 0 ? [{ ...last, test: { ...test, values } }] : [])],
  };
}

/** Topics that can stand before the noun ("heist films"): one thing at a time, where a constraint asks for nothing else. */
export function topicsOf(
  constraints: readonly Constraint[],
  facetOf: FacetOf,
): { readonly words: readonly string[]; readonly taken: ReadonlySet<Constraint> } {
  const taken = new Set<Constraint>();
  const words: string[] = [];
  for (const constraint of constraints) {
    const { test, or } = constraint;
    const facet = facetOf(constraint);
    const [value] = "values" in test && test.values.length === 1 ? test.values : [];
    if (or !== undefined || words.length > 0 || value === undefined || !isTopic(facet)) continue;
    if (facet?.spoken[value]?.after !== undefined || !standsBefore(value)) continue;
    taken.add(constraint);
    words.push(value);
  }
  return { words, taken };
}

/** "heist" stands before a noun, "robots" and "based on a novel" after it. */
function standsBefore(value: string): boolean {
  return !/(?<![su])s$/u.test(value) && !/^(?:based|set|told|made)\b/u.test(value);
}

/** "directed by Akira Kurosawa", "with robots and outer space", "part of Alien". */
export function joinedBy(
  facet: FacetDeclaration | undefined,
  values: readonly string[],
  last: "and" | "or",
  count: number,
): string {
  const link = linkOf(facet);
  if (link !== undefined) return linked(link, values, last);
  const words = listed(values, last);
  if (isTopic(facet))
    return values.every((value) => /^(?:based|set|told|made)\b/u.test(value)) ? words : `with ${words}`;
  if (facet?.aliases.includes("part of")) return `that ${count === 1 ? "is" : "are"} part of ${words}`;
  return `with ${facet === undefined ? words : `${facetName(facet)} ${words}`}`;
}

/** Aliases of a facet whose values are things in an item, not what it is called. */
const TOPICS = ["about", "involving", "with", "mood", "theme", "themes", "topic"];

function isTopic(facet: FacetDeclaration | undefined): boolean {
  return (
    facet === undefined || (facet.kind !== "people" && TOPICS.some((topic) => facet.aliases.includes(topic)))
  );
}

/** The words that join an item to a value and can be denied: "directed by", "made in", "rated". */
export function linkOf(facet: FacetDeclaration | undefined): string | undefined {
  if (facet === undefined || isKind(facet)) return undefined;
  const link = connective(facet);
  if (link !== undefined) return link;
  if (facet.kind === "people") return facet.aliases.includes("with") ? "with" : `with ${facetName(facet)}`;
  if (facet.aliases.some((alias) => /^(?:spoken in|in (?:the|what|which) )/u.test(alias))) return "in";
  return facet.aliases.find((alias) => /^(?:rated|suitable for|made for)$/u.test(alias));
}
