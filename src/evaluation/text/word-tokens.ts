/**
 * The words of a text in lower case: runs of letters, marks and digits, with apostrophes inside them ("don't"); no punctuation. The tokens
 * of METEOR and Distinct-n.
 */
export function wordTokens(text: string): string[] {
  return text.normalize("NFC").toLowerCase().match(WORD) ?? [];
}

const WORD = /[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}\p{N}]+)*/gu;
