import type { Figures, PublishedTable } from "./published-table.ts";

const REC_SAVER = "Rec-SAVER (arXiv 2408.00802), table 3, metrics in the order of table 5 [full]";
const SAVER_DIFFERENCES =
  "PaLM 2-M's reasons for a rating against references that the same kind of model wrote and verified, not against what people wrote.";

/** Text against reference text. Reported in percent there, shares here. */
export const EXPLANATION_TABLES: readonly PublishedTable[] = [
  {
    task: "explanation",
    data: "amazon-beauty",
    alsoFor: "any",
    source: "Wang et al. 2024, RecMind, table for explanation generation on Beauty [full]",
    differences:
      "BLEU-2, which is higher than BLEU-4 on the same text; prompts and references are not ours; the language model is gpt-3.5-turbo-16k.",
    systems: {
      P5: percent(0.9783, 17.04, 1.896, 12.17),
      "ChatGPT, zero-shot": percent(0.0359, 9.79, 0.799, 5.12),
      "ChatGPT, few-shot": percent(1.1766, 11.89, 2.589, 5.89),
      "RecMind-CoT, few-shot": percent(1.3096, 12.8, 2.702, 8.02),
      "RecMind-SI, zero-shot": percent(1.1589, 11.68, 2.246, 7.9),
      "RecMind-SI, few-shot": percent(1.3459, 13.26, 2.748, 8.96),
    },
  },
  {
    task: "explanation",
    data: "Amazon 2018, Beauty",
    alsoFor: "any",
    source: REC_SAVER,
    differences: SAVER_DIFFERENCES,
    systems: { "chain of thought": reasons(0.236, 0.503, 0.339, 0.665) },
  },
  {
    task: "explanation",
    data: "Amazon 2018, Movies and TV",
    alsoFor: "any",
    source: REC_SAVER,
    differences: SAVER_DIFFERENCES,
    systems: { "chain of thought": reasons(0.194, 0.465, 0.296, 0.647) },
  },
];

function percent(bleu2: number, rouge1: number, rouge2: number, rougeL: number): Figures {
  const share = (value: number): number => Number((value / 100).toFixed(6));
  return {
    "bleu-2": share(bleu2),
    "rouge-1": share(rouge1),
    "rouge-2": share(rouge2),
    "rouge-l": share(rougeL),
  };
}

function reasons(bleu: number, rouge1: number, meteor: number, bertscore: number): Figures {
  return { bleu, "rouge-1": rouge1, meteor, bertscore };
}
