import { type Token, tokenise } from "../../../tools/language/running-text.ts";

/** Phrases and what they stand for, found in running words. */
export interface PhraseTable<Meaning> {
  /** The longest phrase that begins at word `at` and ends before word `end` (default: with the text), and the word after it. */
  at(
    tokens: readonly Token[],
    at: number,
    end?: number,
  ): { readonly to: number; readonly meaning: Meaning } | undefined;
}

/** Phrases are compared as words are (`normaliseWord`), so case, accents, apostrophes and hyphens do not matter. */
export function phraseTable<Meaning>(entries: Iterable<readonly [string, Meaning]>): PhraseTable<Meaning> {
  const meanings = new Map<string, Meaning>();
  const longest = new Map<string, number>();
  for (const [phrase, meaning] of entries) {
    const words = tokenise(phrase).map((token) => token.norm);
    const first = words[0];
    if (first === undefined) continue;
    meanings.set(words.join(" "), meaning);
    longest.set(first, Math.max(longest.get(first) ?? 0, words.length));
  }
  return {
    at(tokens, at, end = tokens.length) {
      const first = tokens[at];
      const most = first === undefined ? 0 : (longest.get(first.norm) ?? 0);
      for (let length = Math.min(most, end - at); length > 0; length--) {
        const words = tokens.slice(at, at + length);
        if (words.some((token, index) => index > 0 && /[.,;:!?]/.test(token.gap))) continue;
        const meaning = meanings.get(words.map((token) => token.norm).join(" "));
        if (meaning !== undefined) return { to: at + length, meaning };
      }
      return undefined;
    },
  };
}

/** One meaning for a whole list of phrases separated by "|". */
export function phrasesOf<Meaning>(table: readonly (readonly [string, Meaning])[]): [string, Meaning][] {
  return table.flatMap(([phrases, meaning]) =>
    phrases.split("|").map((phrase): [string, Meaning] => [phrase.trim(), meaning]),
  );
}
