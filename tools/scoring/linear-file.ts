import { FADE_NODES, fadeConstants } from "./fade-graph.ts";
import { halved } from "./halve.ts";
import type { ItemWeights } from "./item-weights.ts";
import { elementNumber, integers, type OnnxGraph, type OnnxNode, onnxModel, onnxNode } from "./onnx-file.ts";
import type { Recency } from "./recency.ts";
import { scorerForm } from "./scorer-form.ts";

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
    ...scorerForm(n),
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

const toFloat = { to: elementNumber("float32") };
/** Likes and dislikes apart: no matrix of the whole history is made more than once, which is what a long one costs. */
const ROWS: readonly OnnxNode[] = [
  onnxNode("Not", ["isDisliked"], "isOther"),
  onnxNode("NonZero", ["isOther"], "otherPlaces"),
  onnxNode("Squeeze", ["otherPlaces", "rowAxis"], "others"),
  onnxNode("NonZero", ["isDisliked"], "dislikedPlaces"),
  onnxNode("Squeeze", ["dislikedPlaces", "rowAxis"], "dislikes"),
  onnxNode("Gather", ["history", "others"], "otherItems"),
  onnxNode("Gather", ["items", "otherItems"], "otherHalves"),
  onnxNode("Cast", ["otherHalves"], "otherRows", toFloat),
  onnxNode("Gather", ["history", "dislikes"], "dislikedItems"),
  onnxNode("Gather", ["items", "dislikedItems"], "dislikedHalves"),
  onnxNode("Cast", ["dislikedHalves"], "dislikedRows", toFloat),
  onnxNode("Relu", ["dislikedRows"], "pushingRows"),
];

const SCORES: readonly OnnxNode[] = [
  onnxNode("Unsqueeze", ["effective", "rowAxis"], "effectiveRow"),
  onnxNode("Gather", ["effectiveRow", "others"], "otherEffective", { axis: 1 }),
  onnxNode("Gather", ["effectiveRow", "dislikes"], "dislikedEffective", { axis: 1 }),
  onnxNode("MatMul", ["otherEffective", "otherRows"], "otherScores"),
  onnxNode("MatMul", ["dislikedEffective", "pushingRows"], "dislikedScores"),
  onnxNode("Add", ["otherScores", "dislikedScores"], "scoreRow"),
  onnxNode("Squeeze", ["scoreRow", "rowAxis"], "scores"),
];

/** Single weights, by (history item, candidate). */
const CONTRIBUTIONS: readonly OnnxNode[] = [
  onnxNode("Unsqueeze", ["history", "columnAxis"], "historyColumn"),
  onnxNode("Unsqueeze", ["candidates", "rowAxis"], "candidateRow"),
  onnxNode("Mul", ["historyColumn", "nothing"], "noHistory"),
  onnxNode("Mul", ["candidateRow", "nothing"], "noCandidate"),
  onnxNode("Add", ["historyColumn", "noCandidate"], "fromItems"),
  onnxNode("Add", ["candidateRow", "noHistory"], "toItems"),
  onnxNode("Unsqueeze", ["fromItems", "pairAxis"], "fromPart"),
  onnxNode("Unsqueeze", ["toItems", "pairAxis"], "toPart"),
  onnxNode("Concat", ["fromPart", "toPart"], "pairs", { axis: 2 }),
  onnxNode("GatherND", ["items", "pairs"], "halfPairs"),
  onnxNode("Cast", ["halfPairs"], "pairWeights", toFloat),
  onnxNode("Relu", ["pairWeights"], "positivePairs"),
  onnxNode("Unsqueeze", ["isDisliked", "columnAxis"], "isDislikedColumn"),
  onnxNode("Where", ["isDislikedColumn", "positivePairs", "pairWeights"], "signedPairs"),
  onnxNode("Unsqueeze", ["effective", "columnAxis"], "effectiveColumn"),
  onnxNode("Mul", ["signedPairs", "effectiveColumn"], "contributions"),
];
