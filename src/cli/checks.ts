import { access, constants, statfs } from "node:fs/promises";
import { CiceroneError } from "../../memory/errors.ts";
import { makeFolder } from "../../memory/store/make-folder.ts";
import type { Device } from "../../tools/scoring/onnx.ts";

/** One thing doctor looked at. */
export interface Check {
  readonly name: string;
  /** `missing` = the program cannot work without it; `absent` = it works, with less. */
  readonly state: "ok" | "absent" | "missing";
  readonly found: string;
  /** What to do about it. */
  readonly advice?: string;
}

const LEAST_NODE = 22;
const LEAST_FREE_BYTES = 500e6;

export function checkNode(version: string): Check {
  const major = Number(version.split(".")[0]);
  if (major >= LEAST_NODE) return { name: "Node", state: "ok", found: version };
  const advice = `Install Node ${LEAST_NODE} or newer.`;
  return { name: "Node", state: "missing", found: version, advice };
}

/** The parts with native code, each loaded by the module of ours that uses it. */
export async function checkNatives(): Promise<Check[]> {
  return Promise.all([
    loads("SQLite", async () => {
      const { openSqlite } = await import("../../memory/store/sqlite.ts");
      openSqlite(":memory:", []).close();
    }),
    loads("DuckDB", async () => {
      const { openDuckDB } = await import("../../memory/store/duckdb.ts");
      (await openDuckDB([])).close();
    }),
    loads("HNSW", async () => {
      const { HNSWLib } = await import("@langchain/community/vectorstores/hnswlib");
      await HNSWLib.imports();
    }),
  ]);
}

const DEVICE_ADVICE: Readonly<Record<Device, string>> = {
  cpu: "Run npm ci again; ONNX Runtime has no build for this platform otherwise.",
  cuda: "With an NVIDIA GPU, CUDA 12 and cuDNN 9: npm run gpu:install",
  webgpu: "It needs a GPU driver with Vulkan (libvulkan.so.1).",
};

/** Where scoring can run: each device is asked to compute something. */
export async function checkDevices(): Promise<Check[]> {
  const { devicesHere, openOnnx } = await import("../../tools/scoring/onnx.ts");
  const { onnxModel } = await import("../../tools/scoring/onnx-file.ts");
  const one = { name: "x", type: "float32" as const, dims: [1] };
  const model = onnxModel({
    name: "identity",
    nodes: [{ op: "Identity", inputs: ["x"], outputs: ["y"] }],
    inputs: [one],
    outputs: [{ ...one, name: "y" }],
  });
  const checks: Check[] = [];
  for (const device of ["cuda", "webgpu", "cpu"] as const) {
    const works = devicesHere().includes(device) && (await opens(device));
    const state = works ? "ok" : device === "cpu" ? "missing" : "absent";
    checks.push({
      name: `scoring on ${device}`,
      state,
      found: works ? "works" : "not here",
      ...(works ? {} : { advice: DEVICE_ADVICE[device] }),
    });
  }
  return checks;

  async function opens(device: Device): Promise<boolean> {
    try {
      const session = await openOnnx(model, { devices: [device] });
      await session.run({ x: { data: Float32Array.of(1), dims: [1] } }, { y: undefined });
      await session.close();
      return true;
    } catch {
      // That it does not work is the finding.
      return false;
    }
  }
}

export async function checkHome(home: string): Promise<Check[]> {
  try {
    makeFolder(home);
    await access(home, constants.W_OK);
  } catch (error) {
    const found = `${home}: ${error instanceof Error ? error.message : String(error)}`;
    return [
      { name: "home", state: "missing", found, advice: "Choose another with --home DIR or CICERONE_HOME." },
    ];
  }
  const { bavail, bsize } = await statfs(home);
  const free = bavail * bsize;
  const gigabytes = `${(free / 1e9).toFixed(1)} GB free`;
  const disk: Check =
    free >= LEAST_FREE_BYTES
      ? { name: "disk", state: "ok", found: gigabytes }
      : {
          name: "disk",
          state: "absent",
          found: gigabytes,
          advice: "Larger datasets need more: free some space.",
        };
  return [{ name: "home", state: "ok", found: home }, disk];
}

export async function checkDatasets(home: string): Promise<Check[]> {
  const { listDatasets, openDataset } = await import("../../memory/datasets/open-dataset.ts");
  const checks = listDatasets(home).map((dataset): Check => {
    const name = `dataset ${dataset.name}`;
    try {
      if ("problem" in dataset) throw dataset.problem;
      openDataset(home, dataset.name).catalogue.close();
    } catch (error) {
      if (!(error instanceof CiceroneError)) throw error;
      const { message, hint } = error;
      return { name, state: "absent", found: message, ...(hint === undefined ? {} : { advice: hint }) };
    }
    const { items, users, interactions } = dataset.manifest.counts;
    const counts = `${items} items, ${users} users, ${interactions} interactions`;
    return { name, state: "ok", found: dataset.manifest.simulated ? `${counts} (simulated)` : counts };
  });
  if (checks.length > 0) return checks;
  const advice = "The demo is made at the first start, or now by: cicerone data import demo";
  return [{ name: "datasets", state: "absent", found: "none yet", advice }];
}

async function loads(name: string, load: () => Promise<void>): Promise<Check> {
  try {
    await load();
    return { name, state: "ok", found: "loads" };
  } catch (error) {
    const found = error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
    return { name, state: "missing", found, advice: "Run npm ci; it builds or fetches it for this machine." };
  }
}
