import { type Entry, entryOf, type Kind, type Read } from "./entry.ts";
import { type FileContext, type Format, has, type Row } from "./format.ts";
import { unguarded } from "./table.ts";
import { givenValue, yearOf } from "./values.ts";

/** The columns of Cicerone's own tables: histories, and rows that no item was found for. People may leave out all but `title`. */
export const OWN_COLUMNS = [
  "item",
  "title",
  "year",
  "verdict",
  "rating",
  "out of",
  "date",
  "again",
  "review",
  "people",
  "other titles",
  "kind",
  "ids",
  "source",
  "why",
  "candidates",
] as const;

const VERDICTS: Readonly<Record<string, Entry["verdict"]>> = {
  ...{ seen: "seen", liked: "liked", disliked: "disliked", wanted: "wanted", rated: "rated" },
};
const KINDS: Readonly<Record<string, Kind>> = { film: "film", show: "show", book: "book" };

/** What `history import` left unmatched, and what `memory export --csv` wrote. Whoever fills in `item` says which item is meant. */
export const own: Format = {
  name: "Cicerone",
  telltale: "item, title, verdict, out of",
  recognises: (columns) => has(columns, "item", "title", "verdict", "out of"),
  reader: (context) => (row) => entryIn(row, context),
};

function entryIn(row: Row, { name, days }: FileContext): Read {
  const cell = (column: (typeof OWN_COLUMNS)[number]): string => unguarded(row.cell(column));
  const verdict = VERDICTS[cell("verdict")];
  if (verdict === undefined) return { broken: `“${cell("verdict")}” is no verdict` };
  const kind = KINDS[cell("kind")];
  const entry = {
    line: row.line,
    source: cell("source") || name,
    title: cell("title"),
    otherTitles: listed(cell("other titles")),
    year: yearOf(cell("year")),
    people: listed(cell("people")),
    ids: Object.fromEntries(
      listed(cell("ids")).flatMap((id) => {
        const [, scheme, value] = /^([a-z][\w-]*):(.+)$/.exec(id) ?? [];
        return scheme === undefined || value === undefined ? [] : [[scheme, value]];
      }),
    ),
    kind,
    verdict,
    at: days(cell("date")),
    again: cell("again") === "yes",
    review: cell("review") || undefined,
    item: cell("item") || undefined,
  };
  if (verdict !== "rated") return { entry: entryOf(entry) };
  const max = Number(cell("out of"));
  const rating = givenValue(cell("rating"), { min: 0, max: max > 0 ? max : 5 });
  return typeof rating === "string" ? { broken: rating } : { entry: entryOf({ ...entry, rating }) };
}

function listed(cell: string): string[] {
  return cell
    .split("; ")
    .map((one) => one.trim())
    .filter((one) => one !== "");
}
