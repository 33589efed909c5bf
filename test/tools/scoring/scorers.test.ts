import { contentScorer } from "../../../tools/scoring/content.ts";
import { EASE_DEFAULTS, fitEase } from "../../../tools/scoring/ease.ts";
import { factorsModel } from "../../../tools/scoring/factors-file.ts";
import { FACTORS_DEFAULTS, fitFactors } from "../../../tools/scoring/factors-fit.ts";
import { fitItemKnn, ITEM_KNN_DEFAULTS } from "../../../tools/scoring/item-knn.ts";
import { LINEAR_DEFAULTS } from "../../../tools/scoring/linear-defaults.ts";
import { linearModel } from "../../../tools/scoring/linear-file.ts";
import { fitLinear } from "../../../tools/scoring/linear-fit.ts";
import { bytesOf, onnxModel } from "../../../tools/scoring/onnx-file.ts";
import { openOnnxScorer } from "../../../tools/scoring/onnx-scorer.ts";
import { popularScorer } from "../../../tools/scoring/popular.ts";
import { itemCounts, sequencesOf } from "../../../tools/scoring/sequences.ts";
import { scorerContract } from "../../contract/scorer.ts";
import { BOARD_ITEMS, boardVectors } from "../../fixtures/checkerboard.ts";

scorerContract("linear", async ({ interactions }) => {
  const weights = await fitLinear(sequencesOf(interactions), BOARD_ITEMS, LINEAR_DEFAULTS);
  return openOnnxScorer("linear", await linearModel(weights, LINEAR_DEFAULTS.recency), BOARD_ITEMS);
});

scorerContract("factors", async ({ interactions }) => {
  const factors = await fitFactors(sequencesOf(interactions), BOARD_ITEMS, FACTORS_DEFAULTS);
  return openOnnxScorer("factors", await factorsModel(factors, FACTORS_DEFAULTS.recency), BOARD_ITEMS);
});

scorerContract(
  "item-knn",
  async ({ interactions }) => {
    const weights = await fitItemKnn(sequencesOf(interactions), BOARD_ITEMS, ITEM_KNN_DEFAULTS);
    const model = await linearModel(weights, ITEM_KNN_DEFAULTS.recency);
    return openOnnxScorer("item-knn", model, BOARD_ITEMS);
  },
  { personal: true, fades: false },
);

scorerContract(
  "ease",
  async ({ interactions }) => {
    const weights = await fitEase(sequencesOf(interactions), BOARD_ITEMS, EASE_DEFAULTS);
    return openOnnxScorer("ease", await linearModel(weights, EASE_DEFAULTS.recency), BOARD_ITEMS);
  },
  { personal: true, fades: false },
);

scorerContract("content", async () => contentScorer(boardVectors(), LINEAR_DEFAULTS.recency));

scorerContract(
  "popular",
  async ({ interactions }) => popularScorer(itemCounts(sequencesOf(interactions), BOARD_ITEMS)),
  { personal: false },
);

/** A model made elsewhere, without contributions: scores = weights · cosines[history], all in one MatMul. */
scorerContract(
  "a foreign model",
  async () => {
    const { rows, dimensions } = boardVectors();
    const table = Float32Array.from({ length: BOARD_ITEMS ** 2 }, (_, cell) => {
      const [a, b] = [Math.floor(cell / BOARD_ITEMS), cell % BOARD_ITEMS];
      return Array.from({ length: dimensions }, (_, k) => k).reduce(
        (sum, k) => sum + (rows[a * dimensions + k] ?? 0) * (rows[b * dimensions + k] ?? 0),
        0,
      );
    });
    const model = onnxModel({
      name: "foreign",
      inputs: [
        { name: "history", type: "int64", dims: ["h"] },
        { name: "weights", type: "float32", dims: ["h"] },
      ],
      outputs: [{ name: "scores", type: "float32", dims: [BOARD_ITEMS] }],
      constants: [
        { name: "table", type: "float32", dims: [BOARD_ITEMS, BOARD_ITEMS], bytes: bytesOf(table) },
      ],
      nodes: [
        { op: "Gather", inputs: ["table", "history"], outputs: ["rows"], attributes: { axis: 0 } },
        { op: "MatMul", inputs: ["weights", "rows"], outputs: ["scores"] },
      ],
    });
    return openOnnxScorer("foreign", model, BOARD_ITEMS);
  },
  // It weighs no recency, so it keeps only the impersonal half.
  { personal: false },
);
