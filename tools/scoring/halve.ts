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
