import type { z } from "zod";
import { nearest } from "../../memory/nearest.ts";
import { Dialogue, Expectation, Restart, SaidTurn } from "./dialogue.ts";
import type { Path } from "./path.ts";

/** What is wrong where, and what would have been right. */
export interface SchemaProblem {
  readonly path: Path;
  readonly message: string;
  readonly hint?: string;
}

/** A part of a dialogue that has keys. */
interface Part {
  readonly name: string;
  readonly keys: readonly string[];
}

const DIALOGUE: Part = { name: "a dialogue", keys: Object.keys(Dialogue.shape) };
const SAID: Part = { name: "a turn", keys: Object.keys(SaidTurn.shape) };
const RESTART: Part = { name: "a restart", keys: Object.keys(Restart.shape) };
const EXPECTATION: Part = { name: "“expect”", keys: Object.keys(Expectation.shape) };

/** Says in words what a document lacks to be a dialogue. Empty where it is one. */
export function dialogueProblems(given: unknown): readonly SchemaProblem[] {
  const checked = Dialogue.safeParse(given);
  if (checked.success) return [];
  return checked.error.issues.flatMap((issue) => problemsOf(issue, given, DIALOGUE));
}

/** @param top what `given` is, as a whole */
function problemsOf(issue: z.core.$ZodIssue, given: unknown, top: Part): readonly SchemaProblem[] {
  const path = issue.path.map((step) => (typeof step === "symbol" ? String(step) : step));
  if (issue.code === "unrecognized_keys") {
    const part = partAt(path, valueAt(given, path), top);
    return issue.keys.map((key) => unknownKey(path, key, part));
  }
  const value = valueAt(given, path);
  if (issue.code === "invalid_union" && path.at(-2) === "turns") return turnProblems(path, value);
  if (value === undefined) return [{ path, message: `${nameOf(path, top)} is missing.` }];
  if (issue.code === "invalid_type" && issue.expected === "string") return [noText(path, value, top)];
  return [{ path, message: `${nameOf(path, top)} is ${shown(value)}${wanted(issue, value)}` }];
}

function partAt(path: Path, value: unknown, top: Part): Part {
  if (path.length === 0) return top;
  if (path.at(-1) === "expect") return EXPECTATION;
  return isRestart(value) ? RESTART : SAID;
}

/** A turn says something, or is a restart: what it was meant to be decides what is wrong with it. */
function turnProblems(path: Path, turn: unknown): readonly SchemaProblem[] {
  if (turn === null || typeof turn !== "object" || Array.isArray(turn))
    return [{ path, message: `A turn is ${shown(turn)}.`, hint: "Write “- say: …”." }];
  const [schema, part] = isRestart(turn) ? [Restart, RESTART] : [SaidTurn, SAID];
  const issues = schema.safeParse(turn).error?.issues ?? [];
  return issues
    .flatMap((issue) => problemsOf(issue, turn, part))
    .map((problem) => ({ ...problem, path: [...path, ...problem.path] }));
}

function isRestart(turn: unknown): boolean {
  return turn !== null && typeof turn === "object" && "restart" in turn;
}

function unknownKey(path: Path, key: string, { name, keys }: Part): SchemaProblem {
  const meant = nearest(key, keys);
  return {
    path: [...path, key],
    message: `There is no key “${key}” in ${name}.`,
    hint: meant === undefined ? `It can have ${keys.join(", ")}.` : `Did you mean “${meant}”?`,
  };
}

function noText(path: Path, value: unknown, top: Part): SchemaProblem {
  return {
    path,
    message: `${nameOf(path, top)} is ${shown(value)}, and is to be a text.`,
    ...(value !== null && typeof value !== "object" && { hint: `Put it in quotes: "${String(value)}".` }),
  };
}

const KINDS: Readonly<Record<string, string>> = {
  array: "a list",
  object: "a map of keys",
  number: "a number",
};

function wanted(issue: z.core.$ZodIssue, value: unknown): string {
  switch (issue.code) {
    case "invalid_type":
      return `, and is to be ${KINDS[issue.expected] ?? issue.expected}.`;
    case "invalid_value": {
      const choices = issue.values.map(String);
      if (choices.length === 1) return `, and is to be ${choices[0]}.`;
      const meant = nearest(String(value), choices);
      return meant === undefined
        ? `, and is to be one of ${choices.join(", ")}.`
        : `. Did you mean “${meant}”?`;
    }
    case "too_small":
      return value === "" || Array.isArray(value)
        ? ": there is nothing in it."
        : `: the least is ${issue.minimum}.`;
    case "custom":
      return `: ${issue.message}.`;
    default:
      return `, and is to be ${issue.message}.`;
  }
}

/** "“expect”", "“contain” (entry 2)": the last key, with the place in its list. */
function nameOf(path: Path, top: Part): string {
  const at = path.findLastIndex((step) => typeof step === "string");
  if (at === -1) return top.name === DIALOGUE.name ? "The dialogue" : top.name;
  const place = path[at + 1];
  return typeof place === "number" ? `“${path[at]}” (entry ${place + 1})` : `“${path[at]}”`;
}

const LONGEST_SHOWN = 60;

function shown(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
}

function valueAt(given: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, step) => (value !== null && typeof value === "object" ? Reflect.get(value, step) : undefined),
    given,
  );
}
