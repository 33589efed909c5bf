import type { Catalogue } from "../../memory/items/catalogue.ts";
import type { FacetDeclaration } from "../../memory/items/facet.ts";
import type { FacetValue } from "../../memory/items/item.ts";
import { topicStems } from "./words.ts";

/** How much one occurrence of a term counts, by where it stands. */
const WEIGHTS = { title: 2, facet: 2, text: 1 };

/** Term → weighted number of occurrences. */
export type TermCounts = ReadonlyMap<string, number>;

/**
 * An item as a bag of terms: the stems of its title, of its facet values and of its text, and each facet value of several
 * words once more as a whole, so that two films of one director are nearer than two films with a Scott in them. Years count
 * by their decade; other numbers are no words.
 */
export function itemTerms(catalogue: Catalogue, index: number): TermCounts {
  const counts = new Map<string, number>();
  add(counts, topicStems(catalogue.title(index)), WEIGHTS.title);
  for (const facet of catalogue.facets) {
    const value = catalogue.value(index, facet.name);
    if (value !== undefined) add(counts, facetTerms(facet, value), WEIGHTS.facet);
  }
  add(counts, topicStems(catalogue.text(index) ?? ""), WEIGHTS.text);
  return counts;
}

/** Plain text as a bag of terms. */
export function textTerms(text: string): TermCounts {
  const counts = new Map<string, number>();
  add(counts, topicStems(text), 1);
  return counts;
}

function facetTerms(facet: FacetDeclaration, value: FacetValue): string[] {
  if (typeof value === "number") {
    return facet.kind === "year" ? [`${facet.name}:${Math.floor(value / 10)}0s`] : [];
  }
  const values = typeof value === "string" ? [value] : value;
  return values.flatMap((one) => {
    const stems = topicStems(one);
    return facet.kind !== "text" && stems.length > 1 ? [...stems, `${facet.name}:${one}`] : stems;
  });
}

function add(counts: Map<string, number>, terms: readonly string[], weight: number): void {
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + weight);
}
