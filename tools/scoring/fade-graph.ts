import { elementNumber, integers, type OnnxConstant, type OnnxNode, onnxNode, scalar } from "./onnx-file.ts";
import type { Recency } from "./recency.ts";

/** What FADE_NODES refer to. */
export function fadeConstants({ decay, floor, power = 0 }: Recency): OnnxConstant[] {
  return [
    scalar("zero", 0),
    scalar("rate", -1 / decay),
    scalar("power", -power),
    scalar("unit", 1),
    scalar("fading", 1 - floor),
    scalar("floor", floor),
    integers("first", [0], []),
  ];
}

const toFloat = { to: elementNumber("float32") };
const laterOnes = { exclusive: 1, reverse: 1 };

/** `fade` of recency.ts, from the input `weights` to `effective`: the age of an event counts later events of its own sign. */
export const FADE_NODES: readonly OnnxNode[] = [
  onnxNode("Greater", ["weights", "zero"], "isLiked"),
  onnxNode("Less", ["weights", "zero"], "isDisliked"),
  onnxNode("Cast", ["isLiked"], "liked", toFloat),
  onnxNode("Cast", ["isDisliked"], "disliked", toFloat),
  onnxNode("CumSum", ["liked", "first"], "laterLiked", laterOnes),
  onnxNode("CumSum", ["disliked", "first"], "laterDisliked", laterOnes),
  onnxNode("Where", ["isDisliked", "laterDisliked", "laterLiked"], "age"),
  onnxNode("Mul", ["age", "rate"], "exponent"),
  onnxNode("Exp", ["exponent"], "kept"),
  onnxNode("Add", ["age", "unit"], "place"),
  onnxNode("Pow", ["place", "power"], "standing"),
  onnxNode("Mul", ["kept", "standing"], "left"),
  onnxNode("Mul", ["left", "fading"], "faded"),
  onnxNode("Add", ["faded", "floor"], "recency"),
  onnxNode("Mul", ["weights", "recency"], "effective"),
];
