import { CiceroneError } from "../../errors.ts";
import { HEAD_BYTES } from "./file-head.ts";

/** More columns than any table that people keep; DuckDB takes minutes over a hundred thousand. */
const MOST_COLUMNS = 2_000;

/**
 * The column names in the first line of a text of separated values; none where it is empty. Reading them here, and
 * not by DuckDB's guessing, lets broken rows below be counted instead of failing the whole file.
 * Throws CiceroneError `unreadable-file` where the first line has no end, or too many columns.
 */
export function readHeader(path: string, head: string, separator: string, quote: string): string[] {
  const { cells, ended } = splitRecord(head, separator, quote);
  if (cells.length > MOST_COLUMNS) {
    throw new CiceroneError(
      "unreadable-file",
      `The first line of ${path} has ${cells.length.toLocaleString("en")} columns; at most ${MOST_COLUMNS.toLocaleString("en")} can be read.`,
      {
        hint: "Export only the columns that are needed, or turn the table: one row per item or interaction.",
      },
    );
  }
  if (!ended && Buffer.byteLength(head) >= HEAD_BYTES - 4) {
    throw new CiceroneError(
      "unreadable-file",
      `The first line of ${path} is longer than ${HEAD_BYTES >> 10} KB.`,
      {
        hint: "It should name the columns. Is a quote left open there, or is this not a table?",
      },
    );
  }
  return distinctNames(cells);
}

/** The cells of a text's first record, and whether its end was seen. */
export function splitRecord(
  text: string,
  separator: string,
  quote: string,
): { readonly cells: string[]; readonly ended: boolean; readonly length: number } {
  const cells: string[] = [];
  let cell = "";
  let quoted = false;
  let at = 0;
  let ended = false;
  for (; at < text.length; at++) {
    const character = text.charAt(at);
    if (quote !== "" && character === quote) {
      if (quoted && text.charAt(at + 1) === quote) cell += text.charAt(at++);
      else if (quoted || cell === "") quoted = !quoted;
      else cell += character;
    } else if (!quoted && (character === "\n" || character === "\r")) {
      ended = true;
      break;
    } else if (!quoted && text.startsWith(separator, at)) {
      cells.push(cell);
      cell = "";
      at += separator.length - 1;
    } else cell += character;
  }
  return { cells: at === 0 ? [] : [...cells, cell], ended, length: at };
}

/** Whether lines end in several ways, as where files of two systems were joined: DuckDB gives up on those unless told. */
export function mixesLineEnds(text: string, quote: string): boolean {
  const ends = new Set<string>();
  let quoted = false;
  for (const [mark] of text.matchAll(/\r\n|\n|\r|[^\p{L}\p{N}\s]/gu)) {
    if (mark === quote) quoted = !quoted;
    else if (!quoted && /^[\r\n]/.test(mark)) ends.add(mark);
  }
  // A head that is cut may end between the two characters of one end.
  if (text.endsWith("\r")) ends.delete("\r");
  return ends.size > 1;
}

/** As DuckDB itself would name them: what is nameless by its place, what is named twice with a number. */
export function distinctNames(cells: readonly string[]): string[] {
  const taken = new Set<string>();
  return cells.map((cell, place) => {
    const name = cell.replace(/\p{Cc}/gu, "").trim() || `column${place}`;
    let unique = name;
    for (let number = 1; taken.has(unique.toLowerCase()); number++) unique = `${name}_${number}`;
    taken.add(unique.toLowerCase());
    return unique;
  });
}
