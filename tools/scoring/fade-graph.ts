import { elementNumber, integers, type OnnxConstant, type OnnxNode, scalar } from "./onnx-file.ts";
import type { Recency } from "./recency.ts";

/** What FADE_NODES refer to. */
export function fadeConstants({ decay, floor }: Recency): OnnxConstant[] {
  return [
    scalar("zero", 0),
    scalar("rate", -1 / decay),
    scalar("fading", 1 - floor),
    scalar("floor", floor),
    integers("first", [0], []),
  ];
}

const node = (
  op: string,
  inputs: string[],
  output: string,
  attributes: OnnxNode["attributes"] = {},
): OnnxNode => ({ op, inputs, outputs: [output], attributes });
const toFloat = { to: elementNumber("float32") };
const laterOnes = { exclusive: 1, reverse: 1 };

/** `fade` of recency.ts, from the input `weights` to `effective`: the age of an event counts later events of its own sign. */
export const FADE_NODES: readonly OnnxNode[] = [
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
