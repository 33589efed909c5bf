import { stemmer } from "stemmer";

/**
 * A word's stem by Porter's algorithm (Porter 1980) with its author's later amendments: NLTK's mode MARTIN_EXTENSIONS. NLTK's default
 * mode, which rouge-score and NLTK's METEOR use, adds exceptions of its own ("dies" with "die", "enjoy" not "enjoi"), so that a
 * few pairs of words meet there and not here.
 */
export function porterStem(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  const stem = stemmer(word);
  if (stems.size < STEMS_KEPT) stems.set(word, stem);
  return stem;
}

/** Prose repeats its words. */
const STEMS_KEPT = 100_000;
const stems = new Map<string, string>();
