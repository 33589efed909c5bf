import type { Identifiers } from "../../items/identifiers.ts";
import { entryOf, type Read } from "./entry.ts";
import { type Format, has } from "./format.ts";
import { givenValue } from "./values.ts";

/** The StoryGraph allows quarters of a star, down to one. */
const STARS = { min: 0.25, max: 5 };

export const storygraph: Format = {
  name: "StoryGraph",
  telltale: "Title, Authors, ISBN/UID, Read Status, Star Rating",
  recognises: (columns) => has(columns, "title", "authors", "read status", "star rating"),
  reader({ name, days }) {
    return (row): Read => {
      const isbn = row.cell("isbn/uid").replace(/-/g, "");
      const book = {
        line: row.line,
        source: `StoryGraph ${name}`,
        title: row.cell("title"),
        people: row
          .cell("authors")
          .split(",")
          .map((author) => author.trim())
          .filter((author) => author !== ""),
        ids: idsOf(isbn),
        kind: "book",
        at: days(row.cell("last date read")) ?? days(row.cell("date added")),
        review: row.cell("review") || undefined,
      } as const;
      const stars = row.cell("star rating");
      if (stars === "") {
        const verdict = row.cell("read status") === "to-read" ? "wanted" : "seen";
        return { entry: entryOf({ ...book, verdict }) };
      }
      const rating = givenValue(stars, STARS);
      if (typeof rating === "string") return { broken: rating };
      return { entry: entryOf({ ...book, verdict: "rated", rating }) };
    };
  },
};

function idsOf(isbn: string): Identifiers {
  return /^\d{9}[\dXx]$|^\d{13}$/.test(isbn) ? { isbn } : {};
}
