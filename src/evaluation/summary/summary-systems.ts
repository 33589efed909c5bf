import { lead } from "../text/lead.ts";
import { lexRank } from "../text/lex-rank.ts";
import { type Summariser, wordsAsTheyStand } from "../text/summary-length.ts";
import type { Summarised } from "./summary-cases.ts";

/** What makes a headline of a review; a language model plugs in here. */
export interface SummarySystem {
  readonly name: string;
  /** False where more than the name and the training part decides what it writes: then finished runs are not kept. */
  readonly keep?: boolean;
  summarise(text: string, signal: AbortSignal): Promise<string>;
}

/** How long training headlines are, in words. */
export interface HeadlineLength {
  readonly words: number;
}

/** @returns the lower median, at least 1 */
export function headlineLength(train: readonly Summarised[]): HeadlineLength {
  const lengths = train.map(({ headline }) => wordsAsTheyStand(headline).length).sort((a, b) => a - b);
  return { words: Math.max(1, lengths[Math.floor((lengths.length - 1) / 2)] ?? 1) };
}

export const SUMMARY_SYSTEMS: Readonly<Record<string, (length: HeadlineLength) => SummarySystem>> = {
  lead: () => extractive("lead", lead()),
  "lead-words": (length) => extractive("lead-words", lead(length)),
  lexrank: () => extractive("lexrank", lexRank()),
};

function extractive(name: string, summariser: Summariser): SummarySystem {
  return { name, summarise: async (text) => summariser(text) };
}
