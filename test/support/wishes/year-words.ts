import type { Random } from "../../../memory/random.ts";
import { pick } from "./drawing.ts";

const IN_WORDS: Readonly<Record<number, string>> = {
  1930: "thirties",
  1940: "forties",
  1950: "fifties",
  1960: "sixties",
  1970: "seventies",
  1980: "eighties",
  1990: "nineties",
};

/** The names of a decade, without an article. Short ones only where everybody knows the century. */
export function decadeNames(decade: number): readonly string[] {
  const word = IN_WORDS[decade];
  return word === undefined ? [`${decade}s`] : [`${decade}s`, `${decade % 100}s`, word];
}

/** A decade with its article: "the seventies", "the '70s". */
export function theDecade(decade: number, random: Random): string {
  const apostrophe = IN_WORDS[decade] === undefined ? [] : [`'${decade % 100}s`];
  return `the ${pick(random, [...decadeNames(decade), ...decadeNames(decade), ...apostrophe])}`;
}

export const PARTS_OF_DECADES = [
  { name: "early", from: 0, to: 3 },
  { name: "mid", from: 3, to: 6 },
  { name: "late", from: 6, to: 9 },
] as const;
