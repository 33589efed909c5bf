import { type Algebra, type Matrix, openAlgebra, zeros } from "./algebra.ts";
import type { FitContext } from "./fit-context.ts";
import type { LinearOptions } from "./linear-defaults.ts";
import { coOccurrence, transitions } from "./linear-statistics.ts";
import { type Sequences, withoutUntouched } from "./sequences.ts";

/** Parts of the time that have passed after each step of a large fit. */
const DONE = { transitions: 0.05, inverse: 0.42, product: 0.58, coOccurrence: 0.63 } as const;

/** Item → item weights [itemCount × itemCount]: row = item of the history, column = candidate. */
export type ItemWeights = Matrix;

/**
 * Fits W = T + easeShare·E in closed form.
 * E is EASE (Steck, Embarrassingly Shallow Autoencoders, WWW 2019): P = (XᵀX + λI)⁻¹, E_ij = −P_ij / P_jj, diagonal 0.
 * T is the linear transition model of SLIST (Choi et al., Session-aware Linear Item-Item Models, WWW 2021): ridge regression of the next
 * item on the faded past. One matrix serves both, because both see the history faded in the same way.
 * Items without interactions have empty rows and columns.
 */
export async function fitLinear(
  sequences: Sequences,
  itemCount: number,
  options: LinearOptions,
  context: FitContext = {},
): Promise<ItemWeights> {
  const compact = withoutUntouched(sequences, itemCount);
  if (compact.size === 0) return zeros(itemCount, itemCount);
  const algebra = await openAlgebra();
  try {
    const { weights, scratch } = await fitTransition(
      algebra,
      compact.sequences,
      compact.size,
      options,
      context,
    );
    await addEase(algebra, weights, scratch, compact.sequences, options, context);
    context.onProgress?.(1);
    return spread(weights, compact.original, itemCount);
  } finally {
    await algebra.close();
  }
}

async function fitTransition(
  algebra: Algebra,
  sequences: Sequences,
  size: number,
  options: LinearOptions,
  { signal, onProgress }: FitContext,
): Promise<{ weights: Matrix; scratch: Matrix }> {
  const { past, next } = transitions(sequences, size, options.recency.decay);
  await breathe(signal);
  onProgress?.(DONE.transitions);
  addToDiagonal(past, options.transition);
  const inverse = await algebra.invert(past, signal);
  onProgress?.(DONE.inverse);
  await breathe(signal);
  const weights = await algebra.multiply(inverse, next);
  onProgress?.(DONE.product);
  for (let i = 0; i < size; i++) weights.data[i * size + i] = 0;
  return { weights, scratch: inverse };
}

async function addEase(
  algebra: Algebra,
  weights: Matrix,
  scratch: Matrix,
  sequences: Sequences,
  options: LinearOptions,
  { signal, onProgress }: FitContext,
): Promise<void> {
  const n = weights.columns;
  const gram = coOccurrence(sequences, n, scratch);
  await breathe(signal);
  onProgress?.(DONE.coOccurrence);
  addToDiagonal(gram, options.ease);
  const inverse = (await algebra.invert(gram, signal)).data;
  const scale = Float32Array.from({ length: n }, (_, j) => -options.easeShare / (inverse[j * n + j] ?? 1));
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      if (i === j) continue;
      const cell = i * n + j;
      weights.data[cell] = (weights.data[cell] ?? 0) + (inverse[cell] ?? 0) * (scale[j] ?? 0);
    }
  }
}

/** Lets other work and an abort through between two long loops. */
async function breathe(signal: AbortSignal | undefined): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
  signal?.throwIfAborted();
}

function addToDiagonal({ data, columns }: Matrix, amount: number): void {
  for (let i = 0; i < columns; i++) data[i * columns + i] = (data[i * columns + i] ?? 0) + amount;
}

function spread(weights: Matrix, original: Int32Array, itemCount: number): ItemWeights {
  if (weights.columns === itemCount) return weights;
  const data = new Float32Array(itemCount * itemCount);
  for (const [row, item] of original.entries()) {
    for (const [column, other] of original.entries()) {
      data[item * itemCount + other] = weights.data[row * weights.columns + column] ?? 0;
    }
  }
  return { rows: itemCount, columns: itemCount, data };
}
