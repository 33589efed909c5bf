import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { type BadCase, BOOKS, both, put, yaml } from "./bad-case.ts";

const remove = (name: string) => (folder: string) => rmSync(join(folder, name));
const PACKED = gzipSync(
  `${BOOKS}${Array.from({ length: 5000 }, (_, at) => `x${at},Title ${Math.sin(at)}\n`).join("")}`,
);

/** What is wrong with a file as a whole. */
export const FILE_CASES: readonly BadCase[] = [
  {
    title: "a missing file",
    spoil: remove("books.csv"),
    outcome: "refused",
    says: ["books.csv", "There are:"],
  },
  { title: "an empty file", spoil: put("books.csv", ""), outcome: "refused", says: ["books.csv is empty"] },
  {
    title: "a header and nothing else",
    spoil: put("books.csv", "isbn,name\n"),
    outcome: "refused",
    says: ["has no items"],
  },
  {
    title: "a folder for a file",
    spoil: both(remove("books.csv"), (folder) => mkdirSync(join(folder, "books.csv"))),
    outcome: "refused",
    says: ["books.csv", "which is a folder"],
  },
  {
    title: "a pipe for a file",
    spoil: both(remove("books.csv"), (folder) => void execFileSync("mkfifo", [join(folder, "books.csv")])),
    outcome: "refused",
    says: ["which is a device, pipe or socket"],
  },
  {
    title: "a device for a file",
    spoil: both(remove("books.csv"), (folder) => symlinkSync("/dev/zero", join(folder, "books.csv"))),
    outcome: "refused",
    says: ["which is a device, pipe or socket"],
  },
  {
    title: "a link that leads back to itself",
    spoil: both(remove("books.csv"), (folder) => symlinkSync("books.csv", join(folder, "books.csv"))),
    outcome: "refused",
    says: ["a link that leads back to itself"],
  },
  {
    title: "a link out of the folder",
    spoil: both(remove("books.csv"), (folder) => symlinkSync("/etc/passwd", join(folder, "books.csv"))),
    outcome: "refused",
    says: ["outside its folder"],
  },
  {
    title: "a .gz that was cut short",
    spoil: both(
      put("books.csv.gz", PACKED.subarray(0, PACKED.length / 2)),
      yaml("books: books.csv", "books: books.csv.gz"),
    ),
    outcome: "refused",
    says: ["books.csv.gz", "cut short"],
  },
  {
    title: "a .gz that is none",
    spoil: both(put("books.csv.gz", BOOKS), yaml("books: books.csv", "books: books.csv.gz")),
    outcome: "refused",
    says: ["not packed with gzip"],
  },
  {
    title: "a packed file that is not called .gz",
    spoil: put("books.csv", PACKED),
    outcome: "refused",
    says: ["packed with gzip", ".gz"],
  },
  {
    title: "Parquet that was cut short",
    spoil: both(
      put("books.parquet", "PAR1 and no end of it"),
      yaml("books: books.csv", "books: books.parquet"),
    ),
    outcome: "refused",
    says: ["cannot be read as Parquet", "cut short"],
  },
  {
    title: "JSON that was cut short",
    spoil: both(
      put("books.json", '[{"isbn":"b1","name":"Emma"},{"isbn":"b2","na'),
      yaml("books: books.csv", "books: books.json"),
    ),
    outcome: "refused",
    says: ["cannot be read as JSON", "cut short"],
  },
  {
    title: "a spreadsheet for a table",
    spoil: put("books.csv", Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), Buffer.alloc(200, 7)])),
    outcome: "refused",
    says: ["spreadsheet", "export the sheet as CSV"],
  },
  {
    title: "UTF-16, and nobody said so",
    spoil: put("books.csv", Buffer.from(`\ufeff${BOOKS}`, "utf16le")),
    outcome: "refused",
    says: ["encoding: utf-16"],
  },
  {
    title: "UTF-16 without its mark",
    spoil: put("books.csv", Buffer.from(BOOKS, "utf16le")),
    outcome: "refused",
    says: ["encoding: utf-16"],
  },
  {
    title: "UTF-16 in the other byte order",
    spoil: put("books.csv", Buffer.from(`\ufeff${BOOKS}`, "utf16le").swap16()),
    outcome: "refused",
    says: ["big-endian", "iconv"],
  },
  {
    title: "lines that end in different ways, far behind the beginning",
    spoil: put("books.csv", `isbn,name\r\n${"b1,Emma\r\n".repeat(40_000)}b2,Dune\nb3,"Solaris"\n`),
    outcome: "refused",
    says: ["end in different ways", "tr -d"],
  },
  {
    title: "another separator",
    spoil: put("books.csv", BOOKS.replaceAll(",", ";")),
    outcome: "refused",
    says: ['separator: ";"'],
  },
  {
    title: "another separator than the descriptor states",
    spoil: yaml("books: books.csv", 'books: { file: books.csv, separator: "|" }'),
    outcome: "refused",
    says: ['separator: ","'],
  },
  {
    title: "a hundred thousand columns",
    spoil: put("books.csv", `isbn,name${",c".repeat(100_000)}\nb1,Emma\n`),
    outcome: "refused",
    says: ["100,002 columns", "at most 2,000"],
  },
  {
    title: "a first line without end",
    spoil: put("books.csv", `isbn,"${"x".repeat(1 << 20)}`),
    outcome: "refused",
    says: ["longer than 256 KB"],
  },
];
