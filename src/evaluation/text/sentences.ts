const segmenter = new Intl.Segmenter("en", { granularity: "sentence" });

/**
 * The sentences of a text in order, trimmed, none empty, by Unicode's rules (UAX 29) through Intl.Segmenter: a line break ends a
 * sentence; so does "Mr." before a capital, since the rules know no abbreviations.
 */
export function sentencesOf(text: string): string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment.trim()).filter((each) => each !== "");
}
