import type { Figures, PublishedTable } from "./published-table.ts";

const REC_SAVER = "Rec-SAVER (arXiv 2408.00802), table 3 [full]";
const SAVER_DIFFERENCES =
  "PaLM 2-M without training, 500 test rows balanced to 100 a star, people with four to ten reviews: balance makes the error larger; accuracy and F1 are of ratings above 3.";

/** Predicted ratings, in stars. */
export const RATING_TABLES: readonly PublishedTable[] = [
  {
    task: "rating",
    data: "ml-100k",
    source: "Reference points for the five published folds; the page they were read on is not recorded [2nd]",
    differences: "u1 to u5, mean over the folds; tuning and rounding are not known.",
    systems: { "user and item effects": { rmse: 0.942 }, "ALS factors": { rmse: 0.915 } },
  },
  {
    task: "rating",
    data: "ml-1m",
    source: "Xu et al. 2024, ProLLM4Rec (arXiv 2401.04997), table 5 [full]",
    differences:
      "Is the rating 4 or more, over 256 of the latest 10,000 interactions, split 8:1:1 by time; ten items of history.",
    systems: {
      "LLaMA2-chat-7B, zero-shot": { accuracy: 0.5255 },
      "LLaMA2-chat-7B, LoRA": { accuracy: 0.6275 },
      "LLaMA2-chat-7B, fine-tuned": { accuracy: 0.6731 },
    },
  },
  {
    task: "rating",
    data: "amazon-beauty",
    alsoFor: "any",
    source: "Wang et al. 2024, RecMind, table for rating prediction on Beauty [full]",
    differences:
      "The 2014 five-core; how its test rows were drawn was not seen; the language model is gpt-3.5-turbo-16k.",
    systems: {
      MF: errors(1.1973, 0.9461),
      MLP: errors(1.3078, 0.9597),
      AFM: errors(1.1097, 0.8815),
      P5: errors(1.2982, 0.8474),
      "ChatGPT, zero-shot": errors(1.4173, 1.1897),
      "ChatGPT, few-shot": errors(1.1589, 0.7327),
      "RecMind-CoT, few-shot": errors(1.1326, 0.7167),
      "RecMind-SI, zero-shot": errors(1.1894, 0.7883),
      "RecMind-SI, few-shot": errors(1.0756, 0.6892),
    },
  },
  {
    task: "rating",
    data: "Amazon 2018, Beauty",
    alsoFor: "any",
    source: REC_SAVER,
    differences: SAVER_DIFFERENCES,
    systems: {
      "average of the person": saver(0.52, 0.6, 1.35, 1.75),
      "chain of thought": saver(0.56, 0.62, 1.14, 1.6),
      "without reasoning": saver(0.49, 0.57, 1.35, 1.7),
    },
  },
  {
    task: "rating",
    data: "Amazon 2018, Movies and TV",
    alsoFor: "any",
    source: REC_SAVER,
    differences: SAVER_DIFFERENCES,
    systems: {
      "average of the person": saver(0.59, 0.63, 1.21, 1.63),
      "chain of thought": saver(0.62, 0.66, 1.06, 1.53),
      "without reasoning": saver(0.59, 0.63, 1.18, 1.56),
    },
  },
];

function errors(rmse: number, mae: number): Figures {
  return { rmse, mae };
}

function saver(accuracy: number, f1: number, mae: number, rmse: number): Figures {
  return { rmse, mae, accuracy, f1 };
}
