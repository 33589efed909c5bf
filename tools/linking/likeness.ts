import { editDistance } from "../language/typos.ts";
import { wordsOf } from "./title-key.ts";

/** What the years of a record and of an item say about their being the same, 0..1. Releases differ by a year between countries. */
export function yearFactor(record: number | undefined, item: number | undefined): number {
  if (record === undefined || item === undefined) return 0.9;
  const apart = Math.abs(record - item);
  if (apart === 0) return 1;
  if (apart === 1) return 0.94;
  return apart === 2 ? 0.7 : 0.3;
}

/** Whether somebody of the one is among the other: by family name and first letter. Undefined where either names nobody. */
export function sharesPeople(record: readonly string[], item: readonly string[]): boolean | undefined {
  const known = new Set(item.map(nameKey));
  if (record.length === 0 || known.size === 0) return undefined;
  return record.some((name) => known.has(nameKey(name)));
}

/** "Le Guin, Ursula K." and "Ursula K. Le Guin" are "u guin". */
function nameKey(name: string): string {
  const ordered = name.replace(/^([^,]+),\s*(.+)$/, "$2 $1");
  const words = wordsOf(ordered).split(" ");
  return `${words[0]?.[0] ?? ""} ${words.at(-1) ?? ""}`;
}

/**
 * How sure two titles are one with slips of the finger in it: one slip from 7 letters, two from 13. Digits do not slip: "Rocky 2" is not
 * "Rocky 3". 0 where they are not one.
 *
 * @param record, item keys of `titleKeys`
 */
export function typoGrade(record: string, item: string): number {
  const length = Math.min(record.length, item.length);
  const most = length >= 13 ? 2 : length >= 7 ? 1 : 0;
  if (most === 0 || Math.abs(record.length - item.length) > most) return 0;
  if (digits(record) !== digits(item)) return 0;
  const slips = editDistance(record, item, most);
  return slips > most ? 0 : slips === 1 ? 0.9 : 0.86;
}

function digits(key: string): string {
  return key.replace(/\D+/g, " ");
}

/** 1 where two titles are spelled the same, 0 where they share nothing: one less the share of letters to change. */
export function spelledAlike(one: string, other: string): number {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  const longest = Math.max(a.length, b.length, 1);
  return 1 - editDistance(a, b, longest) / longest;
}
