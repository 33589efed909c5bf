/** What a phrase can stand for in one facet. All of `values` are meant together. */
export interface Entry {
  readonly facet: string;
  readonly values: readonly string[];
  /** From a facet with a large vocabulary of everyday words, so weaker evidence. */
  readonly open: boolean;
  readonly person: boolean;
  /** Number of items that carry the (first) value. */
  readonly count: number;
}
