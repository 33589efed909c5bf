import { CiceroneError } from "../../memory/errors.ts";
import type { Catalogue } from "../../memory/items/catalogue.ts";
import { nearest } from "../../memory/nearest.ts";
import type { DialogueTurn, Expectation, ExpectationKey, SaidTurn } from "./dialogue.ts";
import type { Judge } from "./expectations/judge.ts";
import type { ItemNames } from "./item-names.ts";
import { type Problem, problemOf } from "./problem.ts";
import type { ReadDialogue } from "./read-dialogues.ts";
import { keysOf, readKey } from "./read-expectation.ts";
import type { Path } from "./yaml-places.ts";

/** One expectation of a turn, checked against its catalogue. */
export interface Check {
  readonly key: ExpectationKey;
  /** As it is written, in one line. */
  readonly wanted: string;
  readonly line: number;
  readonly judge: Judge;
}

/** A step of a dialogue that can be run. */
export type CheckedStep =
  | { readonly kind: "restart" }
  | {
      readonly kind: "say";
      readonly number: number;
      readonly turn: SaidTurn;
      readonly line: number;
      readonly checks: readonly Check[];
    };

/** A dialogue whose expectations speak only of what its catalogue has. */
export interface CheckedDialogue {
  readonly read: ReadDialogue;
  readonly steps: readonly CheckedStep[];
}

/** Checks a dialogue against a catalogue. What is wrong is added to `problems`, everything of it. */
export function checkDialogue(
  read: ReadDialogue,
  { catalogue, names }: { readonly catalogue: Catalogue; readonly names: ItemNames },
  problems: Problem[],
): CheckedDialogue {
  const note = (error: unknown, path: Path): void =>
    void problems.push(problemOf(error, read.file, read.lineAt(path)));
  const numbers = new Map<string, number>();
  let number = 0;
  const steps = read.turns.map((turn, at): CheckedStep => {
    if (!isSaid(turn)) return { kind: "restart" };
    number += 1;
    const path = ["turns", at];
    const reading = { catalogue, names, turn: earlierThan(number, new Map(numbers)) };
    const found = keysOf(turn.expect ?? {}).flatMap((key): Check[] => {
      const where = [...path, "expect", key];
      const value = turn.expect?.[key];
      if (value === undefined) return [];
      try {
        return [
          { key, wanted: written(value), line: read.lineAt(where), judge: readKey(key, value, reading) },
        ];
      } catch (error) {
        note(error, where);
        return [];
      }
    });
    const checks = found.sort((one, other) => one.line - other.line);
    if (turn.name !== undefined) {
      if (numbers.has(turn.name)) note(twice(turn.name), [...path, "name"]);
      numbers.set(turn.name, number);
    }
    return { kind: "say", number, turn, line: read.lineAt(path), checks };
  });
  return { read, steps };
}

function isSaid(turn: DialogueTurn): turn is SaidTurn {
  return "say" in turn;
}

function earlierThan(
  number: number,
  named: ReadonlyMap<string, number>,
): (reference: string | number) => number {
  return (reference) => {
    const meant = typeof reference === "number" ? reference : named.get(reference);
    if (meant !== undefined && meant < number) return meant;
    const names = [...named.keys()];
    const close = nearest(String(reference), names);
    throw new CiceroneError("usage-turn", `“${reference}” is no turn before turn ${number}.`, {
      hint:
        close === undefined
          ? `Before it there ${number === 1 ? "is none" : `are 1 to ${number - 1}`}${names.length > 0 ? `, and ${names.join(", ")}` : ""}. Restarts are not counted.`
          : `Did you mean “${close}”?`,
    });
  };
}

function twice(name: string): CiceroneError {
  return new CiceroneError("usage-turn", `Two turns are called “${name}”.`, {
    hint: "Give each a name of its own.",
  });
}

/** `[genre!=Horror, runtime<117]`, `5`, `none`. */
function written(value: NonNullable<Expectation[ExpectationKey]>): string {
  return Array.isArray(value) ? `[${value.join(", ")}]` : String(value);
}
