import { type Algebra, type Matrix, openAlgebra, zeros } from "./algebra.ts";
import type { FitContext } from "./fit-context.ts";
import { addEase, breathe, type ItemWeights, spread } from "./item-weights.ts";
import type { LinearOptions } from "./linear-defaults.ts";
import { coOccurrence, transitions } from "./linear-statistics.ts";
import { itemCounts, type Sequences, withoutUntouched } from "./sequences.ts";
import { standingBack } from "./standing-back.ts";

/** Parts of the time that have passed after each step of a large fit. */
const DONE = { transitions: 0.05, inverse: 0.42, product: 0.58, coOccurrence: 0.63 } as const;

/**
 * Fits W = (T + easeShare·E)·D in closed form.
 * E is EASE (Steck, WWW 2019; see `addEase`).
 * T is the linear transition model of SLIST (Choi et al., Session-aware Linear Item-Item Models, WWW 2021): ridge regression of the next
 * item on the faded past. One matrix serves both, because both see the history faded in the same way.
 * D makes popular candidates stand back a little (see `standingBack`).
 * Items without interactions have empty rows and columns.
 */
export async function fitLinear(
  sequences: Sequences,
  itemCount: number,
  options: LinearOptions,
  context: FitContext = {},
): Promise<ItemWeights> {
  const { sequences: compact, size, original } = withoutUntouched(sequences, itemCount);
  if (size === 0) return zeros(itemCount, itemCount);
  const { signal, onProgress } = context;
  const algebra = await openAlgebra();
  try {
    const { past, next } = transitions(compact, size, options.past);
    await breathe(signal);
    onProgress?.(DONE.transitions);
    const weights = await transitionWeights(algebra, past, next, options.transition, {
      signal,
      onProgress: (fraction) => onProgress?.(fraction < 1 ? DONE.inverse : DONE.product),
    });
    const gram = coOccurrence(compact, size, past);
    await breathe(signal);
    onProgress?.(DONE.coOccurrence);
    const { ease: ridge, easeDropout: dropout, easeShare: share } = options;
    await addEase(algebra, weights, gram, { ridge, dropout, share }, signal);
    scaleColumns(weights, standingBack(itemCounts(compact, size), options.popularity));
    onProgress?.(1);
    return spread(weights, original, itemCount);
  } finally {
    await algebra.close();
  }
}

/** T = (past + λI)⁻¹·next, diagonal 0. @param past overwritten */
export async function transitionWeights(
  algebra: Algebra,
  past: Matrix,
  next: Matrix,
  ridge: number,
  { signal, onProgress }: FitContext = {},
): Promise<Matrix> {
  const n = past.columns;
  for (let i = 0; i < n; i++) past.data[i * n + i] = (past.data[i * n + i] ?? 0) + ridge;
  const inverse = await algebra.invert(past, signal);
  onProgress?.(0.5);
  await breathe(signal);
  const weights = await algebra.multiply(inverse, next);
  for (let i = 0; i < n; i++) weights.data[i * n + i] = 0;
  onProgress?.(1);
  return weights;
}

function scaleColumns({ data, rows, columns }: Matrix, factors: Float32Array): void {
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const cell = row * columns + column;
      data[cell] = (data[cell] ?? 0) * (factors[column] ?? 1);
    }
  }
}
