/** One thing about a dataset that somebody should know before it is imported. */
export interface Finding {
  /** `error`: an import would fail; `warning`: it would leave something out, or take it for something else. */
  readonly severity: "error" | "warning";
  readonly what: string;
  /** Rows, items or values that it is about. */
  readonly count?: number | undefined;
  /** The first few, as they stand in the file. */
  readonly examples: readonly string[];
  /** Lines of `file`, from 1; without a file, rows of what the query gives. */
  readonly lines?: readonly number[] | undefined;
  readonly file?: string | undefined;
  /** What to do, with the line to write where there is one. */
  readonly advice?: string | undefined;
}
