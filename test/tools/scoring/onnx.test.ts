import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { devicesHere, openOnnx } from "../../../tools/scoring/onnx.ts";
import { bytesOf, onnxModel } from "../../../tools/scoring/onnx-file.ts";

const doubled = onnxModel({
  name: "doubled",
  inputs: [{ name: "x", type: "float32", dims: ["n"] }],
  outputs: [{ name: "y", type: "float32", dims: ["n"] }],
  constants: [{ name: "two", type: "float32", dims: [], bytes: bytesOf(Float32Array.of(2)) }],
  nodes: [{ op: "Mul", inputs: ["x", "two"], outputs: ["y"] }],
});

describe("ONNX models", () => {
  it("are written so that the runtime reads and computes them", async () => {
    const session = await openOnnx(doubled);
    const { y } = await session.run({ x: { data: Float32Array.of(1, -3), dims: [2] } }, { y: undefined });
    expect(session).toMatchObject({ inputs: ["x"], outputs: ["y"] });
    expect(y).toEqual({ data: Float32Array.of(2, -6), dims: [2] });
    await session.close();
  });

  it("write into the array they are given", async () => {
    const session = await openOnnx(doubled, { devices: ["cpu"] });
    const data = new Float32Array(2);
    await session.run({ x: { data: Float32Array.of(1, 2), dims: [2] } }, { y: { data, dims: [2] } });
    expect(data).toEqual(Float32Array.of(2, 4));
    await session.close();
  });

  it("fall to the next device when one is absent", async () => {
    const session = await openOnnx(doubled, { devices: ["cuda", "cpu"] });
    expect(["cuda", "cpu"]).toContain(session.device);
    await session.close();
  });

  it("always have the CPU to run on, as the last choice", () => {
    expect(devicesHere().at(-1)).toBe("cpu");
  });

  it("that are none are refused with what was opened", async () => {
    await expect(openOnnx("/nowhere/scorer.onnx")).rejects.toMatchObject({
      name: "CiceroneError",
      code: "onnx-unusable",
      message: expect.stringContaining("/nowhere/scorer.onnx"),
    });
    await expect(openOnnx(Uint8Array.of(1, 2, 3))).rejects.toMatchObject({ code: "onnx-unusable" });
  });

  it("open without a word on stderr", () => {
    const script = `
      import { openOnnx } from "./tools/scoring/onnx.ts";
      const session = await openOnnx(Buffer.from(process.argv[1], "base64"));
      await session.close();
    `;
    const encoded = Buffer.from(doubled).toString("base64");
    const run = spawnSync(process.execPath, ["--input-type=module", "--eval", script, encoded], {
      encoding: "utf8",
      timeout: 15_000,
    });
    expect({ status: run.status, stderr: run.stderr }).toEqual({ status: 0, stderr: "" });
  });
});
