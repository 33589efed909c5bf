import { stemmer } from "stemmer";
import { STOP_WORDS } from "./stop-words.ts";

/** The words of a text, in order: lower case, without accents; "don't" is "dont", "Alien's" is "alien". */
export function words(text: string): string[] {
  return fold(text).match(WORD) ?? [];
}

/** The words that carry a topic, stemmed (Porter 1980), in order, repetitions kept. Empty for "something good, please". */
export function topicStems(text: string): string[] {
  const telling: string[] = [];
  for (const word of words(text)) {
    const known = topics.get(word) ?? topicStem(word);
    if (known !== "") telling.push(known);
  }
  return telling;
}

/** A word's stem; empty where the word carries no topic. */
export function topicStem(word: string): string {
  const made = STOP_WORDS.has(word) ? "" : stem(word);
  if (topics.size < STEMS_KEPT) topics.set(word, made);
  return made;
}

/** The words that carry a topic, unstemmed: what is left of "something about robots, please" is "robots". */
export function topicWords(text: string): string[] {
  return words(text).filter((word) => !STOP_WORDS.has(word));
}

/** One folded word's stem (Porter 1980). Words that hold a digit stay as they are. */
export function stem(word: string): string {
  return /\d/.test(word) ? word : stemmer(word);
}

const WORD = /[\p{L}\p{N}]+/gu;
const ASCII = /^[\0-\x7f]*$/;

/** Prose repeats its words: remembering stems makes fitting a catalogue 5 times faster. */
const STEMS_KEPT = 300_000;
const topics = new Map<string, string>();

function fold(text: string): string {
  const lower = text.toLowerCase();
  const plain = ASCII.test(lower) ? lower : lower.normalize("NFKD").replace(/\p{M}/gu, "");
  return plain.replace(/['’]s\b/g, "").replace(/['’]/g, "");
}
