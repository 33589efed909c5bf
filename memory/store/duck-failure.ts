import { CiceroneError } from "../errors.ts";

/** DuckDB's own words without the names that it gives its parts: "Binder Error: Referenced column …" → "Referenced column …". */
export function wordsOfDuck(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message
    .replace(/^(Failed to extract statements: )?([A-Z][A-Za-z-]*( [A-Za-z]+){0,3} Error: )+/, "")
    .trim();
}

/** Where DuckDB gave up on a file of separated values in the middle, it is the file that is to be mended, not the query. */
export function asFileFailure(error: unknown): CiceroneError | undefined {
  const message = error instanceof Error ? error.message : "";
  if (!message.includes("CSV Parser state machine")) return undefined;
  const path = /^\s*file = (.+)$/m.exec(message)?.[1];
  return new CiceroneError("unreadable-file", `The lines of ${path ?? "a file"} end in different ways.`, {
    hint: `Make them alike: tr -d '\\r' < FILE > NEW`,
    cause: error,
  });
}

/**
 * What DuckDB throws; a CiceroneError `cannot-write` or `out-of-memory` where it is the machine, and not the query or a file, that is at
 * fault.
 */
export function asMachineFailure(error: unknown): unknown {
  const message = error instanceof Error ? error.message : "";
  const path = /"([^"]+)"/.exec(message)?.[1];
  if (/No space left on device|max_temp_directory_size/.test(message)) {
    return new CiceroneError(
      "cannot-write",
      `There is no space left on the disk${path === undefined ? "" : `, for ${path}`}.`,
      {
        hint: "Make room, or choose another place: --home DIR, or CICERONE_HOME.",
        cause: error,
      },
    );
  }
  if (/^Out of Memory Error/.test(message)) {
    return new CiceroneError("out-of-memory", "Reading the tables takes more memory than there is.", {
      hint: "In the queries, lists of everything (list(), string_agg() over all rows) and joins without a key take most.",
      cause: error,
    });
  }
  return error;
}
