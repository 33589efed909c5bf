/** Among what the right item is to be found: every item, or the right one and that many drawn at random. */
export type Candidates = "full" | "1+19" | "1+99";

export type Figures = Readonly<Record<string, number>>;

/** Rows that share where they were read and how they were measured. Figures are shares, not percent; HR@k with one right item is `recall@k`. */
export interface PublishedTable {
  /** "ranking", "rating" and so on, as in the protocol of a report. */
  readonly task: string;
  /** What was measured on, as our datasets are named where we have it; else in words. */
  readonly data: string;
  /** Datasets of ours beside which the rows are shown although they are of other data: "any", or by name. */
  readonly alsoFor?: "any" | readonly string[];
  /** Left out where nothing is ranked. */
  readonly candidates?: Candidates;
  /** Where the figures were read, and how: [full] the paper's text, [repo] its authors' repository, [2nd] somebody else's table, [summary] a summary. */
  readonly source: string;
  readonly differences: string;
  readonly systems: Readonly<Record<string, Figures>>;
}
