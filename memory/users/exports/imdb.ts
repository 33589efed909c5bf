import { type Entry, entryOf, type Kind, type Read } from "./entry.ts";
import { type FileContext, type Format, has, type Row } from "./format.ts";
import { givenValue, yearOf } from "./values.ts";

const OUT_OF_TEN = { min: 1, max: 10 };

/** IMDb's ratings, of today and of before 2017 ("You rated"), and its watchlist and other lists, which have a position. */
export const imdb: Format = {
  name: "IMDb",
  telltale: "Const, Your Rating (or Position), Title, URL",
  recognises: (columns) => has(columns, "const", "title", "title type"),
  reader(context) {
    const isList = context.columns.includes("position") && !context.columns.includes("you rated");
    const source = `IMDb ${context.name}`;
    return (row): Read => {
      const given = row.cell("your rating") || row.cell("you rated");
      if (given !== "") {
        const rating = givenValue(given, OUT_OF_TEN);
        if (typeof rating === "string") return { broken: rating };
        return { entry: titled(row, source, context, { verdict: "rated", rating }) };
      }
      if (!isList && context.as === undefined) return { broken: "no rating" };
      return { entry: titled(row, source, context, { verdict: context.as ?? "wanted" }) };
    };
  },
};

function titled(
  row: Row,
  source: string,
  { days }: FileContext,
  told: Pick<Entry, "verdict"> & Partial<Entry>,
): Entry {
  const original = row.cell("original title");
  const rated = told.verdict === "rated" ? days(row.cell("date rated")) : undefined;
  return entryOf({
    line: row.line,
    source,
    title: row.cell("title"),
    otherTitles: original === "" || original === row.cell("title") ? [] : [original],
    year: yearOf(row.cell("year")),
    people: listOf(row.cell("directors")),
    ids: /^tt\d+$/.test(row.cell("const")) ? { imdb: row.cell("const") } : {},
    kind: kindOf(row.cell("title type")),
    at: rated ?? days(row.cell("created")),
    ...told,
  });
}

function kindOf(type: string): Kind {
  return /series|episode|game|podcast/i.test(type) ? "show" : "film";
}

function listOf(names: string): string[] {
  return names
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
}
