import type { Figures, PublishedTable } from "./published-table.ts";

const IEVALM = "Wang et al. 2023, iEvaLM, README";
const SIMULATED =
  "Five turns with a person simulated by text-davinci-003 at temperature 0, who knows the item that is sought.";

/** Items recommended in talk: one reply to a recorded dialogue (`turns`), and talks with a simulated person (`conversation`). */
export const CONVERSATION_TABLES: readonly PublishedTable[] = [
  {
    task: "turns",
    data: "redial",
    candidates: "full",
    source:
      "He et al. 2023, Large language models as zero-shot conversational recommenders, repository's summary.csv [repo]",
    differences:
      "The models write 20 titles; titles further than two edits from the catalogue are dropped, items already mentioned are left out, and only recommendations of new items count.",
    systems: {
      "GPT-4": written(0.0504, 0.1397, 0.2008, 0.2675, 0.1153),
      "GPT-3.5": written(0.0431, 0.1264, 0.1831, 0.2241, 0.1046),
      "Vicuna-13B": written(0.0338, 0.0891, 0.1203, 0.1444, 0.072),
      Baize: written(0.0339, 0.1049, 0.1442, 0.1675, 0.0824),
    },
  },
  {
    task: "turns",
    data: "redial",
    candidates: "full",
    source: `${IEVALM}, original dialogues [repo]`,
    differences:
      "KBRD, BARCOR and UniCRS were trained on ReDial; whether items already mentioned count as right again, which makes figures higher, was not checked.",
    systems: {
      KBRD: recalls(0.028, 0.169, 0.366),
      BARCOR: recalls(0.031, 0.17, 0.372),
      UniCRS: recalls(0.05, 0.215, 0.413),
      ChatGPT: recalls(0.037, 0.174),
    },
  },
  {
    task: "conversation",
    data: "redial",
    candidates: "full",
    source: `${IEVALM}, free chat [repo]`,
    differences: SIMULATED,
    systems: {
      KBRD: recalls(0.035, 0.198, 0.453),
      BARCOR: recalls(0.034, 0.19, 0.467),
      UniCRS: recalls(0.107, 0.317, 0.602),
      ChatGPT: recalls(0.146, 0.44),
    },
  },
  {
    task: "conversation",
    data: "redial",
    candidates: "full",
    source: `${IEVALM}, questions about attributes [repo]`,
    differences: `${SIMULATED} The system asks about attributes and the person answers.`,
    systems: {
      KBRD: recalls(0.039, 0.196, 0.436),
      BARCOR: recalls(0.034, 0.201, 0.427),
      UniCRS: recalls(0.053, 0.238, 0.52),
      ChatGPT: recalls(0.191, 0.536),
    },
  },
];

function written(at1: number, at5: number, at10: number, at20: number, ndcg10: number): Figures {
  return { "recall@1": at1, "recall@5": at5, "recall@10": at10, "recall@20": at20, "ndcg@10": ndcg10 };
}

function recalls(at1: number, at10: number, at50?: number): Figures {
  const head = { "recall@1": at1, "recall@10": at10 };
  return at50 === undefined ? head : { ...head, "recall@50": at50 };
}
