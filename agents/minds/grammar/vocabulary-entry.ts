import type { Condition } from "../../../memory/items/constraint.ts";
import type { Meaning } from "./meaning.ts";

/** What a phrase can stand for in one facet. All of `values` are meant together, unless it is `either`. */
export interface Entry {
  readonly facet: string;
  readonly values: readonly string[];
  /** From a facet with a large vocabulary of everyday words, so weaker evidence. */
  readonly open: boolean;
  readonly person: boolean;
  /** Number of items that carry the (first) value. */
  readonly count: number;
  /** Any of the values will do. */
  readonly either?: true;
  /** Everything but the values is meant. */
  readonly inverse?: true;
  /** What will do as well. */
  readonly or?: readonly Condition[];
  /** The everyday phrase that a lexicon explains so. */
  readonly phrase?: string;
}

/** What a span says whose words are an entry. */
export function meaningOf(entry: Entry): Extract<Meaning, { kind: "values" }> {
  const { count: _, person: __, ...said } = entry;
  return { kind: "values", ...said };
}
