import { type Dense, type OnnxSession, openOnnx } from "./onnx.ts";
import { type OnnxGraph, onnxModel } from "./onnx-file.ts";

/** A dense matrix, row by row. */
export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  readonly data: Float32Array;
}

export function zeros(rows: number, columns: number): Matrix {
  return { rows, columns, data: new Float32Array(rows * columns) };
}

/** Dense algebra in single precision on ONNX Runtime, some hundred times as fast as plain loops. Close it when done. */
export interface Algebra {
  /** A·B. */
  multiply(a: Matrix, b: Matrix): Promise<Matrix>;
  /** A⁻¹ of a symmetric positive definite matrix. Overwrites `a` with scratch. */
  invert(a: Matrix, signal?: AbortSignal): Promise<Matrix>;
  close(): Promise<void>;
}

/** Rows of one elimination step: small enough that its own inverse in plain loops costs little, large enough for fast products. */
const BLOCK = 128;

export async function openAlgebra(): Promise<Algebra> {
  const product = await openOnnx(onnxModel(PRODUCT), { devices: ["cpu"] });
  const update = await openOnnx(onnxModel(UPDATE), { devices: ["cpu"] });
  return {
    multiply: (a, b) => multiply(product, a, b),
    invert: (a, signal) => invert(product, update, a, signal),
    close: async () => {
      await product.close();
      await update.close();
    },
  };
}

const matrix = (name: string, rows: string, columns: string) =>
  ({ name, type: "float32", dims: [rows, columns] }) as const;

const PRODUCT: OnnxGraph = {
  name: "product",
  nodes: [{ op: "MatMul", inputs: ["a", "b"], outputs: ["y"] }],
  inputs: [matrix("a", "m", "k"), matrix("b", "k", "n")],
  outputs: [matrix("y", "m", "n")],
};

/** y = c − a·b */
const UPDATE: OnnxGraph = {
  name: "update",
  nodes: [{ op: "Gemm", inputs: ["a", "b", "c"], outputs: ["y"], attributes: { alpha: { float: -1 } } }],
  inputs: [matrix("a", "m", "k"), matrix("b", "k", "n"), matrix("c", "m", "n")],
  outputs: [matrix("y", "m", "n")],
};

function dense({ rows, columns, data }: Matrix): Dense {
  return { data, dims: [rows, columns] };
}

async function multiply(session: OnnxSession, a: Matrix, b: Matrix): Promise<Matrix> {
  const y = zeros(a.rows, b.columns);
  await session.run({ a: dense(a), b: dense(b) }, { y: dense(y) });
  return y;
}

/**
 * Blocked Gauss-Jordan elimination without pivoting, which is stable for positive definite matrices (Higham, Accuracy
 * and Stability of Numerical Algorithms, 2002, §14.4). For a diagonal block K with D = A[K,K]⁻¹ the step is
 *   A[K,·] ← D·A[K,·],   A[i,j] ← A[i,j] − A[i,K]·A[K,j],   A[·,K] ← −A[·,K]·D,   A[K,K] ← D;
 * putting the identity into A[K,K] and zero into the rest of A[·,K] first makes it one product for the whole matrix.
 */
async function invert(
  product: OnnxSession,
  update: OnnxSession,
  a: Matrix,
  signal: AbortSignal | undefined,
): Promise<Matrix> {
  const n = a.rows;
  let current = a;
  let next = zeros(n, n);
  for (let from = 0; from < n; from += BLOCK) {
    signal?.throwIfAborted();
    const to = Math.min(n, from + BLOCK);
    const pivot = invertSmall(block(current, from, to));
    const columns = takeColumns(current, from, to);
    const rows = await multiply(product, pivot, takeRows(current, from, to));
    await update.run({ a: dense(columns), b: dense(rows), c: dense(current) }, { y: dense(next) });
    next.data.set(rows.data, from * n);
    [current, next] = [next, current];
  }
  return current;
}

function block({ columns: n, data }: Matrix, from: number, to: number): Matrix {
  const size = to - from;
  const out = zeros(size, size);
  for (let i = 0; i < size; i++) {
    out.data.set(data.subarray((from + i) * n + from, (from + i) * n + to), i * size);
  }
  return out;
}

/** Copies A[·,K], then clears it; rows K of the copy are zero, so that the update leaves them alone. */
function takeColumns({ rows: n, data }: Matrix, from: number, to: number): Matrix {
  const size = to - from;
  const out = zeros(n, size);
  for (let i = 0; i < n; i++) {
    if (i >= from && i < to) continue;
    const row = data.subarray(i * n + from, i * n + to);
    out.data.set(row, i * size);
    row.fill(0);
  }
  return out;
}

/** A[K,·] with the identity in A[K,K], as a view's copy. */
function takeRows({ columns: n, data }: Matrix, from: number, to: number): Matrix {
  const out = { rows: to - from, columns: n, data: data.slice(from * n, to * n) };
  for (let i = from; i < to; i++) {
    const row = out.data.subarray((i - from) * n, (i - from + 1) * n);
    row.fill(0, from, to);
    row[i] = 1;
  }
  return out;
}

/** Gauss-Jordan on one block, in double precision. */
function invertSmall({ rows: n, data }: Matrix): Matrix {
  const work = Float64Array.from(data);
  for (let k = 0; k < n; k++) {
    const pivotRow = work.subarray(k * n, (k + 1) * n);
    const scale = 1 / (pivotRow[k] ?? 1);
    pivotRow[k] = 1;
    for (let j = 0; j < n; j++) pivotRow[j] = (pivotRow[j] ?? 0) * scale;
    for (let i = 0; i < n; i++) {
      if (i !== k) eliminate(work.subarray(i * n, (i + 1) * n), pivotRow, k);
    }
  }
  return { rows: n, columns: n, data: Float32Array.from(work) };
}

function eliminate(row: Float64Array, pivotRow: Float64Array, k: number): void {
  const factor = row[k] ?? 0;
  row[k] = 0;
  for (let j = 0; j < row.length; j++) row[j] = (row[j] ?? 0) - factor * (pivotRow[j] ?? 0);
}
