import { CiceroneError } from "../../errors.ts";
import { type Entry, entryOf, type Read } from "./entry.ts";
import { type FileContext, type Format, has, type Row } from "./format.ts";
import { givenValue, yearOf } from "./values.ts";

const STARS = { min: 0.5, max: 5 };

/**
 * Letterboxd's files: ratings, diary and reviews tell themselves by their columns; watched, watchlist and likes have the same four,
 * so there the name it was exported under decides, or `--as`.
 */
export const letterboxd: Format = {
  name: "Letterboxd",
  telltale: "Date, Name, Year, Letterboxd URI",
  recognises: (columns) => has(columns, "name", "year", "letterboxd uri"),
  reader(context) {
    const columns = new Set(context.columns);
    const source = `Letterboxd ${context.name}`;
    if (columns.has("watched date")) return (row) => viewing(row, source, context);
    if (columns.has("rating")) return (row) => rating(row, source, context);
    const verdict = meaning(context);
    return (row) => ({ entry: film(row, source, context, { verdict }) });
  },
};

function viewing(row: Row, source: string, context: FileContext): Read {
  const stars = row.cell("rating");
  const told = {
    at: context.days(row.cell("watched date")) ?? context.days(row.cell("date")),
    again: /^yes$/i.test(row.cell("rewatch")),
    review: row.cell("review") || undefined,
  };
  if (stars === "") return { entry: film(row, source, context, { ...told, verdict: "seen" }) };
  const value = givenValue(stars, STARS);
  if (typeof value === "string") return { broken: value };
  return { entry: film(row, source, context, { ...told, verdict: "rated", rating: value }) };
}

function rating(row: Row, source: string, context: FileContext): Read {
  const value = givenValue(row.cell("rating"), STARS);
  if (typeof value === "string") return { broken: value };
  return { entry: film(row, source, context, { verdict: "rated", rating: value }) };
}

function film(
  row: Row,
  source: string,
  { days }: FileContext,
  told: Pick<Entry, "verdict"> & Partial<Entry>,
): Entry {
  return entryOf({
    line: row.line,
    source,
    title: row.cell("name"),
    year: yearOf(row.cell("year")),
    kind: "film",
    at: days(row.cell("date")),
    ...told,
  });
}

function meaning({ name, as }: FileContext): Entry["verdict"] {
  if (as !== undefined) return as;
  if (/watchlist/i.test(name)) return "wanted";
  if (/likes/i.test(name)) return "liked";
  if (/watched|films/i.test(name)) return "seen";
  throw new CiceroneError(
    "usage-history-as",
    `${name} is a Letterboxd list, but its columns do not say of what: watched, watchlist and likes look the same.`,
    { hint: "Say which: --as seen, --as wanted or --as liked; or keep the name it was exported under." },
  );
}
