import type { Figures, PublishedTable } from "./published-table.ts";

const LLM_RS =
  "200 sampled users, three repeats, nothing regenerated; recall@20 is the share of users whose item is in the answer at all; which 19 were drawn is not ours.";

/** The held-out item among a few drawn at random: not to be read beside a ranking of all items. */
export const SAMPLED_TABLES: readonly PublishedTable[] = [
  {
    task: "ranking",
    data: "ml-1m",
    alsoFor: ["ml-100k"],
    candidates: "1+19",
    source: "Xu et al. 2024, ProLLM4Rec (arXiv 2401.04997), table 4 [full]",
    differences: LLM_RS,
    systems: {
      Random: shown(1, 0.03, 0.2081),
      Pop: shown(1, 0.18, 0.4841),
      BPR: shown(1, 0.255, 0.5743),
      SASRec: shown(1, 0.64, 0.7916),
      "ChatGPT-4K": shown(0.9583, 0.1817, 0.3985),
      "ChatGPT-16K": shown(0.96, 0.15, 0.3735),
      "GPT-4": shown(0.99, 0.31, 0.5828),
      "LLaMA2-chat-70B": shown(0.955, 0.243, 0.4344),
      "LLaMA2-chat-13B": shown(0.805, 0.165, 0.3866),
      "LLaMA2-chat-7B": shown(0.795, 0.09, 0.2744),
      "ChatGLM3-6B-2K": shown(0.69, 0.095, 0.2762),
    },
  },
  {
    task: "ranking",
    data: "ml-1m",
    alsoFor: ["ml-100k"],
    candidates: "1+19",
    source: "Hou et al. 2024, LLMRank (Large language models are zero-shot rankers), table 2 [full]",
    differences:
      "Histories of at most 50 titles, gpt-3.5-turbo at temperature 0.2; which 19 were drawn is not ours.",
    systems: {
      Pop: graded(0.2291, 0.4516, 0.5233, 0.5536),
      BPRMF: graded(0.346, 0.5987, 0.6429, 0.6539),
      SASRec: graded(0.6139, 0.7639, 0.7889, 0.7979),
      BM25: graded(0.047, 0.1268, 0.1788, 0.3319),
      UniSRec: graded(0.0737, 0.188, 0.2667, 0.3793),
      "GPT-3.5, sequential": graded(0.1828, 0.3635, 0.4285, 0.4902),
      "GPT-3.5, recency-focused": graded(0.1957, 0.3773, 0.4423, 0.5001),
      "GPT-3.5, in-context learning": graded(0.2177, 0.3959, 0.4583, 0.5162),
    },
  },
  {
    task: "ranking",
    data: "ml-1m",
    alsoFor: ["ml-100k"],
    candidates: "1+19",
    source: "Hou et al. 2024, LLMRank (Large language models are zero-shot rankers), table 3 [full]",
    differences: "200 sampled users; which 19 were drawn is not ours.",
    systems: {
      "Alpaca-7B": graded(0.04, 0.1392, 0.2309),
      "Vicuna-13B": graded(0.065, 0.1475, 0.2264),
      "LLaMA2-70B-chat": graded(0.08, 0.2542, 0.3119),
      "GPT-3.5": graded(0.2333, 0.4207, 0.488),
      "GPT-4": graded(0.155, 0.4065, 0.4674),
    },
  },
  {
    task: "ranking",
    data: "amazon-beauty",
    candidates: "1+99",
    source: "Wang et al. 2024, RecMind, table for direct recommendation on Beauty [full]",
    differences:
      "The history is given without its order; which 99 were drawn is not ours; the language model is gpt-3.5-turbo-16k.",
    systems: {
      "BPR-MLP": direct(0.2542, 0.1215),
      ENMF: direct(0.2479, 0.1453),
      P5: direct(0.2159, 0.1289),
      "ChatGPT, zero-shot": direct(0.0705, 0.0235),
      "ChatGPT, few-shot": direct(0.0903, 0.0362),
      "RecMind-CoT, few-shot": direct(0.1345, 0.0814),
      "RecMind-SI, zero-shot": direct(0.1259, 0.0923),
      "RecMind-SI, few-shot": direct(0.1559, 0.1063),
    },
  },
];

function shown(recall20: number, ndcg1: number, ndcg10: number): Figures {
  return { "recall@20": recall20, "ndcg@1": ndcg1, "ndcg@10": ndcg10 };
}

function graded(at1: number, at5: number, at10: number, at20?: number): Figures {
  const head = { "ndcg@1": at1, "ndcg@5": at5, "ndcg@10": at10 };
  return at20 === undefined ? head : { ...head, "ndcg@20": at20 };
}

function direct(recall10: number, ndcg10: number): Figures {
  return { "recall@10": recall10, "ndcg@10": ndcg10 };
}
