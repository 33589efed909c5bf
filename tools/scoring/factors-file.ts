import { CG_CONSTANTS, conjugateGradients } from "./conjugate-gradients.ts";
import type { ItemFactors } from "./factors-fit.ts";
import { FADE_NODES, fadeConstants } from "./fade-graph.ts";
import { halved } from "./halve.ts";
import {
  bytesOf,
  elementNumber,
  integers,
  type OnnxConstant,
  type OnnxGraph,
  type OnnxNode,
  onnxModel,
  onnxNode,
} from "./onnx-file.ts";
import type { Recency } from "./recency.ts";
import { scorerForm } from "./scorer-form.ts";

/**
 * The factors scorer as an ONNX file, in the form that `card.ts` documents. With f = `fade` of recency.ts, x the history's past vectors,
 * z_j a candidate's next vector, and A(g) = I + Σ g(h)·x_h·x_hᵀ:
 *   liking_j = z_jᵀ·A(f⁺)⁻¹·Σ f⁺(h)·x_h,   pushing_j = z_jᵀ·A(|f|)⁻¹·Σ f⁻(h)·x_h,   score_j = liking_j − max(0, pushing_j)
 * where f⁺ are the weights of liked items and f⁻ the sizes of those of disliked ones: a dislike can push away, never draw near. Both
 * are linear in the history once A is given, so each item of the history has its exact share (Hu, Koren & Volinsky 2008, section 5).
 * The solve is conjugate gradients inside the graph; what nobody dislikes costs one product with the table of candidates.
 * A loaded model costs 6·n·d bytes.
 */
export async function factorsModel({ past, next }: ItemFactors, recency: Recency): Promise<Uint8Array> {
  return onnxModel(scoringGraph(past.rows, past.columns, await halved(past), bytesOf(next.data), recency));
}

/** I + Σ has as many eigenvalues other than 1 as the history has items: most histories are solved long before. */
const STEPS = 24;

function scoringGraph(n: number, d: number, past: Uint8Array, next: Uint8Array, recency: Recency): OnnxGraph {
  return {
    name: "factors",
    ...scorerForm(n),
    constants: [
      { name: "past", type: "float16", dims: [n, d], bytes: past },
      { name: "next", type: "float32", dims: [n, d], bytes: next },
      ...fadeConstants(recency),
      ...CG_CONSTANTS,
      ...axes(),
    ],
    nodes: [
      ...FADE_NODES,
      ...SYSTEMS,
      ...conjugateGradients({ target: "targets", applyTo, steps: STEPS }, "solved"),
      ...SCORES,
      ...CONTRIBUTIONS,
    ],
  };
}

function axes(): OnnxConstant[] {
  return [
    integers("axis0", [0]),
    integers("axis1", [1]),
    integers("lastAxis", [-1]),
    integers("one", [1], []),
    integers("likes", [0], []),
    integers("fromSecond", [1]),
    integers("toEnd", [Number.MAX_SAFE_INTEGER]),
  ];
}

/** Two systems beside each other, of likes and of dislikes: matrices as weights [2, h, 1], right sides from what each adds up. */
const SYSTEMS: readonly OnnxNode[] = [
  onnxNode("Gather", ["past", "history"], "halfRows", { axis: 0 }),
  onnxNode("Cast", ["halfRows"], "x", { to: elementNumber("float32") }),
  onnxNode("Relu", ["effective"], "likedSize"),
  onnxNode("Neg", ["effective"], "turned"),
  onnxNode("Relu", ["turned"], "dislikedSize"),
  onnxNode("Abs", ["effective"], "size"),
  onnxNode("Unsqueeze", ["likedSize", "axis0"], "likedRow"),
  onnxNode("Unsqueeze", ["dislikedSize", "axis0"], "dislikedRow"),
  onnxNode("Unsqueeze", ["size", "axis0"], "sizeRow"),
  onnxNode("Concat", ["likedRow", "sizeRow"], "matrixRows", { axis: 0 }),
  onnxNode("Concat", ["likedRow", "dislikedRow"], "targetRows", { axis: 0 }),
  onnxNode("Unsqueeze", ["matrixRows", "lastAxis"], "matrixWeights"),
  onnxNode("Unsqueeze", ["targetRows", "lastAxis"], "targetWeights"),
  onnxNode("Mul", ["x", "matrixWeights"], "weighted"),
  onnxNode("Transpose", ["weighted"], "weightedT", { perm: [0, 2, 1] }),
  onnxNode("MatMul", ["weightedT", "x"], "gram"),
  onnxNode("Mul", ["x", "targetWeights"], "parts"),
  onnxNode("ReduceSum", ["parts", "axis1"], "sums", { keepdims: 1 }),
  onnxNode("Gather", ["next", "candidates"], "z", { axis: 0 }),
  onnxNode("Unsqueeze", ["z", "axis0"], "zOnce"),
  onnxNode("Concat", ["zOnce", "zOnce"], "zTwice", { axis: 0 }),
  // Line 0 of either system is the user, the others are candidates, for their shares.
  onnxNode("Concat", ["sums", "zTwice"], "targets", { axis: 1 }),
];

