import { type BadCase, put, yaml } from "./bad-case.ts";

const ITEMS = "SELECT isbn AS id, name AS title FROM books";

/** What is wrong with the descriptor, or with its SQL. */
export const DESCRIPTOR_CASES: readonly BadCase[] = [
  { title: "no YAML", spoil: put("books.yaml", "name: [books\n"), outcome: "refused", says: ["is not YAML"] },
  {
    title: "YAML that is no descriptor",
    spoil: put("books.yaml", "version: 3\nservices: { web: { image: x } }\n"),
    outcome: "refused",
    says: ["is not a dataset descriptor", "name:"],
  },
  {
    title: "a key with a slip in it",
    spoil: yaml("interactions:", "interaction:"),
    outcome: "refused",
    says: ["interaction", "Did you mean interactions?"],
  },
  {
    title: "a column that is not there",
    spoil: yaml("isbn AS id", "isbm AS id"),
    outcome: "refused",
    says: ['"isbm" not found', 'Candidate bindings: "isbn"'],
  },
  {
    title: "no title",
    spoil: yaml("name AS title", "name"),
    outcome: "refused",
    says: ["gives no column title", "It gives: id, name"],
  },
  {
    title: "an object for a title",
    spoil: yaml("name AS title", "struct_pack(en := name) AS title"),
    outcome: "refused",
    says: ["objects for title", '….en AS "title"'],
  },
  {
    title: "a cast that cannot be",
    spoil: yaml("name AS title", "CAST(name AS INTEGER) AS title"),
    outcome: "refused",
    says: ["'Emma'", "try_cast"],
  },
  { title: "no SQL", spoil: yaml(ITEMS, "SELEKT everything"), outcome: "refused", says: ["syntax error"] },
  {
    title: "SQL that writes",
    spoil: yaml(ITEMS, "CREATE TABLE x AS SELECT 1"),
    outcome: "refused",
    says: ["not one SELECT"],
  },
  {
    title: "SQL that writes a file",
    spoil: yaml(ITEMS, "COPY (SELECT 1) TO '/tmp/never-written.csv'"),
    outcome: "refused",
    says: ["/tmp/never-written.csv", "only the tables"],
  },
  {
    title: "SQL that reads other files",
    spoil: yaml(ITEMS, "SELECT content AS id, 'x' AS title FROM read_text('/etc/hostname')"),
    outcome: "refused",
    says: ["/etc/hostname", "only the tables"],
  },
  {
    title: "a file named outside the folder",
    spoil: yaml("books: books.csv", "books: ../books.csv"),
    outcome: "refused",
    says: ["inside the descriptor's folder"],
  },
];
