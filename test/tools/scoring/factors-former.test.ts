import { describe, expect, it } from "vitest";
import { factorsModel } from "../../../tools/scoring/factors-file.ts";
import { formerRows } from "../../../tools/scoring/factors-former.ts";
import { readConstant } from "../../../tools/scoring/onnx-file.ts";

const recency = { decay: 4, floor: 0.03 };
const past = { rows: 3, columns: 2, data: Float32Array.from([1, -0.5, 0, 0, 6.1e-5, 1000]) };
const next = { rows: 3, columns: 2, data: new Float32Array(6) };

describe("going on from an earlier fit", () => {
  it("reads the past vectors of a model file back, to half precision", async () => {
    const model = await factorsModel({ past, next }, recency);
    expect(readConstant(model, "past")?.dims).toEqual([3, 2]);
    const rows = formerRows(model, Int32Array.of(2, 0), 2);
    expect(rows?.rows).toBe(2);
    expect(rows?.data[0]).toBeCloseTo(6.1e-5, 7);
    expect(Array.from(rows?.data.subarray(1) ?? [])).toEqual([1000, 1, -0.5]);
  });

  it("has nothing to go on from where too many items are new, or the model is another", async () => {
    const model = await factorsModel({ past, next }, recency);
    expect(formerRows(model, Int32Array.of(0, 3), 2)).toBeUndefined();
    expect(formerRows(model, Int32Array.of(0, 1), 2)).toBeUndefined();
    expect(formerRows(model, Int32Array.of(0), 64)).toBeUndefined();
    expect(formerRows(undefined, Int32Array.of(0), 2)).toBeUndefined();
    expect(readConstant(model, "nothing")).toBeUndefined();
  });
});
