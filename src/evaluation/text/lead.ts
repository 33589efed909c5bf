import { sentencesOf } from "./sentences.ts";
import { cutToWords, type Summariser, type SummaryLength } from "./summary-length.ts";

/** The baseline that summarisers of news find hard to beat: the first sentences, or the first words. Default: one sentence. */
export function lead(length: SummaryLength = { sentences: 1 }): Summariser {
  if ("words" in length) return (text) => cutToWords(text, length.words);
  return (text) => sentencesOf(text).slice(0, length.sentences).join(" ");
}
