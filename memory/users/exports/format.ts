import type { DayReader } from "./days.ts";
import type { Entry, Read } from "./entry.ts";

/** A row by the names of its columns, in lower case. Cells are trimmed; an absent one is "". */
export interface Row {
  /** From 1; of a JSON list the place in it. */
  readonly line: number;
  readonly cell: (column: string) => string;
  /** Whether it has fewer cells than there are columns. */
  readonly short: boolean;
}

/** What a format is told about the file besides its rows. */
export interface FileContext {
  /** The last part of the path, and the folder before it where there is one: "likes/films.csv". */
  readonly name: string;
  /** What people were told the file means, where its columns do not say. */
  readonly as: Entry["verdict"] | undefined;
  /** The greatest rating of the scale, where the person said it. */
  readonly outOf: number | undefined;
  /** Whose rows of a shared account are meant. */
  readonly profile: string | undefined;
  readonly days: DayReader;
  /** All rows, for what only the whole tells: which scale, how many profiles. */
  readonly rows: readonly Row[];
  readonly columns: readonly string[];
}

/** A service's file, recognised by its columns. */
export interface Format {
  /** As people know it: "Letterboxd ratings". */
  readonly name: string;
  /** The columns that give it away, for the message about a file that nobody knows. */
  readonly telltale: string;
  recognises(columns: ReadonlySet<string>): boolean;
  /** Makes a reader of rows. Throws CiceroneError `usage-history-…` where only the person can say what the file means. */
  reader(context: FileContext): (row: Row) => Read;
  /** One entry of several that tell the same: the episodes of a show. All of them where absent. */
  joined?(entries: readonly Entry[]): readonly Entry[];
}

/** Whether all of these columns are there. */
export function has(columns: ReadonlySet<string>, ...names: readonly string[]): boolean {
  return names.every((name) => columns.has(name));
}

/** The last of several entries about the same title, by when it happened; the order is that of the last ones. */
export function latestOfEach(entries: readonly Entry[]): readonly Entry[] {
  const latest = new Map<string, Entry>();
  for (const entry of entries) {
    const key = JSON.stringify([entry.title.toLowerCase(), entry.year, entry.verdict]);
    const before = latest.get(key);
    if (before !== undefined && (before.at ?? 0) > (entry.at ?? 0)) continue;
    latest.delete(key);
    latest.set(key, entry);
  }
  return [...latest.values()];
}
