import type { z } from "zod";
import { nearest } from "../../memory/nearest.ts";
import { Dialogue, Expectation, Restart, SaidTurn } from "./dialogue.ts";
import type { Path } from "./yaml-places.ts";

/** What is wrong where, and what would have been right. */
export interface SchemaProblem {
  readonly path: Path;
  readonly message: string;
  readonly hint?: string;
}

/** Says in words what a document lacks to be a dialogue. */
export function schemaProblems(
  issues: readonly z.core.$ZodIssue[],
  given: unknown,
): readonly SchemaProblem[] {
  return issues.flatMap((issue) => problemsOf(issue, given));
}

function problemsOf(issue: z.core.$ZodIssue, given: unknown): readonly SchemaProblem[] {
  const path = issue.path.map((step) => (typeof step === "symbol" ? String(step) : step));
  if (issue.code === "unrecognized_keys") return issue.keys.map((key) => unknownKey(path, key, given));
  if (issue.code === "invalid_union" && isTurn(path)) return turnProblems(path, valueAt(given, path));
  const value = valueAt(given, path);
  if (value === undefined) return [{ path, message: `${nameOf(path)} is missing.` }];
  if (issue.code === "invalid_type" && issue.expected === "string") return [noText(path, value)];
  return [{ path, message: `${nameOf(path)} ${wrong(issue, value)}` }];
}

/** A turn says something, or is a restart: what it was meant to be decides what is wrong with it. */
function turnProblems(path: Path, turn: unknown): readonly SchemaProblem[] {
  if (turn === null || typeof turn !== "object" || Array.isArray(turn))
    return [{ path, message: "A turn is no text or list.", hint: "Write “- say: …”." }];
  const schema = "restart" in turn ? Restart : SaidTurn;
  const checked = schema.safeParse(turn);
  if (checked.success) return [];
  return schemaProblems(checked.error.issues, turn).map((problem) => ({
    ...problem,
    path: [...path, ...problem.path],
  }));
}

function unknownKey(path: Path, key: string, given: unknown): SchemaProblem {
  const keys = keysAt(path, valueAt(given, path));
  const meant = nearest(key, keys);
  return {
    path: [...path, key],
    message: `There is no key “${key}” in ${path.length === 0 ? "a dialogue" : nameOf(path)}.`,
    hint: meant === undefined ? `There are ${keys.join(", ")}.` : `Did you mean “${meant}”?`,
  };
}

function keysAt(path: Path, value: unknown): readonly string[] {
  if (path.at(-1) === "expect") return Object.keys(Expectation.shape);
  if (value !== null && typeof value === "object" && "restart" in value) return Object.keys(Restart.shape);
  return Object.keys(isTurn(path) || "say" in Object(value) ? SaidTurn.shape : Dialogue.shape);
}

function noText(path: Path, value: unknown): SchemaProblem {
  const shown = JSON.stringify(value);
  return {
    path,
    message: `${nameOf(path)} is to be a text, and is ${shown}.`,
    ...(typeof value !== "object" && { hint: `Put it in quotes: "${String(value)}".` }),
  };
}

function wrong(issue: z.core.$ZodIssue, value: unknown): string {
  const shown = JSON.stringify(value);
  if (issue.code === "invalid_type")
    return `is to be a ${issue.expected === "array" ? "list" : issue.expected}, and is ${shown}.`;
  if (issue.code === "invalid_value") {
    const choices = issue.values.map(String);
    const meant = nearest(String(value), choices);
    return `is ${shown}. ${meant === undefined ? `There are ${choices.join(", ")}.` : `Did you mean “${meant}”?`}`;
  }
  if (issue.code === "too_small")
    return value === "" ? "is empty." : `is ${shown}: it is to have at least ${issue.minimum}.`;
  if (issue.code === "invalid_union" || issue.code === "invalid_format")
    return `is ${shown}, and is to be ${messageOf(issue)}.`;
  return `is ${shown}: ${issue.message}.`;
}

/** Of several allowed forms, what is wrong with the one that was meant says more than what all of them are. */
function messageOf(issue: z.core.$ZodIssue): string {
  if (issue.code !== "invalid_union") return issue.message;
  const inner = issue.errors.flat().find(({ code }) => code === "custom");
  return inner === undefined ? issue.message : `a pattern: ${inner.message}`;
}

function isTurn(path: Path): boolean {
  return path.length === 2 && path[0] === "turns";
}

/** "expect", "contain 2": the last key, with the place in its list. */
function nameOf(path: Path): string {
  const at = path.findLastIndex((step) => typeof step === "string");
  const name = at === -1 ? "the dialogue" : String(path[at]);
  const place = path[at + 1];
  if (name === "turns" && typeof place === "number") return "a turn";
  return typeof place === "number" ? `${name} (entry ${place + 1})` : `${name}`;
}

function valueAt(given: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, step) => (value !== null && typeof value === "object" ? Reflect.get(value, step) : undefined),
    given,
  );
}
