import type { Matrix } from "./algebra.ts";
import { openOnnx } from "./onnx.ts";
import { bytesOf, elementNumber, onnxModel } from "./onnx-file.ts";

/** Float32 → float16 by the runtime's own cast. */
export async function halved({ rows, columns, data }: Matrix): Promise<Uint8Array> {
  const dims = ["n", "m"];
  const caster = await openOnnx(
    onnxModel({
      name: "halve",
      nodes: [{ op: "Cast", inputs: ["x"], outputs: ["y"], attributes: { to: elementNumber("float16") } }],
      inputs: [{ name: "x", type: "float32", dims }],
      outputs: [{ name: "y", type: "float16", dims }],
    }),
    { devices: ["cpu"] },
  );
  try {
    const { y } = await caster.run({ x: { data, dims: [rows, columns] } }, { y: undefined });
    return y === undefined ? new Uint8Array() : bytesOf(y.data);
  } finally {
    await caster.close();
  }
}

/** Float16 → float32. @param bytes little-endian, at any address */
export function doubled(bytes: Uint8Array): Float32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Float32Array.from({ length: bytes.byteLength / 2 }, (_, place) =>
    wholeOf(view.getUint16(2 * place, true)),
  );
}

/** IEEE 754 half precision: a sign, five bits of exponent, ten of fraction. */
function wholeOf(half: number): number {
  const sign = half >> 15 === 0 ? 1 : -1;
  const exponent = (half >> 10) & 31;
  const fraction = half & 1023;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  return sign * (1024 + fraction) * 2 ** (exponent - 25);
}
