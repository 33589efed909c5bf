import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, extname, join, resolve } from "node:path";
import { CiceroneError } from "../../memory/errors.ts";
import type { Catalogue } from "../../memory/items/catalogue.ts";
import { type Unmatched, unmatchedCsv } from "./unmatched.ts";

const MOST_NUMBERED = 1_000;
const ENDING = ".unmatched";

/**
 * Writes rows that found no item to a file for the person to fill in, and says where. Never over something that is there, unless it is the
 * file that was chosen and holds the very same. Rows that came from such a file stay in it, so it is not written anew.
 * Throws CiceroneError `unmatched-exists` or `cannot-write`.
 */
export function keepUnmatched(
  rows: readonly Unmatched[],
  catalogue: Catalogue,
  { inputs, chosen }: { readonly inputs: readonly string[]; readonly chosen: string | undefined },
): string | undefined {
  if (rows.length === 0) return undefined;
  const text = `\u{feff}${unmatchedCsv(rows, catalogue)}`;
  if (chosen !== undefined) {
    if (existsSync(chosen) && !holds(chosen, text)) throw taken(chosen);
    return written(chosen, text);
  }
  const [first = "history"] = inputs;
  if (inputs.length === 1 && basename(first).includes(`${ENDING}.`)) return first;
  return written(free(first, text), text);
}

/** "ratings.unmatched.csv" beside "ratings.csv"; with a number where that is taken by something else. */
function free(input: string, text: string): string {
  const path = resolve(input);
  const name = basename(path, extname(path)).replace(/\.unmatched(?:-\d+)?$/, "");
  for (let number = 1; number <= MOST_NUMBERED; number++) {
    const candidate = join(dirname(path), `${name}${ENDING}${number === 1 ? "" : `-${number}`}.csv`);
    if (!existsSync(candidate) || holds(candidate, text)) return candidate;
  }
  throw taken(path);
}

function holds(path: string, text: string): boolean {
  try {
    return readFileSync(path, "utf8") === text;
  } catch {
    return false;
  }
}

function written(path: string, text: string): string {
  if (holds(path, text)) return path;
  try {
    writeFileSync(path, text, { flag: "wx" });
    return path;
  } catch (cause) {
    const isAbsent = cause instanceof Error && "code" in cause && cause.code === "ENOENT";
    const told = cause instanceof Error ? cause.message : String(cause);
    const reason = isAbsent ? `there is no folder ${dirname(resolve(path))}` : told;
    throw new CiceroneError("cannot-write", `The rows that found no item cannot be written: ${reason}.`, {
      hint: "Nothing was imported. Say where they may go: --unmatched FILE.",
      cause,
    });
  }
}

function taken(path: string): CiceroneError {
  return new CiceroneError("unmatched-exists", `${path} is there already and holds something else.`, {
    hint: "Nothing was imported. Give a new name: --unmatched FILE.",
  });
}