/** p·(I + gram) */
function applyTo(p: string): OnnxNode[] {
  return [onnxNode("MatMul", [p, "gram"], `${p}Gram`), onnxNode("Add", [p, `${p}Gram`], `${p}Applied`)];
}

/** One product for likes; another only where something is disliked: with a million candidates each reads 256 MB. */
const SCORES: readonly OnnxNode[] = [
  onnxNode("Gather", ["solved", "likes"], "likingSide", { axis: 0 }),
  onnxNode("Gather", ["likingSide", "likes"], "likingUser", { axis: 0 }),
  // As a column: with a vector on the right the runtime takes a path that is twenty times as slow.
  onnxNode("Unsqueeze", ["likingUser", "lastAxis"], "likingColumn"),
  onnxNode("MatMul", ["next", "likingColumn"], "likingScores"),
  // As a list again before anything is subtracted: one number from each of a column's takes ten times as long.
  onnxNode("Squeeze", ["likingScores", "lastAxis"], "liking"),
  onnxNode("ReduceMax", ["dislikedSize"], "worst", { keepdims: 0 }),
  onnxNode("Greater", ["worst", "zero"], "somethingDisliked"),
  {
    op: "If",
    inputs: ["somethingDisliked"],
    outputs: ["pushing"],
    attributes: {
      then_branch: {
        graph: {
          name: "push",
          nodes: [
            onnxNode("Gather", ["solved", "one"], "pushingSide", { axis: 0 }),
            onnxNode("Gather", ["pushingSide", "likes"], "pushingUser", { axis: 0 }),
            onnxNode("Unsqueeze", ["pushingUser", "lastAxis"], "pushingColumn"),
            onnxNode("MatMul", ["next", "pushingColumn"], "pushingScores"),
            onnxNode("Squeeze", ["pushingScores", "lastAxis"], "drawn"),
            onnxNode("Relu", ["drawn"], "pushed"),
          ],
          outputs: [{ name: "pushed", type: "float32", dims: ["n"] }],
        },
      },
      else_branch: {
        graph: {
          name: "still",
          nodes: [onnxNode("Unsqueeze", ["zero", "axis0"], "still")],
          outputs: [{ name: "still", type: "float32", dims: [1] }],
        },
      },
    },
  },
  onnxNode("Sub", ["liking", "pushing"], "scores"),
];

/** Shares of likes, less those of dislikes where these push at all. */
const CONTRIBUTIONS: readonly OnnxNode[] = [
  onnxNode("Slice", ["solved", "fromSecond", "toEnd", "axis1"], "solvedCandidates"),
  onnxNode("Transpose", ["solvedCandidates"], "candidateColumns", { perm: [0, 2, 1] }),
  onnxNode("MatMul", ["x", "candidateColumns"], "affinities"),
  onnxNode("Mul", ["affinities", "targetWeights"], "shares"),
  onnxNode("Gather", ["shares", "likes"], "likingShares", { axis: 0 }),
  onnxNode("Gather", ["shares", "one"], "pushingShares", { axis: 0 }),
  onnxNode("ReduceSum", ["pushingShares", "axis0"], "pushes", { keepdims: 1 }),
  onnxNode("Greater", ["pushes", "zero"], "doPush"),
  onnxNode("Where", ["doPush", "pushingShares", "zero"], "pushingTaken"),
  onnxNode("Sub", ["likingShares", "pushingTaken"], "contributions"),
];
