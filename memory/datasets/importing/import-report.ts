/** Rows that were not taken, for one reason, with one of them as an example. */
export interface Rejection {
  readonly reason: string;
  readonly count: number;
  readonly example: string;
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

/** Counts rejections by reason, keeping the first example of each. */
export class RejectionTally {
  private readonly reasons = new Map<string, { count: number; example: string }>();

  add(reason: string, example: string, count = 1): void {
    const entry = this.reasons.get(reason);
    if (entry === undefined) this.reasons.set(reason, { count, example: shortened(example) });
    else entry.count += count;
  }

  /** Most frequent first. */
  list(): Rejection[] {
    return [...this.reasons]
      .map(([reason, entry]) => ({ reason, ...entry }))
      .sort((left, right) => right.count - left.count);
  }
}

function shortened(example: string): string {
  return example.length > 200 ? `${example.slice(0, 197)}...` : example;
}
