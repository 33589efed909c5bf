import type { Figures, PublishedTable } from "./published-table.ts";

const RECBOLE =
  "RecBole's defaults: no filter, at most 50 items of history, and items already seen stay among the candidates; ours masks them unless the protocol says otherwise.";
const SASREC_DATA =
  "Every rating counts, items with fewer than five are removed; whether items already seen stay among the candidates differs between such harnesses and was not checked for this one.";
const BEAUTY =
  "The 2014 five-core with the last item held out; whether items already seen stay among the candidates is not stated.";
const RECMIND = "Wang et al. 2024, RecMind, table for sequential recommendation on Beauty";

/** The held-out item among all items: HR@k and NDCG@k. */
export const RANKING_TABLES: readonly PublishedTable[] = [
  {
    task: "ranking",
    data: "ml-100k",
    candidates: "full",
    source: "Zakirova et al., LLM for RecSys (LLM4Rec poster), table 3 [summary]",
    differences: RECBOLE,
    systems: {
      SASRec: {
        "recall@5": 0.0647,
        "recall@10": 0.1166,
        "recall@20": 0.2195,
        "ndcg@5": 0.0382,
        "ndcg@10": 0.0548,
        "ndcg@20": 0.0808,
      },
    },
  },
  {
    task: "ranking",
    data: "ml-100k",
    candidates: "full",
    source: "pswrec2k26, results/ml100k_results.md: RecBole runs [2nd]",
    differences: RECBOLE,
    systems: {
      SASRec: four(0.1198, 0.0594, 0.2185, 0.0844),
      FEARec: four(0.1304, 0.0622, 0.211, 0.0824),
      GRU4Rec: four(0.1304, 0.065, 0.2259, 0.0891),
      PSWRecV5: four(0.1304, 0.0635, 0.2397, 0.0908),
    },
  },
  {
    task: "ranking",
    data: "ml-1m",
    candidates: "full",
    source: "antklen, SASRec/BERT4Rec comparison, README [repo]",
    differences: SASREC_DATA,
    systems: {
      "SASRec, BCE, 1 negative": two(0.25, 0.1341),
      BERT4Rec: two(0.2843, 0.1537),
      "SASRec, full cross-entropy (SASRec+)": two(0.3152, 0.1821),
      "SASRec, cross-entropy, 3000 negatives": two(0.3159, 0.1857),
    },
  },
  {
    task: "ranking",
    data: "ml-1m",
    candidates: "full",
    source: "Petrov & Macdonald 2023, gSASRec-pytorch, README [repo]",
    differences: SASREC_DATA,
    systems: { "SASRec, BCE": two(0.2392, 0.1259), "gSASRec, 256 negatives, t = 0.75": two(0.3003, 0.1726) },
  },
  {
    task: "ranking",
    data: "ml-1m",
    candidates: "full",
    source: "Zhai et al. 2024, generative-recommenders, README [repo]",
    differences: SASREC_DATA,
    systems: {
      "GRU4Rec, full softmax": two(0.2811, 0.1648),
      "SASRec, sampled softmax 128": two(0.2853, 0.1603),
      HSTU: two(0.3097, 0.172),
      "HSTU-large": { ...two(0.3294, 0.1893), "recall@50": 0.5935, "ndcg@50": 0.2481, "recall@200": 0.7839 },
    },
  },
  {
    task: "ranking",
    data: "ml-1m",
    candidates: "full",
    source: "pswrec2k26, benchmark_table_ml1m.md: RecBole runs [2nd]",
    differences:
      "RecBole's harness: items already seen stay among the candidates by default; its filter of ratings and of rare items was not checked.",
    systems: {
      "SASRec, cross-entropy": two(0.2952, 0.1662),
      LightSANs: two(0.299, 0.1713),
    },
  },
  {
    task: "ranking",
    data: "amazon-beauty",
    candidates: "full",
    source: `${RECMIND} [full]`,
    differences: `${BEAUTY} The language model is gpt-3.5-turbo-16k, which writes the items out.`,
    systems: {
      "S3-Rec": two(0.0647, 0.0327),
      SASRec: two(0.0643, 0.0319),
      P5: two(0.0603, 0.0411),
      "ChatGPT, zero-shot": two(0.0103, 0.006),
      "ChatGPT, few-shot": two(0.0256, 0.0125),
      "RecMind-CoT, few-shot": two(0.0486, 0.0302),
      "RecMind-SI, zero-shot": two(0.0469, 0.031),
      "RecMind-SI, few-shot": two(0.0574, 0.0375),
    },
  },
  {
    task: "ranking",
    data: "amazon-beauty",
    candidates: "full",
    source: "Rajput et al. 2023, TIGER, table for Beauty [2nd]",
    differences: BEAUTY,
    systems: { TIGER: two(0.0648, 0.0384) },
  },
  {
    task: "ranking",
    data: "amazon-beauty",
    candidates: "full",
    source: "antklen, SASRec/BERT4Rec comparison, README [repo]",
    differences: BEAUTY,
    systems: {
      "SASRec, cross-entropy, 3000 negatives": two(0.0533, 0.0327),
      BERT4Rec: two(0.0338, 0.0187),
    },
  },
];

function two(recall10: number, ndcg10: number): Figures {
  return { "recall@10": recall10, "ndcg@10": ndcg10 };
}

function four(recall10: number, ndcg10: number, recall20: number, ndcg20: number): Figures {
  return { ...two(recall10, ndcg10), "recall@20": recall20, "ndcg@20": ndcg20 };
}
