import type { SeenTurn } from "../seen-turn.ts";
import { faultless, type Judge, listed, type Reader } from "./judge.ts";

type Names = readonly string[];

export const acts: Reader<Names> = (wanted) => among(wanted, (seen) => seen.acts);
export const actsNot: Reader<Names> = (wanted) => absent(wanted, (seen) => seen.acts);
export const plan: Reader<Names> = (wanted) => among(wanted, (seen) => seen.plan);
export const planNot: Reader<Names> = (wanted) => absent(wanted, (seen) => seen.plan);

/** Whether a clarifying question is asked, and which of its options are looked for. */
export const asks: Reader<boolean | Names> = (wanted) => (seen) => {
  if (wanted === false) return faultless(seen.options, (options) => `it asks: ${options}`);
  if (seen.options.length === 0) return "nothing is asked";
  if (wanted === true) return undefined;
  const options = seen.options.map((option) => option.toLowerCase());
  return wanted.every((option) => options.includes(option.toLowerCase())) ? undefined : listed(seen.options);
};

export const fails: Reader<string> = (wanted) => (seen) => {
  if (seen.failure?.code === wanted) return undefined;
  return seen.failure === undefined ? "the turn did not fail" : seen.failure.code;
};

function among(wanted: Names, namesOf: (seen: SeenTurn) => Names): Judge {
  return (seen) => (wanted.every((name) => namesOf(seen).includes(name)) ? undefined : listed(namesOf(seen)));
}

function absent(wanted: Names, namesOf: (seen: SeenTurn) => Names): Judge {
  return (seen) => (wanted.some((name) => namesOf(seen).includes(name)) ? listed(namesOf(seen)) : undefined);
}
