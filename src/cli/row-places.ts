import { sanitiseLine } from "../sanitise.ts";

/** Where rows are: "lines 4, 9 and more of loans.csv", or rows of a query where the line is not known; "" where nothing is. */
export function placesText(rows: {
  readonly lines?: readonly number[] | undefined;
  readonly file?: string | undefined;
  readonly count?: number | undefined;
}): string {
  const { lines = [], file, count = lines.length } = rows;
  if (lines.length === 0) return "";
  const what = file === undefined ? "row" : "line";
  const numbers = `${what}${lines.length > 1 ? "s" : ""} ${lines.join(", ")}${count > lines.length ? " and more" : ""}`;
  return file === undefined ? `${numbers} of the query` : `${numbers} of ${sanitiseLine(file)}`;
}
