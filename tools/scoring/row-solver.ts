import type { Matrix } from "./algebra.ts";
import { CG_CONSTANTS, conjugateGradients } from "./conjugate-gradients.ts";
import { type OnnxSession, openOnnx } from "./onnx.ts";
import { integers, type OnnxGraph, type OnnxNode, onnxModel } from "./onnx-file.ts";

/** What all rows of a half-step share. The last row of `table` must be zero: it fills lists up. */
export interface Side {
  /** [n + 1 × d] */
  readonly table: Matrix;
  /** B, symmetric [d × d]. */
  readonly common: Matrix;
  /** About (B + ridge·I)⁻¹: the nearer, the fewer steps. */
  readonly preconditioner: Matrix;
}

/** Rows to solve together, b lists of l table rows each. */
export interface RowSystems {
  /** [b × l] rows of the table. */
  readonly cells: Int32Array;
  /** [b × l], > 0; absent: all 1. */
  readonly weights?: Float32Array;
  readonly ridges: Float32Array;
  /** [b × d]: where the search begins. */
  readonly start: Float32Array;
}

/** Solves ridge regressions by the hundred on ONNX Runtime. Close it when done. */
export interface RowSolver {
  /** For each row, with X = its l table rows: (B + Xᵀ·diag(w)·X + ridge·I)⁻¹·Xᵀ·w, [b × d]. */
  solve(side: Side, systems: RowSystems): Promise<Float32Array>;
  close(): Promise<void>;
}

/**
 * @param steps of the preconditioned conjugate gradient method (Takács, Pilászy & Tikk, RecSys 2011, use it so: a few steps from the
 * last sweep's solution lose nothing)
 */
export async function openRowSolver(steps: number): Promise<RowSolver> {
  const open = (weighted: boolean, applyTo: ApplyTo): Promise<OnnxSession> =>
    openOnnx(onnxModel(solverGraph(steps, weighted, applyTo)), { devices: ["cpu"], keepsScratch: true });
  const plain = { long: await open(false, throughGram), short: await open(false, throughList) };
  const weighing = { long: await open(true, throughGram), short: await open(true, throughList) };
  return {
    async solve({ table, common, preconditioner }, { cells, weights, ridges, start }) {
      const [b, d] = [ridges.length, table.columns];
      const feeds = {
        table: { data: table.data, dims: [table.rows, d] },
        cells: { data: cells, dims: [b, cells.length / b] },
        common: { data: common.data, dims: [d, d] },
        preconditioner: { data: preconditioner.data, dims: [d, d] },
        ridges: { data: ridges, dims: [b, 1] },
        start: { data: start, dims: [b, d] },
      };
      const form = cells.length / b > SHORT ? "long" : "short";
      const { solved } =
        weights === undefined
          ? await plain[form].run(feeds, { solved: undefined })
          : await weighing[form].run(
              { ...feeds, weights: { data: weights, dims: [b, cells.length / b, 1] } },
              { solved: undefined },
            );
      return solved?.data instanceof Float32Array ? solved.data : new Float32Array();
    },
    close: async () => {
      for (const { long, short } of [plain, weighing]) {
        await long.close();
        await short.close();
      }
    },
  };
}

function solverGraph(steps: number, weighted: boolean, applyTo: ApplyTo): OnnxGraph {
  const wx = weighted ? "wx" : "x";
  return {
    name: "rows",
    inputs: [
      { name: "table", type: "float32", dims: ["n", "d"] },
      { name: "cells", type: "int32", dims: ["b", "l"] },
      ...(weighted ? [{ name: "weights", type: "float32", dims: ["b", "l", 1] } as const] : []),
      { name: "common", type: "float32", dims: ["d", "d"] },
      { name: "preconditioner", type: "float32", dims: ["d", "d"] },
      { name: "ridges", type: "float32", dims: ["b", 1] },
      { name: "start", type: "float32", dims: ["b", "d"] },
    ],
    outputs: [{ name: "solved", type: "float32", dims: ["b", "d"] }],
    constants: [integers("lines", [1]), ...CG_CONSTANTS],
    nodes: [
      { op: "Gather", inputs: ["table", "cells"], outputs: ["x"], attributes: { axis: 0 } },
      ...(weighted ? [{ op: "Mul", inputs: ["x", "weights"], outputs: ["wx"] }] : []),
      ...(applyTo === throughGram ? gramOf(wx) : []),
      sum(wx, "lines", "target", 0),
      ...conjugateGradients(
        {
          target: "target",
          start: "start",
          applyTo: (p) => applyTo(p, wx),
          preconditioner: "preconditioner",
          steps,
        },
        "solved",
      ),
    ],
  };
}

type ApplyTo = (p: string, wx: string) => OnnxNode[];

/** Lists up to this length are gone through at every step; longer ones are first summed up in a matrix of d × d. */
export const SHORT = 8;

function gramOf(wx: string): OnnxNode[] {
  return [
    { op: "Transpose", inputs: [wx], outputs: ["xw"], attributes: { perm: [0, 2, 1] } },
    { op: "MatMul", inputs: ["xw", "x"], outputs: ["own"] },
    { op: "Add", inputs: ["own", "common"], outputs: ["gram"] },
  ];
}

/**
 * (B + Xᵀ·diag(w)·X + ridge)·p, line by line. Lines are a plain matrix [b × d], so that what they share is one large product: as
 * [b × 1 × d] the runtime would make b of it.
 */
const throughGram: ApplyTo = (p) => [
  { op: "Unsqueeze", inputs: [p, "lines"], outputs: [`${p}Line`] },
  { op: "MatMul", inputs: [`${p}Line`, "gram"], outputs: [`${p}GramLine`] },
  { op: "Squeeze", inputs: [`${p}GramLine`, "lines"], outputs: [`${p}Gram`] },
  ...withRidge(p),
];

/** Cell by cell: hundreds of tiny products would cost more to call than to compute. */
const throughList: ApplyTo = (p, wx) => [
  { op: "Unsqueeze", inputs: [p, "lines"], outputs: [`${p}Line`] },
  { op: "Mul", inputs: ["x", `${p}Line`], outputs: [`${p}Cells`] },
  sum(`${p}Cells`, "cgLast", `${p}Along`, 1),
  { op: "Mul", inputs: [wx, `${p}Along`], outputs: [`${p}Shares`] },
  sum(`${p}Shares`, "lines", `${p}Own`, 0),
  { op: "MatMul", inputs: [p, "common"], outputs: [`${p}Common`] },
  { op: "Add", inputs: [`${p}Own`, `${p}Common`], outputs: [`${p}Gram`] },
  ...withRidge(p),
];

function sum(of: string, axis: string, output: string, keepdims: 0 | 1): OnnxNode {
  return { op: "ReduceSum", inputs: [of, axis], outputs: [output], attributes: { keepdims } };
}

function withRidge(p: string): OnnxNode[] {
  return [
    { op: "Mul", inputs: [p, "ridges"], outputs: [`${p}Ridge`] },
    { op: "Add", inputs: [`${p}Gram`, `${p}Ridge`], outputs: [`${p}Applied`] },
  ];
}
