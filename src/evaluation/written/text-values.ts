import { meanValues, type UnitValues } from "../statistics/statistic.ts";
import { bertScore } from "../text/bert-score.ts";
import { BLEU_STATISTICS, bleuStatistics } from "../text/bleu.ts";
import { distinctValues } from "../text/distinct.ts";
import { meteor } from "../text/meteor.ts";
import { type Rouge, rouge1, rouge2, rougeL } from "../text/rouge.ts";
import type { TokenEmbedder } from "../text/token-embedder.ts";

/** What a system wrote for one unit, and what a person wrote; without a reference only Distinct-n counts it. */
export interface WrittenUnit {
  readonly candidate: string;
  readonly references: readonly string[];
}

/** How the figures of `textValues` are made, for the protocol. */
export const TEXT_METRICS_IN_WORDS =
  "BLEU-4 of the whole part as sacrebleu, ROUGE F1 without stems as rouge-score, METEOR without synonyms, Distinct over everything a system wrote, its intervals centred on the figure";

/**
 * One text for each unit against its references: `bleu-4`, `rouge-1`, `rouge-2`, `rouge-l` (F1), `meteor` and `bertscore` (F1), and how
 * varied all texts together are: `distinct-1`, `distinct-2`. All 0..1.
 */
export async function textValues(
  units: readonly WrittenUnit[],
  embedder: TokenEmbedder,
  signal?: AbortSignal,
): Promise<Record<string, UnitValues>> {
  const each = (score: (unit: WrittenUnit) => number): UnitValues => meanValues(units.map(score));
  const f1 = (rouge: Rouge): UnitValues =>
    each(({ candidate, references }) => rouge(candidate, references).f1);
  const alike = await bertScore(units, embedder, signal && { signal });
  const texts = units.map(({ candidate }) => candidate);
  return {
    "bleu-4": bleuValues(units),
    "rouge-1": f1(rouge1),
    "rouge-2": f1(rouge2),
    "rouge-l": f1(rougeL),
    meteor: each(({ candidate, references }) => meteor(candidate, references).score),
    bertscore: meanValues(alike.map((score) => score.f1)),
    "distinct-1": distinctValues(texts, 1),
    "distinct-2": distinctValues(texts, 2),
  };
}

/** The columns that the statistic `bleu` sums, one row for each unit. */
export function bleuValues(units: readonly WrittenUnit[]): UnitValues {
  const rows = units.map(({ candidate, references }) => bleuStatistics(candidate, references));
  const columns = Array.from({ length: BLEU_STATISTICS }, (_, place) =>
    Float64Array.from(rows, (row) => row[place] ?? 0),
  );
  return { kind: "bleu", columns };
}
