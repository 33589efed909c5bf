import { type Emphasis, type Source, worthOf } from "./emphasis.ts";
import type { Preference } from "./preferences.ts";
import type { Ranks } from "./rank-sources.ts";

const WORDS: Readonly<Record<Source, string>> = {
  request: "match with the request",
  examples: "likeness to the examples",
  taste: "your taste",
  popular: "popularity",
  esteem: "ratings of others",
  hidden: "being little known",
  unusual: "distance from your usual",
};

/** How many sources a line names. */
const NAMED = 2;

/** What put a candidate where it is, in a line: "number 2 of 120 by your taste, number 5 by popularity; meets genre Drama". */
export function reasonOf(
  ranks: ReadonlyMap<Source, Ranks>,
  emphasis: Emphasis,
  position: number,
  candidates: number,
  met: readonly Preference[],
): string {
  const told = [...ranks]
    .map(([name, each]) => ({ name, rank: each[position] ?? 0 }))
    .filter(({ rank }) => rank > 0)
    .sort((a, b) => part(emphasis, b) - part(emphasis, a))
    .slice(0, NAMED);
  const places = told.map(
    ({ name, rank }, i) => `number ${rank}${i === 0 ? ` of ${candidates}` : ""} by ${WORDS[name]}`,
  );
  const wish = met.find(({ weight }) => weight > 0);
  const wishes = wish === undefined ? [] : [`meets ${wish.facet} ${wish.value ?? rangeWords(wish)}`];
  const parts = [places.join(", "), ...wishes].filter((part) => part !== "");
  return parts.length === 0 ? "nothing speaks for it but the constraints" : parts.join("; ");
}

function part(emphasis: Emphasis, { name, rank }: { name: Source; rank: number }): number {
  return (emphasis[name] ?? 0) * worthOf(rank);
}

function rangeWords({ min, max }: Preference): string {
  if (min !== undefined && max !== undefined) return `${min}–${max}`;
  return min === undefined ? `up to ${max}` : `from ${min}`;
}
