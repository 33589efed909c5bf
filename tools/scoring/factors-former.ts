import { type Matrix, zeros } from "./algebra.ts";
import { doubled } from "./halve.ts";
import { readConstant } from "./onnx-file.ts";

/** With fewer items known from an earlier fit, one from the beginning is due. */
const LEAST_KNOWN = 0.8;

/**
 * What an earlier fit knew of items, to go on from: a row for each, zeros where it had none.
 * @param model a file that `factorsModel` wrote
 * @param items catalogue indices
 * @returns undefined where it knew too few of them, or is another kind of model
 */
export function formerRows(
  model: Uint8Array | undefined,
  items: Int32Array,
  dimensions: number,
): Matrix | undefined {
  const past = model && pastOf(model);
  if (past === undefined || past.columns !== dimensions) return undefined;
  const rows = zeros(items.length, dimensions);
  let known = 0;
  for (const [row, item] of items.entries()) {
    const vector = past.data.subarray(item * dimensions, (item + 1) * dimensions);
    rows.data.set(vector, row * dimensions);
    if (vector.some((value) => value !== 0)) known += 1;
  }
  return known < LEAST_KNOWN * items.length ? undefined : rows;
}

function pastOf(model: Uint8Array): Matrix | undefined {
  const past = readConstant(model, "past");
  const [rows = 0, columns = 0] = past?.dims ?? [];
  if (past === undefined || past.bytes.byteLength !== 2 * rows * columns) return undefined;
  return { rows, columns, data: doubled(past.bytes) };
}
