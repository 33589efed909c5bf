import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { InferenceSession, Tensor } from "onnxruntime-node";
import { CiceroneError } from "../../memory/errors.ts";

export type Device = "cuda" | "webgpu" | "cpu";

/** A tensor's elements with their shape: what goes into a session and comes out of it. */
export interface Dense {
  readonly data: Float32Array | Float64Array | Int32Array | BigInt64Array | Uint16Array;
  readonly dims: readonly number[];
}

/** One loaded ONNX model. `run` blocks the thread while it computes; numbers come out in row order. */
export interface OnnxSession {
  readonly device: Device;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  /**
   * Computes the outputs named by the keys of `wanted`. A key with a tensor has its result written into that tensor's
   * data, which saves a copy of a large matrix.
   */
  run(
    feeds: Readonly<Record<string, Dense>>,
    wanted: Readonly<Record<string, Dense | undefined>>,
  ): Promise<Readonly<Record<string, Dense>>>;
  close(): Promise<void>;
}

export interface OpenOptions {
  /** Devices to try, in this order; default: every device this machine can have, CPU last. */
  readonly devices?: readonly Device[];
  /** Threads of one operator; absent: one for each core. One is best for products of a few rows: no pool spins. */
  readonly threads?: number;
  /** Whether scratch memory is kept between runs: for thousands of runs in a row, each of which would ask for it again. */
  readonly keepsScratch?: boolean;
  /**
   * Run once on a device other than the CPU: some take a model and only fail when it computes, as WebGPU does
   * with float16 weights where the driver has no shader-f16.
   */
  readonly trial?: (session: OnnxSession) => Promise<unknown>;
}

/**
 * Opens an ONNX model from its path or bytes on the first device that takes it. The runtime throws for an absent provider
 * instead of falling through, so they are tried one by one. @throws CiceroneError "onnx-unusable" when none takes it.
 */
export async function openOnnx(model: string | Uint8Array, options: OpenOptions = {}): Promise<OnnxSession> {
  const runtime = await loadRuntime();
  let cause: unknown;
  for (const device of options.devices ?? devicesHere()) {
    try {
      const session = await runtime.InferenceSession.create(model as string, sessionOptions(device, options));
      const opened = wrap(runtime, session, device);
      if (device !== "cpu") await options.trial?.(opened);
      return opened;
    } catch (error) {
      cause = error;
    }
  }
  const what = typeof model === "string" ? model : "a model in memory";
  throw new CiceroneError("onnx-unusable", `ONNX Runtime could not open ${what}`, { cause });
}

/** Of the runtime that is loaded: scores may differ in the last digits between versions. */
export async function onnxRuntimeVersion(): Promise<string> {
  const { versions } = (await loadRuntime()).env;
  return versions.node ?? versions.common;
}

let devices: readonly Device[] | undefined;

/**
 * The devices worth trying on this machine, best first. Looked up in the file system before the runtime is asked, because
 * asking for an absent provider costs tens of milliseconds and prints native warnings to stderr.
 */
export function devicesHere(): readonly Device[] {
  devices ??= [
    ...(hasCuda() ? (["cuda"] as const) : []),
    ...(hasWebGpu() ? (["webgpu"] as const) : []),
    "cpu",
  ];
  return devices;
}

function hasCuda(): boolean {
  if (process.platform !== "linux" || process.arch !== "x64") return false;
  const packageFile = createRequire(import.meta.url).resolve("onnxruntime-node/package.json");
  const binaries = join(dirname(packageFile), "bin", "napi-v6", process.platform, process.arch);
  return existsSync(join(binaries, "libonnxruntime_providers_cuda.so"));
}

/** Linux: Dawn needs the Vulkan loader and at least one driver description; elsewhere the system has its own GPU interface. */
function hasWebGpu(): boolean {
  if (process.platform !== "linux") return process.platform === "darwin" || process.platform === "win32";
  const folders = ["/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/lib64", "/usr/lib"];
  const loader = folders.some((folder) => existsSync(join(folder, "libvulkan.so.1")));
  const drivers = ["/usr/share/vulkan/icd.d", "/etc/vulkan/icd.d", "/usr/local/share/vulkan/icd.d"];
  return loader && drivers.some((folder) => existsSync(folder));
}

type Runtime = typeof import("onnxruntime-node");

/** Loaded at first use: a command that scores nothing does not pay for it. */
async function loadRuntime(): Promise<Runtime> {
  const module = await import("onnxruntime-node");
  const runtime = "default" in module ? (module.default as Runtime) : module;
  runtime.env.logLevel = "fatal";
  return runtime;
}

function sessionOptions(device: Device, options: OpenOptions): InferenceSession.SessionOptions {
  return {
    executionProviders: [device],
    logSeverityLevel: 4,
    // The arena keeps the largest scratch ever used; a chat process is better off giving it back.
    enableCpuMemArena: options.keepsScratch ?? false,
    ...(options.threads === undefined ? {} : { intraOpNumThreads: options.threads }),
  };
}

function wrap(runtime: Runtime, session: InferenceSession, device: Device): OnnxSession {
  const tensor = (dense: Dense): Tensor => toTensor(runtime, dense);
  return {
    device,
    inputs: session.inputNames,
    outputs: session.outputNames,
    async run(feeds, wanted) {
      const given = Object.fromEntries(Object.entries(feeds).map(([name, dense]) => [name, tensor(dense)]));
      const fetches = Object.fromEntries(
        Object.entries(wanted).map(([name, dense]) => [name, dense === undefined ? null : tensor(dense)]),
      );
      const results = await session.run(given, fetches);
      return Object.fromEntries(Object.entries(results).map(([name, value]) => [name, fromTensor(value)]));
    },
    close: () => session.release(),
  };
}

function toTensor(runtime: Runtime, { data, dims }: Dense): Tensor {
  if (data instanceof Float32Array) return new runtime.Tensor("float32", data, dims);
  if (data instanceof Float64Array) return new runtime.Tensor("float64", data, dims);
  if (data instanceof BigInt64Array) return new runtime.Tensor("int64", data, dims);
  if (data instanceof Int32Array) return new runtime.Tensor("int32", data, dims);
  return new runtime.Tensor("float16", data, dims);
}

function fromTensor(value: unknown): Dense {
  const { data, dims } = value as Tensor;
  if (data instanceof Float32Array || data instanceof Float64Array || data instanceof BigInt64Array) {
    return { data, dims };
  }
  // float16 arrives as Float16Array where the engine has one, else as Uint16Array: its bits are what is kept.
  const view = data as ArrayBufferView;
  return { data: new Uint16Array(view.buffer, view.byteOffset, view.byteLength / 2), dims };
}
