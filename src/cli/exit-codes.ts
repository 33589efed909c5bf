/** Every way the program can end. Scripts may rely on these; help prints this table. */
export const EXIT_CODES = {
  ok: { code: 0, meaning: "done" },
  failed: { code: 1, meaning: "something went wrong; stderr says what" },
  usage: { code: 2, meaning: "the command line is wrong: unknown flag, command or value" },
  notFound: { code: 3, meaning: "it is not here: an unknown title or user, a dataset to import first" },
  interrupted: { code: 130, meaning: "interrupted (Ctrl-C)" },
} as const;

/** Error codes that mean "not here", as the storeys below raise them. */
const NOT_FOUND = new Set([
  "title-not-found",
  "user-not-found",
  "no-import",
  "no-snapshot",
  "no-descriptor",
  "unknown-dataset",
  "no-folder",
  "no-folds",
  "missing-file",
  "foreign-snapshot",
  "newer-format",
]);

/** Error codes of the storeys below that mean a wrong value on the command line. */
const USAGE = new Set(["bad-user", "unknown-system"]);

/** How a CiceroneError ends the program. What the command line raises about itself begins with "usage-". */
export function exitCodeOf(errorCode: string): number {
  if (errorCode === "cancelled") return EXIT_CODES.interrupted.code;
  if (errorCode.startsWith("usage-") || USAGE.has(errorCode)) return EXIT_CODES.usage.code;
  return NOT_FOUND.has(errorCode) ? EXIT_CODES.notFound.code : EXIT_CODES.failed.code;
}
