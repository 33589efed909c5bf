import type { ItemWeights } from "./linear-fit.ts";
import { openOnnx } from "./onnx.ts";
import {
  bytesOf,
  elementNumber,
  integers,
  type OnnxConstant,
  type OnnxGraph,
  type OnnxNode,
  onnxModel,
  scalar,
} from "./onnx-file.ts";
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

/** Float32 → float16 by the runtime's own cast. */
async function halved({ rows, columns, data }: ItemWeights): Promise<Uint8Array> {
  const dims = ["n", "m"];
  const caster = await openOnnx(
    onnxModel({
      name: "halve",
      nodes: [{ op: "Cast", inputs: ["x"], outputs: ["y"], attributes: { to: elementNumber("float16") } }],
      inputs: [{ name: "x", type: "float32", dims }],
      outputs: [{ name: "y", type: "float16", dims }],
    }),
    { devices: ["cpu"] },
  );
  try {
    const { y } = await caster.run({ x: { data, dims: [rows, columns] } }, { y: undefined });
    return y === undefined ? new Uint8Array() : bytesOf(y.data);
  } finally {
    await caster.close();
  }
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
    constants: [{ name: "items", type: "float16", dims: [n, n], bytes: half }, ...constantsOf(recency)],
    nodes: [...FADE, ...ROWS, ...OUTPUTS],
  };
}

function constantsOf({ decay, floor }: Recency): OnnxConstant[] {
  return [
    scalar("zero", 0),
    scalar("rate", -1 / decay),
    scalar("fading", 1 - floor),
    scalar("floor", floor),
    integers("first", [0], []),
    integers("rowAxis", [0]),
    integers("columnAxis", [1]),
  ];
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
const laterOnes = { exclusive: 1, reverse: 1 };

/** `fade` of recency.ts: the age of an event counts later events of its own sign. */
const FADE: readonly OnnxNode[] = [
  node("Greater", ["weights", "zero"], "isLiked"),
  node("Less", ["weights", "zero"], "isDisliked"),
  node("Cast", ["isLiked"], "liked", toFloat),
  node("Cast", ["isDisliked"], "disliked", toFloat),
  node("CumSum", ["liked", "first"], "laterLiked", laterOnes),
  node("CumSum", ["disliked", "first"], "laterDisliked", laterOnes),
  node("Where", ["isDisliked", "laterDisliked", "laterLiked"], "age"),
  node("Mul", ["age", "rate"], "exponent"),
  node("Exp", ["exponent"], "kept"),
  node("Mul", ["kept", "fading"], "faded"),
  node("Add", ["faded", "floor"], "recency"),
  node("Mul", ["weights", "recency"], "effective"),
];

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
