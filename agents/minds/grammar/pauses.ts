import type { Token } from "../../../tools/language/running-text.ts";

/** Whether a comma, a colon or the end of a sentence stands before a word. */
export function pauses(tokens: readonly Token[], at: number): boolean {
  return /[.,;:!?\n]/.test(tokens[at]?.gap ?? "");
}

/** Whether a sentence, or half of one, ends before a word. */
export function stops(tokens: readonly Token[], at: number): boolean {
  return /[.;!?\n]/.test(tokens[at]?.gap ?? "");
}

/** The dots of "Philip K. Dick" and "Lon Chaney Jr. and …" end no sentence. */
export function withoutAbbreviations(tokens: readonly Token[]): Token[] {
  return tokens.map((token, at) => {
    const before = tokens[at - 1];
    if (before === undefined || !token.gap.startsWith(".")) return token;
    const initial = /^\p{Lu}$/u.test(before.text) && token.capital && before.text !== "I";
    const title = /^(?:jr|sr)$/.test(before.norm) && !token.capital;
    const called = /^(?:dr|mr|mrs|ms|st)$/.test(before.norm) && token.capital;
    return initial || title || called ? { ...token, gap: token.gap.slice(1) } : token;
  });
}
