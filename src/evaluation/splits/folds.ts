import type { Interactions } from "../../../memory/datasets/interactions.ts";
import { seededRandom } from "../../../memory/random.ts";
import { type Holdout, type Split, splitBy } from "./split.ts";

/**
 * Random k-fold: every interaction is in the test of exactly one fold. Rows are dealt in an order drawn with the seed, so that folds
 * differ by at most one row. For "validation" the fold's test rows are thrown away and those of the next fold are predicted.
 */
export function randomFolds(
  interactions: Interactions,
  folds: number,
  seed: number,
  holdout: Holdout,
): Split[] {
  const foldOf = dealt(interactions.users.length, folds, seed);
  return Array.from({ length: folds }, (_, fold) =>
    splitBy(interactions, (row) => {
      const own = foldOf[row] ?? 0;
      if (holdout === "test") return own === fold ? "test" : "train";
      if (own === fold) return undefined;
      return own === (fold + 1) % folds ? "test" : "train";
    }),
  );
}

function dealt(rows: number, folds: number, seed: number): Int32Array {
  const random = seededRandom(seed);
  const order = Int32Array.from({ length: rows }, (_, row) => row);
  for (let row = rows - 1; row > 0; row--) {
    const other = Math.floor(random() * (row + 1));
    [order[row], order[other]] = [order[other] ?? 0, order[row] ?? 0];
  }
  const foldOf = new Int32Array(rows);
  for (const [place, row] of order.entries()) foldOf[row] = place % folds;
  return foldOf;
}
