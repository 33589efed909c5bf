import { readStatement } from "../statements.ts";
import { type Judge, listed, type Reader } from "./judge.ts";

type Wanted = "none" | readonly string[];

/** Each statement is remembered; "none": nothing is, in any conversation. */
export const memory: Reader<Wanted> = (wanted, { catalogue, names }) => {
  if (wanted === "none") return emptiness(true);
  const statements = wanted.map((text) => readStatement(text, catalogue, names));
  return ({ memory: { statements: found } }) =>
    statements.every((statement) => found.includes(statement)) ? undefined : listed(found);
};

/** None of the statements is remembered; "none": something is. */
export const memoryNot: Reader<Wanted> = (wanted, { catalogue, names }) => {
  if (wanted === "none") return emptiness(false);
  const statements = wanted.map((text) => readStatement(text, catalogue, names));
  return ({ memory: { statements: found } }) =>
    statements.some((statement) => found.includes(statement)) ? listed(found) : undefined;
};

function emptiness(wanted: boolean): Judge {
  return ({ memory: { empty, statements } }) => {
    if (empty === wanted) return undefined;
    return !empty && statements.length === 0 ? "something, in another conversation" : listed(statements);
  };
}
