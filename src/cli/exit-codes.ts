/** Every way the program can end. Scripts may rely on these; help prints this table. */
export const EXIT_CODES = {
  ok: { code: 0, meaning: "done" },
  failed: { code: 1, meaning: "something went wrong; stderr says what" },
  usage: { code: 2, meaning: "the command line is wrong: unknown flag, command or value" },
  notFound: { code: 3, meaning: "it is not here: a title, user or dataset nobody imported" },
  interrupted: { code: 130, meaning: "interrupted (Ctrl-C)" },
} as const;

/** How a CiceroneError ends the program, by the end or the beginning of its code. Everything else is `failed`. */
export function exitCodeOf(errorCode: string): number {
  if (errorCode === "cancelled") return EXIT_CODES.interrupted.code;
  if (/^(usage|option|argument)-/.test(errorCode)) return EXIT_CODES.usage.code;
  if (/(^|-)(not-found|unknown|missing|not-imported)(-|$)/.test(errorCode)) return EXIT_CODES.notFound.code;
  return EXIT_CODES.failed.code;
}
