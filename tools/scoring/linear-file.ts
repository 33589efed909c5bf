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
    ],
    nodes: [...FADE_NODES, ...ROWS, ...OUTPUTS],
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
const ROWS: readonly OnnxNode[] = [
  node("Gather", ["items", "history"], "halfRows", { axis: 0 }),
  node("Cast", ["halfRows"], "rows", toFloat),
  node("Relu", ["rows"], "positiveRows"),
  node("Unsqueeze", ["isDisliked", "columnAxis"], "isDislikedRow"),
  node("Where", ["isDislikedRow", "positiveRows", "rows"], "signedRows"),
];

const OUTPUTS: readonly OnnxNode[] = [
  node("Unsqueeze", ["effective", "rowAxis"], "effectiveRow"),
  node("MatMul", ["effectiveRow", "signedRows"], "scoreRow"),
  node("Squeeze", ["scoreRow", "rowAxis"], "scores"),
  node("Gather", ["signedRows", "candidates"], "candidateColumns", { axis: 1 }),
  node("Unsqueeze", ["effective", "columnAxis"], "effectiveColumn"),
  node("Mul", ["candidateColumns", "effectiveColumn"], "contributions"),
];
