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
  readItem(catalogue, index, {
    text(text, weight) {
      const stems = topicStems(text);
      add(counts, stems, weight);
      return stems.length;
    },
    whole: (term, weight) => add(counts, [term], weight),
  });
  return counts;
}

/** What receives an item's words. */
export interface ItemReader {
  /** Takes a text. @returns how many of its words carry a topic */
  text(text: string, weight: number): number;
  /** Takes a term that is none of the words. */
  whole(term: string, weight: number): void;
}

/** Reads an item out: its title, its facets and its text. */
export function readItem(catalogue: Catalogue, index: number, reader: ItemReader): void {
  reader.text(catalogue.title(index), WEIGHTS.title);
  for (const facet of catalogue.facets) {
    const value = catalogue.value(index, facet.name);
    if (value !== undefined) readFacet(facet, value, reader);
  }
  reader.text(catalogue.text(index) ?? "", WEIGHTS.text);
}

/** Plain text as a bag of terms. */
export function textTerms(text: string): TermCounts {
  const counts = new Map<string, number>();
  add(counts, topicStems(text), 1);
  return counts;
}

function readFacet(facet: FacetDeclaration, value: FacetValue, reader: ItemReader): void {
  if (typeof value === "number") {
    if (facet.kind === "year") reader.whole(`${facet.name}:${Math.floor(value / 10)}0s`, WEIGHTS.facet);
    return;
  }
  for (const one of typeof value === "string" ? [value] : value) {
    const words = reader.text(one, WEIGHTS.facet);
    if (facet.kind !== "text" && words > 1) reader.whole(`${facet.name}:${one}`, WEIGHTS.facet);
  }
}

function add(counts: Map<string, number>, terms: readonly string[], weight: number): void {
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + weight);
}
