import type { Random } from "../../../memory/random.ts";
import { pick } from "./drawing.ts";

const KEYS = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];

/** One slip of the finger: two letters swapped, one left out, one doubled, or the key beside it. The first letter is always right. */
export function slipped(text: string, random: Random): string {
  const places = [...text.matchAll(/(?<=[a-z])[a-z](?=[a-z])/gi)].map(({ index }) => index);
  if (places.length === 0) return text;
  const at = pick(random, places);
  const [letter = "", next = ""] = text.slice(at, at + 2);
  const slips = [
    letter === next ? letter : `${next}${letter}`,
    next,
    `${letter}${letter}${next}`,
    `${beside(letter, random)}${next}`,
  ];
  return `${text.slice(0, at)}${pick(random, slips)}${text.slice(at + 2)}`;
}

function beside(letter: string, random: Random): string {
  const row = KEYS.find((keys) => keys.includes(letter.toLowerCase())) ?? "";
  const at = row.indexOf(letter.toLowerCase());
  const other = pick(
    random,
    [row[at - 1], row[at + 1]].filter((key) => key !== undefined),
  );
  return letter === letter.toUpperCase() ? other.toUpperCase() : other;
}
