/** How long a summary may be: so many sentences, or so many words (what white space parts). */
export type SummaryLength = { readonly sentences: number } | { readonly words: number };

/** What makes a short text of a long one; empty of an empty one. */
export type Summariser = (text: string) => string;

/** The words of a text as it stands: what white space parts. */
export function wordsAsTheyStand(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== "");
}

/** The first `most` words, parted by single spaces. */
export function cutToWords(text: string, most: number): string {
  return wordsAsTheyStand(text).slice(0, most).join(" ");
}
