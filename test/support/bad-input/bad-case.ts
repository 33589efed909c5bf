import { writeFileSync } from "node:fs";
import { join } from "node:path";

/** Something wrong with somebody's data, and what must be said of it. */
export interface BadCase {
  readonly title: string;
  /** Makes it, in a folder that holds a good descriptor and its files. */
  readonly spoil: (folder: string) => void;
  /** `refused`: the import fails and the old snapshot stays; `taken`: it goes on without the bad rows. */
  readonly outcome: "refused" | "taken";
  /** What the message must hold; the document has it whole. */
  readonly says: readonly string[];
}

export const BOOKS = "isbn,name\nb1,Emma\nb2,Dune\nb3,Solaris\n";
export const LOANS = "reader,isbn,stars,day\nann,b1,5,1577836800\nbea,b2,4,1577836801\n";
export const YAML = `name: books
scale: { min: 1, max: 5 }
files: { books: books.csv, loans: loans.csv }
items: SELECT isbn AS id, name AS title FROM books
interactions: SELECT reader AS "user", isbn AS item, stars AS "value", day AS "at" FROM loans
`;

export function writeGood(folder: string): void {
  put("books.csv", BOOKS)(folder);
  put("loans.csv", LOANS)(folder);
  put("books.yaml", YAML)(folder);
}

export function put(name: string, content: string | Buffer): (folder: string) => void {
  return (folder) => writeFileSync(join(folder, name), content);
}

/** A descriptor with one text in it replaced. */
export function yaml(from: string, to: string): (folder: string) => void {
  if (!YAML.includes(from)) throw new Error(`the descriptor has no ${from}`);
  return put("books.yaml", YAML.replace(from, to));
}

export function both(...spoils: readonly ((folder: string) => void)[]): (folder: string) => void {
  return (folder) => {
    for (const spoil of spoils) spoil(folder);
  };
}
