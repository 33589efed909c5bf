import type { ReviewTexts } from "./review-texts.ts";

/** Sums over the training reviews of each user, or of each item. */
export interface ReviewSums {
  readonly counts: Float64Array;
  readonly tones: Float64Array;
  /** keys × dimensions. */
  readonly vectors: Float64Array;
}

/** @param keys each row's user or item, below `size` */
export function reviewSums(texts: ReviewTexts, keys: Int32Array, size: number): ReviewSums {
  const { dimensions, there } = texts;
  const sums = {
    counts: new Float64Array(size),
    tones: new Float64Array(size),
    vectors: new Float64Array(size * dimensions),
  };
  for (let row = 0; row < keys.length; row++) {
    if (there[row] === 0) continue;
    const key = keys[row] ?? 0;
    sums.counts[key] = (sums.counts[key] ?? 0) + 1;
    sums.tones[key] = (sums.tones[key] ?? 0) + (texts.tones[row] ?? 0);
    for (let k = 0; k < dimensions; k++) {
      const at = key * dimensions + k;
      sums.vectors[at] = (sums.vectors[at] ?? 0) + (texts.vectors[row * dimensions + k] ?? 0);
    }
  }
  return sums;
}

/**
 * Writes the mean tone and the mean vector of somebody's reviews to `into[at ..]`, both shrunk towards 0 as by `damping` reviews that say
 * nothing: 1 + dimensions numbers.
 * @param key undefined: nothing is known, all are 0
 * @param without a row of this key that must not be looked at: the review that is to be foretold
 */
export function writeReviewMeans(
  sums: ReviewSums,
  texts: ReviewTexts,
  { key, without, damping }: { key: number | undefined; without: number | undefined; damping: number },
  into: Float32Array,
  at: number,
): void {
  const { dimensions } = texts;
  if (key === undefined) return void into.fill(0, at, at + 1 + dimensions);
  // Of a row without words tone and vector are 0, and it was not counted.
  const own = without === undefined ? 0 : (texts.there[without] ?? 0);
  const weight = 1 / ((sums.counts[key] ?? 0) - own + damping);
  const tone = without === undefined ? 0 : (texts.tones[without] ?? 0);
  into[at] = weight * ((sums.tones[key] ?? 0) - tone);
  for (let k = 0; k < dimensions; k++) {
    const said = without === undefined ? 0 : (texts.vectors[without * dimensions + k] ?? 0);
    into[at + 1 + k] = weight * ((sums.vectors[key * dimensions + k] ?? 0) - said);
  }
}
