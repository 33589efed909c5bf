/** Rows that were not taken, for one reason, with the first of them as an example. */
export interface Rejection {
  readonly reason: string;
  readonly count: number;
  readonly example: string;
  /** Where the first few are: lines of `file`, from 1; without a file, rows of what the query gives. */
  readonly lines?: readonly number[];
  readonly file?: string;
}

export interface RowReport {
  readonly read: number;
  readonly kept: number;
  readonly rejected: readonly Rejection[];
}

/** What an import read, kept and turned away. `read` = `kept` + the sum of `rejected`. */
export interface ImportReport {
  readonly name: string;
  readonly items: RowReport;
  readonly interactions: RowReport;
  readonly users: number;
  /** Facet values that could not be read: the item is kept without them. */
  readonly unreadable: readonly Rejection[];
  /** Declared facets that no item has; the catalogue leaves them out. */
  readonly emptyFacets: readonly string[];
  /** Optional files that were not there. */
  readonly missingFiles: readonly string[];
  readonly seconds: number;
}

/** So many line numbers are kept of each reason. */
export const MOST_EXAMPLES = 3;

interface Counted {
  count: number;
  readonly example: string;
  readonly lines: number[];
  readonly file?: string;
}

/** Counts rejections by reason, keeping the first example of each and where the first few were. */
export class RejectionTally {
  private readonly reasons = new Map<string, Counted>();

  add(
    reason: string,
    example: string,
    count = 1,
    where: { readonly lines?: readonly number[]; readonly file?: string | undefined } = {},
  ): void {
    const { lines = [], file } = where;
    // The same fault in two files is told twice, for their lines are not each other's.
    const key = `${reason}\n${file ?? ""}`;
    const entry = this.reasons.get(key);
    if (entry === undefined) {
      const counted = { count, example: shortened(example), lines: lines.slice(0, MOST_EXAMPLES) };
      this.reasons.set(key, file === undefined ? counted : { ...counted, file });
      return;
    }
    entry.count += count;
    entry.lines.push(...lines.slice(0, MOST_EXAMPLES - entry.lines.length));
  }

  /** Most frequent first. */
  list(): Rejection[] {
    return [...this.reasons]
      .map(([key, { lines, ...entry }]) => ({
        reason: key.split("\n")[0] ?? key,
        ...entry,
        ...(lines.length === 0 ? {} : { lines }),
      }))
      .sort((left, right) => right.count - left.count);
  }
}

function shortened(example: string): string {
  return example.length > 200 ? `${example.slice(0, 197)}...` : example;
}
