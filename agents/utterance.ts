/** The longest utterance that is read, in characters. */
export const LONGEST_UTTERANCE = 4000;

/**
 * What somebody typed, fit to be read: line breaks stay (a sentence ends there), other control characters become spaces, invisible
 * direction marks go, what is longer than LONGEST_UTTERANCE is cut, and `cut` says so.
 */
export function cleaned(text: string): { readonly text: string; readonly cut: boolean } {
  const plain = text
    .replace(/\r\n?|[\u0085\u2028\u2029]/gu, "\n")
    .replace(/[^\P{Cc}\n]+/gu, " ")
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu, "")
    .toWellFormed()
    .trim();
  const cut = plain.length > LONGEST_UTTERANCE;
  return { text: cut ? plain.slice(0, LONGEST_UTTERANCE).toWellFormed() : plain, cut };
}
