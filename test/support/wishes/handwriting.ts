import type { Random } from "../../../memory/random.ts";
import { chance } from "./drawing.ts";

/** Shares of messages, by what is left out of what a book would print. Most people write to a machine as they write to friends. */
const MOVIES = 0.5;
const SMALL_LETTERS = 0.45;
const NAMES_STAY_CAPITAL = 0.2;
const NO_APOSTROPHES = 0.25;
const NO_FINAL_STOP = 0.5;
const NO_COMMA = 0.4;
const NO_ACCENTS = 0.6;

/** A comma before words that show by themselves that something new begins. */
const PLAIN_COMMA = /,(?= (but|starring|directed|written|under|over|set|oldest|newest|shortest|longest) )/;

/** A printed message as somebody types it. Letters of names stay, but for capitals and accents. */
export function handwritten(printed: string, random: Random): string {
  let text = chance(random, MOVIES) ? movies(printed) : printed;
  const small = chance(random, SMALL_LETTERS);
  const namesSmall = small && !chance(random, NAMES_STAY_CAPITAL);
  if (chance(random, NO_APOSTROPHES)) text = outsideNames(text, (words) => words.replaceAll("'", ""));
  if (chance(random, NO_COMMA) && commas(text) === 1)
    text = outsideNames(text, (words) => words.replace(PLAIN_COMMA, ""));
  if (chance(random, NO_FINAL_STOP) && !/[.!?:] /.test(text)) text = text.replace(/[.?]$/, "");
  if (small) text = outsideNames(text, (words) => words.toLowerCase());
  if (namesSmall) text = text.replace(/⟦[^⟧]*⟧/g, (name) => name.toLowerCase());
  if (chance(random, NO_ACCENTS)) text = text.normalize("NFKD").replace(/\p{M}/gu, "");
  return text
    .replace(/[⟦⟧⟪⟫]/g, "")
    .replace(/\.\.$/, ".")
    .replaceAll(".. ", ". ");
}

/** Half of the world goes to the movies. "Film noir" stays. */
function movies(text: string): string {
  return outsideNames(text, (words) =>
    words.replace(
      /\b([Ff])ilm(s?)\b(?! noir)/g,
      (_, f: string, s: string) => `${f === "F" ? "M" : "m"}ovie${s}`,
    ),
  );
}

function commas(text: string): number {
  return outsideNames(text, (words) => words.replace(/[^,]/g, "")).replace(/⟦[^⟧]*⟧|⟪[^⟫]*⟫/g, "").length;
}

function outsideNames(text: string, write: (words: string) => string): string {
  return text
    .split(/(⟦[^⟧]*⟧|⟪[^⟫]*⟫)/)
    .map((piece) => (/^[⟦⟪]/.test(piece) ? piece : write(piece)))
    .join("");
}
