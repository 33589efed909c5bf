import { closeSync, openSync, readSync } from "node:fs";
import type { SourceFile } from "../descriptor.ts";

const LONGEST = 1 << 18;

/** The names that the Encoding Standard gives them. */
const DECODER = { "utf-8": "utf-8", "latin-1": "latin1", "utf-16": "utf-16le" } as const;

/**
 * The column names in the first line of a file of separated values; none where the file is empty. Reading them here, and
 * not by DuckDB's guessing, lets broken rows below be counted instead of failing the whole file.
 */
export function readHeader(
  path: string,
  encoding: SourceFile["encoding"],
  separator: string,
  quote: string,
): string[] {
  const bytes = Buffer.alloc(LONGEST);
  const file = openSync(path, "r");
  try {
    const length = readSync(file, bytes, 0, LONGEST, 0);
    const text = new TextDecoder(DECODER[encoding]).decode(bytes.subarray(0, length));
    return distinctNames(splitRecord(text, separator, quote));
  } finally {
    closeSync(file);
  }
}

function splitRecord(text: string, separator: string, quote: string): string[] {
  const cells: string[] = [];
  let cell = "";
  let quoted = false;
  let at = 0;
  for (; at < text.length; at++) {
    const character = text.charAt(at);
    if (quote !== "" && character === quote) {
      if (quoted && text.charAt(at + 1) === quote) cell += text.charAt(at++);
      else quoted = !quoted;
    } else if (!quoted && (character === "\n" || character === "\r")) break;
    else if (!quoted && text.startsWith(separator, at)) {
      cells.push(cell);
      cell = "";
      at += separator.length - 1;
    } else cell += character;
  }
  return at === 0 ? [] : [...cells, cell];
}

/** As DuckDB itself would name them: what is nameless by its place, what is named twice with a number. */
function distinctNames(cells: readonly string[]): string[] {
  const names: string[] = [];
  cells.forEach((cell, place) => {
    const name = cell.trim() === "" ? `column${place}` : cell.trim();
    const taken = (candidate: string): boolean =>
      names.some((other) => other.toLowerCase() === candidate.toLowerCase());
    let unique = name;
    for (let number = 1; taken(unique); number++) unique = `${name}_${number}`;
    names.push(unique);
  });
  return names;
}
