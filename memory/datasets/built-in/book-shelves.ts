import { literal } from "../../store/duckdb.ts";

/**
 * What a book is said to be → the shelves on which its readers put it, with blanks between them. Shelves that say something of
 * their owner ("to-read", "own-it") are in no list.
 */
export type Shelves = Readonly<Record<string, string>>;

/** SQL for a table `(shelf, label)`; a shelf may have several labels. */
export function shelfTable(shelves: Shelves): string {
  const rows = Object.entries(shelves).map(([label, names]) => `(${literal(label)}, ${literal(names)})`);
  return `SELECT label, unnest(string_split(names, ' ')) AS shelf FROM (VALUES ${rows.join(", ")}) AS listed(label, names)`;
}
