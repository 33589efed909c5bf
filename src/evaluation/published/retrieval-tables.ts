import type { Figures, PublishedTable } from "./published-table.ts";

const POSTER = "Zakirova et al., LLM for RecSys (LLM4Rec poster)";

/** First stage alone, and first stage with a language model reranking what it found. */
export const RETRIEVAL_TABLES: readonly PublishedTable[] = [
  {
    task: "retrieval",
    data: "ml-100k",
    candidates: "full",
    source: `${POSTER}, table 1 [summary]`,
    differences:
      "The poster does not say how it splits, nor whether items already seen stay among the candidates.",
    systems: {
      "MiniLM, title genres year": found(0.0456, 0.0912, 0.1495),
      "MiniLM, with Wikipedia overviews": found(0.018, 0.0467, 0.088),
      "ada-002, title genres year": found(0.0467, 0.0986, 0.1569),
      "ada-002, with Wikipedia overviews": found(0.035, 0.0679, 0.105),
      ALS: found(0.0615, 0.0891, 0.1135),
    },
  },
  {
    task: "pipeline",
    data: "ml-100k",
    candidates: "full",
    source: `${POSTER}, table 2 [summary]`,
    differences:
      "A language model reranks what the text vectors found; the poster does not say how it splits, nor whether items already seen stay among the candidates.",
    systems: {
      "ada-002, then LLaMA3-70B": reranked(0.0286, 0.0414, 0.0157, 0.0189),
      "ada-002, then gpt-3.5-turbo": reranked(0.0286, 0.0456, 0.0162, 0.0204),
      "MiniLM, then gpt-3.5-turbo": reranked(0.0329, 0.0456, 0.0183, 0.0216),
    },
  },
];

function found(at20: number, at50: number, at100: number): Figures {
  return { "recall@20": at20, "recall@50": at50, "recall@100": at100 };
}

function reranked(recall10: number, recall20: number, ndcg10: number, ndcg20: number): Figures {
  return { "recall@10": recall10, "recall@20": recall20, "ndcg@10": ndcg10, "ndcg@20": ndcg20 };
}
