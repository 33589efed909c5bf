import { stemmer } from "stemmer";
import { STOP_WORDS } from "./stop-words.ts";

/** The words of a text, in order: lower case, without accents; "don't" is "dont", "Alien's" is "alien". */
export function words(text: string): string[] {
  return fold(text).match(WORD) ?? [];
}

/** The words that carry a topic, stemmed (Porter 1980), in order, repetitions kept. Empty for "something good, please". */
export function topicStems(text: string): string[] {
  return words(text)
    .filter((word) => !STOP_WORDS.has(word))
    .map(stem);
}

/** The words that carry a topic, unstemmed: what is left of "something about robots, please" is "robots". */
export function topicWords(text: string): string[] {
  return words(text).filter((word) => !STOP_WORDS.has(word));
}

/** One folded word's stem (Porter 1980). Words that hold a digit stay as they are. */
export function stem(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  const made = /\d/.test(word) ? word : stemmer(word);
  if (stems.size < STEMS_KEPT) stems.set(word, made);
  return made;
}

const WORD = /[\p{L}\p{N}]+/gu;
const ASCII = /^[\0-\x7f]*$/;

/** Prose repeats its words: remembering stems makes fitting a catalogue 5 times faster. */
const STEMS_KEPT = 300_000;
const stems = new Map<string, string>();

function fold(text: string): string {
  const lower = text.toLowerCase();
  const plain = ASCII.test(lower) ? lower : lower.normalize("NFKD").replace(/\p{M}/gu, "");
  return plain.replace(/['’]s\b/g, "").replace(/['’]/g, "");
}
