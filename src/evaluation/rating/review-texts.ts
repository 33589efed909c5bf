import { setImmediate } from "node:timers/promises";
import { textTerms } from "../../../tools/language/embedder-documents.ts";
import { Ridge } from "../../../tools/rating/ridge.ts";
import { fitTextEmbedder } from "../written/fit-text-embedder.ts";

/** What each training review says, as numbers; of a row without words all are 0, and `there` is 0. */
export interface ReviewTexts {
  readonly dimensions: number;
  /** rows × dimensions: the latent vector of each text less the mean of all. */
  readonly vectors: Float32Array;
  /** How far above the mean rating the words sound, in rating points: told by a model that never saw this row. */
  readonly tones: Float32Array;
  readonly there: Uint8Array;
}

export interface ReviewTextOptions {
  readonly dimensions: number;
  /** Ridge of the model from vectors of length 1 to ratings. */
  readonly ridge: number;
  readonly signal?: AbortSignal | undefined;
}

const FOLDS = 5;

/**
 * Latent vectors of reviews, and their tone: ridge regression from vector to rating, in five folds, so that a row's tone is foretold
 * from other rows alone.
 * @param targets each row's rating less the mean
 */
export async function readReviewTexts(
  reviews: readonly (string | undefined)[],
  targets: ArrayLike<number>,
  { dimensions: wanted, ridge, signal }: ReviewTextOptions,
): Promise<ReviewTexts> {
  const embedder = await fitTextEmbedder(
    reviews.flatMap((review) => review ?? []),
    { dimensions: wanted, signal },
  );
  const { dimensions } = embedder;
  const vectors = new Float32Array(reviews.length * dimensions);
  const there = new Uint8Array(reviews.length);
  for (const [row, review] of reviews.entries()) {
    if (row % STRIDE === 0) await breathe(signal);
    const vector = embedder.embedTerms(textTerms(review ?? ""));
    if (vector === undefined) continue;
    vectors.set(vector, row * dimensions);
    there[row] = 1;
  }
  centre(vectors, there, dimensions);
  const tones = await foretoldTones({ vectors, there, dimensions }, targets, ridge, signal);
  centre(tones, there, 1);
  return { dimensions, vectors, tones, there };
}

const STRIDE = 200;

async function breathe(signal: AbortSignal | undefined): Promise<void> {
  await setImmediate();
  signal?.throwIfAborted();
}

/** Takes the mean of the rows that are there from each of them. */
function centre(table: Float32Array, there: Uint8Array, width: number): void {
  const rows = there.reduce((total, each) => total + each, 0);
  for (let column = 0; column < width; column++) {
    let sum = 0;
    for (let row = 0; row < there.length; row++) sum += table[row * width + column] ?? 0;
    for (let row = 0; row < there.length; row++) {
      if (there[row] === 1)
        table[row * width + column] = (table[row * width + column] ?? 0) - sum / Math.max(1, rows);
    }
  }
}

async function foretoldTones(
  { vectors, there, dimensions }: Pick<ReviewTexts, "vectors" | "there" | "dimensions">,
  targets: ArrayLike<number>,
  ridge: number,
  signal: AbortSignal | undefined,
): Promise<Float32Array> {
  const width = dimensions + 1;
  const tones = new Float32Array(there.length);
  const features = new Float32Array(width);
  const weights = new Float32Array(width);
  const featuresOf = (row: number): Float32Array => {
    features[0] = 1;
    features.set(vectors.subarray(row * dimensions, (row + 1) * dimensions), 1);
    return features;
  };
  for (let fold = 0; fold < FOLDS; fold++) {
    await breathe(signal);
    const model = new Ridge(width);
    for (let row = 0; row < there.length; row++) {
      if (there[row] === 1 && row % FOLDS !== fold) model.add(featuresOf(row), 0, targets[row] ?? 0);
    }
    model.solve(TINY, ridge, weights, 0);
    for (let row = fold; row < there.length; row += FOLDS) {
      if (there[row] === 1) tones[row] = inner(weights, featuresOf(row));
    }
  }
  return tones;
}

/** The penalty of an intercept: only that the matrix can be solved. */
export const TINY = 1e-6;

export function inner(weights: Float32Array, features: Float32Array): number {
  let sum = 0;
  for (let k = 0; k < features.length; k++) sum += (weights[k] ?? 0) * (features[k] ?? 0);
  return sum;
}
