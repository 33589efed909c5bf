import { CiceroneError } from "../../errors.ts";
import type { Rejection } from "./import-report.ts";

/** What to do about rows that were turned away, by the beginning of the reason; undefined where there is nothing to add. */
export function adviceFor(reason: string, example = ""): string | undefined {
  if (reason === "value is not a number" && /, value -?\d+,\d/.test(example))
    return 'Read decimal commas: number_in(stars) AS "value"';
  return ADVICE.find(([beginning]) => reason.startsWith(beginning))?.[1];
}

/** An items query that gives no row at all, or none that is an item. */
export function noItems(name: string, read: number, rejected: readonly Rejection[]): CiceroneError {
  const [most] = rejected;
  if (most === undefined) {
    return new CiceroneError("empty-dataset", `Dataset ${name} has no items: the items query gives no row.`, {
      hint: "Has the file rows under its header? Check the query's conditions, and the file's separator, quote and encoding.",
    });
  }
  return new CiceroneError(
    "empty-dataset",
    `Dataset ${name} has no items: all ${read} rows are turned away, ${most.count} × ${most.reason}, e.g. ${most.example}`,
    { hint: adviceFor(most.reason) ?? "It needs rows with an id and a title." },
  );
}

/** Where every interaction there was is turned away, the dataset would be worth less than the one before it. */
export function allTurnedAway(name: string, read: number, rejected: readonly Rejection[]): CiceroneError {
  const [most] = rejected;
  const what = most === undefined ? "" : `: ${most.count} × ${most.reason}, e.g. ${most.example}`;
  const advice = most === undefined ? undefined : adviceFor(most.reason, most.example);
  return new CiceroneError(
    "no-interactions",
    `Dataset ${name} would keep none of its ${read} interactions${what}.`,
    {
      hint: advice ?? "Check the interactions query: cicerone data check FILE.yaml shows more.",
    },
  );
}

const ADVICE: readonly (readonly [string, string])[] = [
  [
    "broken line: a quote is not closed",
    'Close the quote on that line; where quotes mean nothing, state: quote: ""',
  ],
  ["broken line: text beside", 'Double a quote inside a quoted cell (""), or state: quote: ""'],
  ["broken line: longer", "Shorten that cell; a line may have 2 MB."],
  ["broken line: not JSON", "Mend that line: each must be one JSON object. Was the file cut short?"],
  [
    "broken line: not",
    "State the encoding (encoding: latin-1), or convert the file: iconv -f LATIN1 -t UTF-8",
  ],
  ["broken line: missing", "Is the line cut short, or the separator another?"],
  ["broken line: too many", "Quote a cell that holds the separator; or is the separator another?"],
  ["id holds control", "Those bytes are no text: mend the file where the id stands."],
  ["user holds NUL", "Those bytes are no text: mend the file where the user stands."],
  ["no id", "Give every item an id, or leave such rows out: WHERE id IS NOT NULL"],
  ["no title", "Name the title: SELECT …, name AS title; another column can stand in: coalesce(name, id)"],
  ["repeated id", "Give every item an id of its own, or make one row of several: SELECT DISTINCT ON (id) …"],
  ["unknown item", "Its item is not in the items table: compare how both write ids."],
  ["value is not a number", "Make numbers of the ratings: CASE stars WHEN 'good' THEN 4 … END AS \"value\""],
  ["value outside the scale", "State the scale that the ratings have: scale: { min: …, max: … }"],
  ["time cannot be read", "Read the date's form: epoch(strptime(day, '%d/%m/%Y')) AS \"at\""],
  ["time in the future (milliseconds?)", 'Seconds are meant: "at" / 1000 AS "at"'],
  ["time in the future", "Is the date right, or the clock of this machine?"],
  [
    "repeated user and item",
    "One rating of a user for an item is kept; that is no fault where people rate again.",
  ],
];
