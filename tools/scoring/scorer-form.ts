import type { OnnxGraph } from "./onnx-file.ts";

/** Inputs and outputs of a scorer's graph over `n` items, as `card.ts` has them, contributions included. */
export function scorerForm(n: number): Pick<OnnxGraph, "inputs" | "outputs"> {
  return {
    inputs: [
      { name: "history", type: "int64", dims: ["h"] },
      { name: "weights", type: "float32", dims: ["h"] },
      { name: "candidates", type: "int64", dims: ["c"] },
    ],
    outputs: [
      { name: "scores", type: "float32", dims: [n] },
      { name: "contributions", type: "float32", dims: ["h", "c"] },
    ],
  };
}
