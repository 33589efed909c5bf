import { type BadCase, BOOKS, both, LOANS, put, yaml } from "./bad-case.ts";

/** What is wrong with single rows, or with all of them. */
export const ROW_CASES: readonly BadCase[] = [
  {
    title: "a file cut in a row",
    spoil: put("loans.csv", `${LOANS}cid,b`),
    outcome: "taken",
    says: ["missing columns", "line 4 of loans.csv"],
  },
  {
    title: "JSON lines cut in a line",
    spoil: both(
      put("loans.jsonl", '{"reader":"ann","isbn":"b1","stars":5,"day":1577836800}\n{"reader":"bea","is'),
      yaml("loans: loans.csv", "loans: loans.jsonl"),
    ),
    outcome: "taken",
    says: ["not JSON", "line 2 of loans.jsonl"],
  },
  {
    title: "rows of latin-1 in UTF-8",
    spoil: put(
      "books.csv",
      Buffer.concat([Buffer.from(`${BOOKS}b4,Café\n`), Buffer.from("b5,Misérables\n", "latin1")]),
    ),
    outcome: "taken",
    says: ["not utf-8", "line 6 of books.csv"],
  },
  {
    title: "lines that end in different ways, and one cut",
    spoil: put("books.csv", "isbn,name\r\nb1,Emma\nb2,Dune\r\nb3\nb4,Solaris\n"),
    outcome: "taken",
    says: ["missing columns", "line 4 of books.csv"],
  },
  {
    title: "NUL bytes",
    spoil: both(
      put("books.csv", `${BOOKS}b\u00004,Nul\n`),
      put("loans.csv", `${LOANS}c\u0000d,b1,3,1577836802\n`),
    ),
    outcome: "taken",
    says: [
      "id holds control characters",
      "line 5 of books.csv",
      "user holds NUL bytes",
      "line 4 of loans.csv",
    ],
  },
  {
    title: "a cell of 10 MB",
    spoil: put("books.csv", `${BOOKS}b4,${"x".repeat(10 << 20)}\nb5,After\n`),
    outcome: "taken",
    says: ["longer than 2 MB", "line 5 of books.csv"],
  },
  {
    title: "a quote that is never closed",
    spoil: put("books.csv", `${BOOKS}b4,"Open\nb5,Lost\nb6,Lost too\n`),
    outcome: "taken",
    says: ["a quote is not closed", "line 5 of books.csv"],
  },
  {
    title: "text beside a quoted cell",
    spoil: put("books.csv", `${BOOKS}b4,"Du"ne\n`),
    outcome: "taken",
    says: ["text beside a quoted cell", "line 5 of books.csv"],
  },
  {
    title: "too many cells",
    spoil: put("books.csv", `${BOOKS}b4,Emma, again\n`),
    outcome: "taken",
    says: ["too many columns", "line 5 of books.csv"],
  },
  {
    title: "a repeated id",
    spoil: put("books.csv", `${BOOKS}b1,Emma again\n`),
    outcome: "taken",
    says: ["repeated id (the first is kept)", "line 5 of books.csv"],
  },
  {
    title: "no id, no title",
    spoil: put("books.csv", `${BOOKS},Nameless\nb5,\n`),
    outcome: "taken",
    says: ["no id (line 5 of books.csv)", "no title (line 6 of books.csv)"],
  },
  {
    title: "an id in other letters",
    spoil: put("loans.csv", `${LOANS}cid,B1,3,1577836802\n`),
    outcome: "taken",
    says: ["unknown item (line 4 of loans.csv)"],
  },
  {
    title: "ratings outside the scale",
    spoil: put("loans.csv", `${LOANS}cid,b1,9,1577836802\ncid,b2,0,1577836803\n`),
    outcome: "taken",
    says: ["2 × value outside the scale (lines 4, 5 of loans.csv)"],
  },
  {
    title: "a rating that is a word",
    spoil: put("loans.csv", `${LOANS}cid,b1,good,1577836802\n`),
    outcome: "taken",
    says: ["value is not a number (line 4 of loans.csv)"],
  },
  {
    title: "nothing but ratings that are words",
    spoil: put("loans.csv", "reader,isbn,stars,day\nann,b1,good,1577836800\nbea,b2,bad,1577836801\n"),
    outcome: "refused",
    says: ["none of its 2 interactions", "Make numbers of the ratings"],
  },
  {
    title: "ratings with decimal commas",
    spoil: both(
      put("loans.csv", "reader;isbn;stars;day\nann;b1;4,5;1577836800\n"),
      yaml("loans: loans.csv", 'loans: { file: loans.csv, separator: ";" }'),
    ),
    outcome: "refused",
    says: ["value 4,5", 'number_in(stars) AS "value"'],
  },
  {
    title: "a time in the future",
    spoil: put("loans.csv", `${LOANS}cid,b1,3,4102444800\n`),
    outcome: "taken",
    says: ["time in the future (line 4 of loans.csv)"],
  },
  {
    title: "milliseconds for seconds",
    spoil: put("loans.csv", "reader,isbn,stars,day\nann,b1,5,1577836800000\nbea,b2,4,1577836801000\n"),
    outcome: "refused",
    says: ["milliseconds?", '"at" / 1000 AS "at"'],
  },
  {
    title: "a time that is none",
    spoil: put("loans.csv", `${LOANS}cid,b1,3,someday\n`),
    outcome: "taken",
    says: ["time cannot be read (line 4 of loans.csv)"],
  },
];
