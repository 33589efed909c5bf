import { type Algebra, type Matrix, zeros } from "./algebra.ts";

/** Item → item weights [itemCount × itemCount]: row = item of the history, column = candidate. */
export type ItemWeights = Matrix;

/** Weights between touched items → weights of the catalogue; all others stay empty. @param original catalogue indices */
export function spread(weights: Matrix, original: Int32Array, itemCount: number): ItemWeights {
  if (weights.columns === itemCount) return weights;
  const all = zeros(itemCount, itemCount);
  for (const [row, item] of original.entries()) {
    for (const [column, other] of original.entries()) {
      all.data[item * itemCount + other] = weights.data[row * weights.columns + column] ?? 0;
    }
  }
  return all;
}

/**
 * EASE (Steck, Embarrassingly Shallow Autoencoders, WWW 2019), with the dropout of Steck (Autoencoders that don't overfit towards the
 * identity, NeurIPS 2020): P = (XᵀX + λI + dropout·diag(XᵀX))⁻¹, E_ij = −P_ij / P_jj, diagonal 0. Adds share·E to `weights`.
 * @param gram XᵀX; overwritten
 */
export async function addEase(
  algebra: Algebra,
  weights: Matrix,
  gram: Matrix,
  { ridge, dropout, share }: { readonly ridge: number; readonly dropout: number; readonly share: number },
  signal: AbortSignal | undefined,
): Promise<void> {
  const n = weights.columns;
  for (let i = 0; i < n; i++) gram.data[i * n + i] = (1 + dropout) * (gram.data[i * n + i] ?? 0) + ridge;
  const inverse = (await algebra.invert(gram, signal)).data;
  const scale = Float32Array.from({ length: n }, (_, j) => -share / (inverse[j * n + j] ?? 1));
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      if (i === j) continue;
      const cell = i * n + j;
      weights.data[cell] = (weights.data[cell] ?? 0) + (inverse[cell] ?? 0) * (scale[j] ?? 0);
    }
  }
}

/** Lets other work and an abort through between two long loops. */
export async function breathe(signal: AbortSignal | undefined): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
  signal?.throwIfAborted();
}
