import { z } from "zod";

/**
 * What an everyday phrase stands for in a catalogue: facet → values, any of which will do; "Romance + Comedy" asks for both at once,
 * "not black and white" for everything else. Under several facets either will do. `text` is looked for in the items' texts where no item
 * has any of the values.
 */
export const LexiconEntry = z.record(
  z.string(),
  z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]),
);
export type LexiconEntry = z.infer<typeof LexiconEntry>;

/** Phrases that a catalogue's own facets do not hold: moods, occasions, manners ("dark", "date night", "page-turner"). */
export const CatalogueLexicon = z.record(z.string().min(1), LexiconEntry);
export type CatalogueLexicon = z.infer<typeof CatalogueLexicon>;

/** The key of an entry under which words for the texts stand. */
export const TEXT = "text";

/** The values of a facet in an entry, each as the list of those that are meant together. */
export function valuesIn(entry: LexiconEntry, facet: string): string[][] {
  const given = entry[facet];
  const values = given === undefined ? [] : typeof given === "string" ? [given] : given;
  return values.map((value) => value.split("+").map((part) => part.trim()));
}
