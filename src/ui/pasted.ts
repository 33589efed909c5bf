/** Signs that stand for pasted texts: the end of a range that is left to private use, where no font has anything. */
const FIRST_SIGN = 0x10fe00;
const MOST_PASTED = 256;
const SIGNS = /[\u{10fe00}-\u{10feff}]/gu;

/** A paste that is longer than this is shown shortened. */
const MOST_LINES = 4;
const MOST_CHARACTERS = 600;

/** What a paste puts into the line: itself, or a sign for it, where it is long. */
export function fold(
  paste: string,
  pasted: readonly string[],
): { readonly text: string; readonly pasted: readonly string[] } {
  const short = linesOf(paste) <= MOST_LINES && paste.length <= MOST_CHARACTERS;
  if (short || pasted.length === MOST_PASTED) return { text: paste, pasted };
  return { text: String.fromCodePoint(FIRST_SIGN + pasted.length), pasted: [...pasted, paste] };
}

/** The whole text, each sign as the words it stands for. */
export function unfold(text: string, pasted: readonly string[]): string {
  return text.replace(SIGNS, (sign) => wordsOf(sign, pasted));
}

/** The text as it is shown: "compare [12 lines pasted] with Heat". */
export function abridged(text: string, pasted: readonly string[]): string {
  return text.replace(SIGNS, (sign) => {
    const words = wordsOf(sign, pasted);
    const lines = linesOf(words);
    return lines > 1 ? `[${lines} lines pasted]` : `[${words.length} characters pasted]`;
  });
}

/** What comes from outside stands for nothing. */
export function withoutSigns(text: string): string {
  return text.replace(SIGNS, "");
}

function wordsOf(sign: string, pasted: readonly string[]): string {
  return pasted[(sign.codePointAt(0) ?? 0) - FIRST_SIGN] ?? "";
}

function linesOf(text: string): number {
  return text.split("\n").length;
}
