import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Algebra, type Matrix, openAlgebra } from "../../../tools/scoring/algebra.ts";

/** X·Xᵀ + I of a fixed sparse X: symmetric, positive definite, the same each time. */
function definite(n: number): Matrix {
  const x = Array.from({ length: n }, (_, i) => Array.from({ length: 8 }, (_, k) => (i * 31 + k * 17) % n));
  const data = new Float32Array(n * n);
  for (const [i, a] of x.entries()) {
    for (const [j, b] of x.entries()) {
      data[i * n + j] = a.filter((column) => b.includes(column)).length + (i === j ? 1 : 0);
    }
  }
  return { rows: n, columns: n, data };
}

describe("dense algebra on ONNX Runtime", () => {
  let algebra: Algebra;
  beforeAll(async () => {
    algebra = await openAlgebra();
  });
  afterAll(() => algebra.close());

  it("multiplies as a reader does by hand", async () => {
    const a = { rows: 2, columns: 3, data: Float32Array.of(1, 2, 3, 4, 5, 6) };
    const b = { rows: 3, columns: 1, data: Float32Array.of(1, 0, -1) };
    expect(await algebra.multiply(a, b)).toEqual({ rows: 2, columns: 1, data: Float32Array.of(-2, -2) });
  });

  it("inverts a matrix of one number", async () => {
    const inverse = await algebra.invert({ rows: 1, columns: 1, data: Float32Array.of(4) });
    expect(inverse.data).toEqual(Float32Array.of(0.25));
  });

  it.each([2, 96, 97, 300])("inverts %i × %i so that A·A⁻¹ is the identity", async (n) => {
    const a = definite(n);
    const inverse = await algebra.invert({ ...a, data: a.data.slice() });
    const product = await algebra.multiply(a, inverse);
    const worst = product.data.reduce(
      (most, each, cell) => Math.max(most, Math.abs(each - (cell % (n + 1) === 0 ? 1 : 0))),
      0,
    );
    expect(worst).toBeLessThan(1e-4);
  });

  it("stops between two products when the signal aborts", async () => {
    const reason = new Error("enough");
    await expect(algebra.invert(definite(10), AbortSignal.abort(reason))).rejects.toBe(reason);
  });
});
