import { type Entry, entryOf, type Read } from "./entry.ts";
import { type Format, has, type Row } from "./format.ts";
import { givenValue, yearOf } from "./values.ts";

const STARS = { min: 1, max: 5 };

/**
 * Goodreads' library export. My Rating 0 is none. The shelf says the rest: read, to-read; what is being read was begun and counts as
 * read. Titles carry their series in brackets, ISBNs are written ="0547773749".
 */
export const goodreads: Format = {
  name: "Goodreads",
  telltale: "Book Id, Title, Author, My Rating, Exclusive Shelf",
  recognises: (columns) => has(columns, "title", "author", "my rating", "exclusive shelf"),
  reader({ name, days }) {
    return (row): Read => {
      const shelf = row.cell("exclusive shelf");
      const stars = row.cell("my rating");
      const book = bookOf(row, `Goodreads ${name}`);
      const read = days(row.cell("date read")) ?? days(row.cell("date added"));
      const review = row.cell("my review") || undefined;
      if (stars !== "0" && stars !== "") {
        const rating = givenValue(stars, STARS);
        if (typeof rating === "string") return { broken: rating };
        return { entry: entryOf({ ...book, verdict: "rated", rating, at: read, review }) };
      }
      if (shelf === "to-read") {
        return { entry: entryOf({ ...book, verdict: "wanted", at: days(row.cell("date added")) }) };
      }
      return { entry: entryOf({ ...book, verdict: "seen", at: read, review }) };
    };
  },
};

type Book = Pick<Entry, "line" | "source" | "title"> & Partial<Entry>;

function bookOf(row: Row, source: string): Book {
  const isbn = bare(row.cell("isbn13")) || bare(row.cell("isbn"));
  const id = row.cell("book id");
  return {
    line: row.line,
    source,
    title: row.cell("title"),
    year: yearOf(row.cell("original publication year")) ?? yearOf(row.cell("year published")),
    people: [row.cell("author"), ...row.cell("additional authors").split(",")]
      .map((name) => name.trim().replace(/\s+/g, " "))
      .filter((name) => name !== ""),
    ids: { ...(isbn !== "" && { isbn }), ...(id !== "" && { goodreads: id }) },
    kind: "book",
  };
}

/** ="9780547773742", as spreadsheets are kept from making a number of it. */
function bare(cell: string): string {
  return cell.replace(/^="?|"$/g, "").trim();
}
