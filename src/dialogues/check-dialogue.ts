import type { Catalogue } from "../../memory/items/catalogue.ts";
import type { DialogueTurn, Expectation, ExpectationKey, SaidTurn } from "./dialogue.ts";
import type { Judge, Reading } from "./expectations/judge.ts";
import type { ItemNames } from "./item-names.ts";
import type { Path } from "./path.ts";
import { type Problem, problemOf } from "./problem.ts";
import type { ReadDialogue } from "./read-dialogues.ts";
import { keysOf, readKey } from "./read-expectation.ts";
import { TurnNames } from "./turn-names.ts";

/** One expectation of a turn, checked against its catalogue. */
export interface Check {
  readonly key: ExpectationKey;
  /** As it is written, in one line. */
  readonly wanted: string;
  readonly line: number;
  readonly judge: Judge;
}

/** A step of a dialogue that can be run. */
export type CheckedStep = { readonly kind: "restart" } | SayStep;

export interface SayStep {
  readonly kind: "say";
  /** Among those that say something, from 1. */
  readonly number: number;
  /** Place among all that the dialogue has, from 0. */
  readonly at: number;
  readonly turn: SaidTurn;
  readonly line: number;
  /** In the order they were written. */
  readonly checks: readonly Check[];
}

/** A dialogue that speaks only of what its catalogue has, and everything in it that does not. */
export interface CheckedDialogue {
  readonly read: ReadDialogue;
  readonly steps: readonly CheckedStep[];
  readonly problems: readonly Problem[];
}

/** Checks a dialogue against a catalogue. It may be run where there are no problems. */
export function checkDialogue(
  read: ReadDialogue,
  { catalogue, names }: { readonly catalogue: Catalogue; readonly names: ItemNames },
): CheckedDialogue {
  const problems: Problem[] = [];
  const trying = <Result>(path: Path, work: () => Result): Result | undefined => {
    try {
      return work();
    } catch (error) {
      problems.push(problemOf(error, read.file, read.lineAt(path)));
      return undefined;
    }
  };
  const turnNames = new TurnNames();
  let number = 0;
  const steps = read.turns.map((turn, at): CheckedStep => {
    if (!isSaid(turn)) return { kind: "restart" };
    number += 1;
    const own = number;
    const path = ["turns", at];
    const reading = { catalogue, names, turn: (meant: string | number) => turnNames.before(own, meant) };
    const checks = checksOf(turn.expect ?? {}, reading, {
      trying: (within, work) => trying([...path, "expect", ...within], work),
      lineAt: (key) => read.lineAt([...path, "expect", key]),
    });
    const { name } = turn;
    if (name !== undefined) trying([...path, "name"], () => turnNames.add(name, own));
    return { kind: "say", number, at, turn, line: read.lineAt(path), checks };
  });
  return { read, steps, problems };
}

interface Places {
  /** Does something with a part of the expectation, noting what is wrong with it there. */
  readonly trying: <Result>(within: Path, work: () => Result) => Result | undefined;
  readonly lineAt: (key: string) => number;
}

function checksOf(expectation: Expectation, reading: Reading, { trying, lineAt }: Places): readonly Check[] {
  const checks = keysOf(expectation).flatMap((key): Check[] => {
    const value = expectation[key];
    if (value === undefined) return [];
    // Entries are tried alone first, so that everything that is wrong in a list is told, each at its line.
    const entries: readonly string[] = Array.isArray(value) ? value : [];
    const read = entries.map((entry, at) => trying([key, at], () => readKey(key, [entry], reading)));
    const judge = read.every((one) => one !== undefined)
      ? trying([key], () => readKey(key, value, reading))
      : undefined;
    return judge === undefined ? [] : [{ key, wanted: written(value), line: lineAt(key), judge }];
  });
  return checks.sort((one, other) => one.line - other.line);
}

function isSaid(turn: DialogueTurn): turn is SaidTurn {
  return "say" in turn;
}

/** `[genre!=Horror, "brand=OPI,Essie"]`, `5`, `none`. */
function written(value: NonNullable<Expectation[ExpectationKey]>): string {
  if (!Array.isArray(value)) return String(value);
  return `[${value.map((entry: string) => (entry.includes(",") ? JSON.stringify(entry) : entry)).join(", ")}]`;
}
