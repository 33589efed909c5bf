import type { Scale } from "./model.ts";
import type { RatingMatrix } from "./rating-matrix.ts";

/** Number of ratings of each item. */
export function countsOf(matrix: RatingMatrix): Float32Array {
  const { start } = matrix.byItem;
  return Float32Array.from(
    { length: matrix.items },
    (_, item) => (start[item + 1] ?? 0) - (start[item] ?? 0),
  );
}

/** Plain mean rating of each item on the scale; NaN where nobody rated. */
export function meansOf(matrix: RatingMatrix, scale: Scale): Float32Array {
  const { start, value } = matrix.byItem;
  return Float32Array.from({ length: matrix.items }, (_, item) => {
    const from = start[item] ?? 0;
    const to = start[item + 1] ?? 0;
    let sum = 0;
    for (let at = from; at < to; at++) sum += value[at] ?? 0;
    return from === to ? Number.NaN : scale.min + ((sum / (to - from)) * (scale.max - scale.min)) / 4;
  });
}

/** As many ratings of average scatter as an item's own scatter is weighed against. */
const SPREAD_DAMPING = 20;

/** Mean squared error of what was expected of each item's ratings, shrunk to the average, in squared quarters. */
export function spreadsOf(
  matrix: RatingMatrix,
  expected: (user: number, item: number) => number,
): Float32Array {
  const { start, other, value } = matrix.byItem;
  const spreads = new Float32Array(matrix.items);
  let sum = 0;
  for (let item = 0; item < matrix.items; item++) {
    let squares = 0;
    for (let at = start[item] ?? 0; at < (start[item + 1] ?? 0); at++) {
      squares += ((value[at] ?? 0) - expected(other[at] ?? 0, item)) ** 2;
    }
    spreads[item] = squares;
    sum += squares;
  }
  const average = sum / Math.max(1, matrix.count);
  for (let item = 0; item < matrix.items; item++) {
    const n = (start[item + 1] ?? 0) - (start[item] ?? 0);
    spreads[item] = ((spreads[item] ?? 0) + SPREAD_DAMPING * average) / (n + SPREAD_DAMPING);
  }
  return spreads;
}
