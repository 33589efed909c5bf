import { FADE_NODES, fadeConstants } from "./fade-graph.ts";
import { halved } from "./halve.ts";
import type { ItemWeights } from "./linear-fit.ts";
import { elementNumber, integers, type OnnxGraph, type OnnxNode, onnxModel } from "./onnx-file.ts";
import type { Recency } from "./recency.ts";

/**
 * The linear scorer as an ONNX file, in the form that `card.ts` documents. Weights are float16; only the rows of the history's
 * items are gathered and widened, so a loaded model costs 2·n² bytes. Computes, with f = `fade` of recency.ts:
 *   scores[c] = Σ_h f(h)·w(h, c),   contributions[h, k] = f(h)·w(h, candidates[k])
 * where w is the weight between the items, and for a disliked item its positive part: a dislike can push away, never draw near.
 */
export async function linearModel(weights: ItemWeights, recency: Recency): Promise<Uint8Array> {
  return onnxModel(scoringGraph(weights.columns, await halved(weights), recency));
}

function scoringGraph(n: number, half: Uint8Array, recency: Recency): OnnxGraph {
  return {
    name: "linear",
    inputs: [
      { name: "history", type: "int64", dims: ["h"] },
      { name: "weights", type: "float32", dims: ["h"] },
      { name: "candidates", type: "int64", dims: ["c"] },
    ],
    outputs: [
      { name: "scores", type: "float32", dims: [n] },
      { name: "contributions", type: "float32", dims: ["h", "c"] },
    ],
    constants: [
      { name: "items", type: "float16", dims: [n, n], bytes: half },
      ...fadeConstants(recency),
      integers("rowAxis", [0]),
      integers("columnAxis", [1]),
      integers("pairAxis", [2]),
      integers("nothing", [0], []),
    ],
    nodes: [...FADE_NODES, ...ROWS, ...SCORES, ...CONTRIBUTIONS],
  };
}

const node = (
  op: string,
  inputs: string[],
  output: string,
  attributes?: OnnxNode["attributes"],
): OnnxNode => ({
  op,
  inputs,
  outputs: [output],
  ...(attributes === undefined ? {} : { attributes }),
});
const toFloat = { to: elementNumber("float32") };
/** Likes and dislikes apart: no matrix of the whole history is made more than once, which is what a long one costs. */
const ROWS: readonly OnnxNode[] = [
  node("Not", ["isDisliked"], "isOther"),
  node("NonZero", ["isOther"], "otherPlaces"),
  node("Squeeze", ["otherPlaces", "rowAxis"], "others"),
  node("NonZero", ["isDisliked"], "dislikedPlaces"),
  node("Squeeze", ["dislikedPlaces", "rowAxis"], "dislikes"),
  node("Gather", ["history", "others"], "otherItems"),
  node("Gather", ["items", "otherItems"], "otherHalves"),
  node("Cast", ["otherHalves"], "otherRows", toFloat),
  node("Gather", ["history", "dislikes"], "dislikedItems"),
  node("Gather", ["items", "dislikedItems"], "dislikedHalves"),
  node("Cast", ["dislikedHalves"], "dislikedRows", toFloat),
  node("Relu", ["dislikedRows"], "pushingRows"),
];

const SCORES: readonly OnnxNode[] = [
  node("Unsqueeze", ["effective", "rowAxis"], "effectiveRow"),
  node("Gather", ["effectiveRow", "others"], "otherEffective", { axis: 1 }),
  node("Gather", ["effectiveRow", "dislikes"], "dislikedEffective", { axis: 1 }),
  node("MatMul", ["otherEffective", "otherRows"], "otherScores"),
  node("MatMul", ["dislikedEffective", "pushingRows"], "dislikedScores"),
  node("Add", ["otherScores", "dislikedScores"], "scoreRow"),
  node("Squeeze", ["scoreRow", "rowAxis"], "scores"),
];

/** Single weights, by (history item, candidate). */
const CONTRIBUTIONS: readonly OnnxNode[] = [
  node("Unsqueeze", ["history", "columnAxis"], "historyColumn"),
  node("Unsqueeze", ["candidates", "rowAxis"], "candidateRow"),
  node("Mul", ["historyColumn", "nothing"], "noHistory"),
  node("Mul", ["candidateRow", "nothing"], "noCandidate"),
  node("Add", ["historyColumn", "noCandidate"], "fromItems"),
  node("Add", ["candidateRow", "noHistory"], "toItems"),
  node("Unsqueeze", ["fromItems", "pairAxis"], "fromPart"),
  node("Unsqueeze", ["toItems", "pairAxis"], "toPart"),
  node("Concat", ["fromPart", "toPart"], "pairs", { axis: 2 }),
  node("GatherND", ["items", "pairs"], "halfPairs"),
  node("Cast", ["halfPairs"], "pairWeights", toFloat),
  node("Relu", ["pairWeights"], "positivePairs"),
  node("Unsqueeze", ["isDisliked", "columnAxis"], "isDislikedColumn"),
  node("Where", ["isDislikedColumn", "positivePairs", "pairWeights"], "signedPairs"),
  node("Unsqueeze", ["effective", "columnAxis"], "effectiveColumn"),
  node("Mul", ["signedPairs", "effectiveColumn"], "contributions"),
];
