import { CiceroneError } from "../../memory/errors.ts";

/** Something wrong with a file of dialogues. */
export interface Problem {
  readonly file: string;
  /** From 1; 0 where it is of the file as a whole. */
  readonly line: number;
  /** A CiceroneError's. */
  readonly code: string;
  readonly message: string;
  readonly hint: string | undefined;
}

/** "dialogues/shorter.yaml:12". */
export function placeText({ file, line }: { readonly file: string; readonly line: number }): string {
  return line === 0 ? file : `${file}:${line}`;
}

/** The problem that an error of a lower storey is. Rethrows what is no CiceroneError. */
export function problemOf(error: unknown, file: string, line: number): Problem {
  if (!(error instanceof CiceroneError)) throw error;
  const { code, message, hint } = error;
  return { file, line, code, message, hint };
}

/**
 * All problems of all files as one error: they are told together, before anything runs. It is `title-not-found` where everything else
 * is in order, else `usage-dialogue`.
 */
export function refusal(problems: readonly Problem[]): CiceroneError {
  const code = problems.every((problem) => problem.code === "title-not-found")
    ? "title-not-found"
    : "usage-dialogue";
  const [first, ...others] = problems;
  const line = (problem: Problem): string => `${placeText(problem)}: ${problem.message}`;
  if (first !== undefined && others.length === 0)
    return new CiceroneError(code, line(first), { ...(first.hint !== undefined && { hint: first.hint }) });
  const lines = problems.map((problem) => `\n  ${[line(problem), problem.hint].filter(Boolean).join(" ")}`);
  return new CiceroneError(code, `${problems.length} faults in the dialogues:${lines.join("")}`, {
    hint: "Nothing was run. docs/dialogues.md has the format.",
  });
}
