import { integers, type OnnxConstant, type OnnxNode, scalar } from "./onnx-file.ts";

interface LinearSystem {
  /** Name of the right sides: one system for each line of the last axis. */
  readonly target: string;
  /** Name of where to begin; absent: at zero. */
  readonly start?: string;
  /** The nodes that multiply the lines named `p` by the (symmetric positive definite) matrix; their last output is `${p}Applied`. */
  readonly applyTo: (p: string) => readonly OnnxNode[];
  /** Name of a matrix near the inverse, common to all lines; absent: none. */
  readonly preconditioner?: string;
  readonly steps: number;
}

/** What the nodes of `conjugateGradients` refer to. */
export const CG_CONSTANTS: readonly OnnxConstant[] = [integers("cgLast", [-1]), scalar("cgTiny", 1e-30)];

/**
 * The preconditioned conjugate gradient method (Hestenes & Stiefel 1952; Golub & Van Loan, Matrix Computations, alg. 11.5.1) as
 * nodes of a graph, unrolled: many systems at once, each line of the last axis its own. A line that is solved stays as it is.
 */
export function conjugateGradients(system: LinearSystem, solved: string): OnnxNode[] {
  const { target, start, applyTo, steps } = system;
  const nodes: OnnxNode[] = [];
  const compute = (op: string, inputs: readonly string[], output: string): string => {
    nodes.push({ op, inputs, outputs: [output] });
    return output;
  };
  const dot = (a: string, b: string, output: string): string => {
    const terms = compute("Mul", [a, b], `${output}Terms`);
    nodes.push({
      op: "ReduceSum",
      inputs: [terms, "cgLast"],
      outputs: [output],
      attributes: { keepdims: 1 },
    });
    return output;
  };
  // 0 / tiny is 0: where nothing is left, no step is made.
  const ratio = (a: string, b: string, output: string): string =>
    compute("Div", [a, compute("Max", [b, "cgTiny"], `${output}Below`)], output);
  const precondition = (r: string): string =>
    system.preconditioner === undefined ? r : compute("MatMul", [r, system.preconditioner], `${r}Near`);

  let x = start;
  let r = target;
  if (start !== undefined) {
    nodes.push(...applyTo(start));
    r = compute("Sub", [target, `${start}Applied`], "cgR");
  }
  let z = precondition(r);
  let p = z;
  let rz = dot(r, z, "cgRz");
  for (let step = 1; step <= steps; step++) {
    nodes.push(...applyTo(p));
    const along = ratio(rz, dot(p, `${p}Applied`, `cgPAp${step}`), `cgAlong${step}`);
    const move = compute("Mul", [along, p], `cgMove${step}`);
    const name = step === steps ? solved : `cgX${step}`;
    x = x === undefined ? compute("Identity", [move], name) : compute("Add", [x, move], name);
    if (step === steps) break;
    r = compute("Sub", [r, compute("Mul", [along, `${p}Applied`], `cgFall${step}`)], `cgR${step}`);
    z = precondition(r);
    const next = dot(r, z, `cgRz${step}`);
    p = compute(
      "Add",
      [z, compute("Mul", [ratio(next, rz, `cgKeep${step}`), p], `cgKept${step}`)],
      `cgP${step}`,
    );
    rz = next;
  }
  return nodes;
}
