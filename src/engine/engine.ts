import type { BackendWasm } from "@tensorflow/tfjs-backend-wasm";
import * as tf from "@tensorflow/tfjs-core";
import { type ApplyAdamW, fusedAdamW, plainAdamW } from "./adamw";
import type { Ops } from "./ops";
import { plainOps } from "./plain-ops";
import type { Recorder } from "./recording";
import { passesSelfTest } from "./self-test";
import { fusedOps } from "./wasm/fused-ops";
import { KernelRecorder } from "./wasm/kernel-recorder";
import { loadKernels } from "./wasm/kernels";
import { requireWasmParts } from "./wasm/private-parts";
import { registerFusedGradients } from "./wasm/register-gradients";
import { registerFusedKernels } from "./wasm/register-kernels";
import { requireWebGpuParts } from "./webgpu/private-parts";

export type BackendName = "webgpu" | "wasm" | "cpu";

/** What a backend computes on: a GPU by its own name, the vector instructions of the processor, or plain JavaScript. */
export type Hardware =
  | { readonly kind: "gpu"; readonly name: string }
  | { readonly kind: "simd"; readonly threads: number }
  | { readonly kind: "javascript" };

/** A backend that has started, with the operations and the optimiser to use on it. */
export interface Engine {
  readonly backend: BackendName;
  readonly hardware: Hardware;
  /** Whether our fused kernels run; false: the plain versions. */
  readonly fused: boolean;
  readonly ops: Ops;
  readonly applyAdamW: ApplyAdamW;
  /** Records computations, so that repeating them costs less; null where nothing can be recorded. */
  readonly record: Recorder | null;
  /** Settles when the device is lost; null where that cannot happen (everywhere but on WebGPU). */
  readonly lost: Promise<string> | null;
  /** Makes this backend the current one again after another was used. */
  activate(): Promise<void>;
}

/** Where the compiled files are: the page fetches them, Node reads them from disk. */
export interface EngineFiles {
  /**
   * Bytes of kernels-relaxed.wasm where the machine has relaxed SIMD and its rounding may differ, else of kernels.wasm.
   */
  kernels(): Promise<BufferSource>;
  /** Addresses of TensorFlow.js's own wasm files by file name; undefined: it finds them itself (Node). */
  readonly wasmPaths?: Readonly<Record<string, string>>;
}

const activator = (backend: BackendName) => async (): Promise<void> => {
  await tf.setBackend(backend);
};

/** Starts one backend. Throws where the machine does not have it, or computes wrong results. */
export async function startEngine(backend: BackendName, files: EngineFiles): Promise<Engine> {
  switch (backend) {
    case "webgpu":
      return startWebGpu();
    case "wasm":
      return startWasm(files);
    case "cpu":
      return startCpu();
    default:
      throw new Error(`unknown backend: ${backend satisfies never}`);
  }
}

/** TensorFlow.js in plain JavaScript: always available, and the reference of the self-test. */
async function startCpu(): Promise<Engine> {
  await import("@tensorflow/tfjs-backend-cpu");
  await tf.setBackend("cpu");
  return {
    backend: "cpu",
    hardware: { kind: "javascript" },
    fused: false,
    ops: plainOps,
    applyAdamW: plainAdamW,
    record: null,
    lost: null,
    activate: activator("cpu"),
  };
}

/** What a backend computes with. */
type Versions = Pick<Engine, "fused" | "ops" | "applyAdamW" | "record">;

/** Our kernels, loaded. */
interface Loaded extends Omit<Versions, "fused"> {
  /** Puts the stock kernels back that ours replaced: for when ours turn out to compute wrong results. */
  readonly undo?: () => void;
}

/** Our kernels where they load and pass the self-test, else the plain versions where these pass, else an error. */
async function bestVersions(backend: BackendName, load: () => Promise<Loaded>): Promise<Versions> {
  let loaded: Loaded | undefined;
  try {
    loaded = await load();
    const { undo: _, ...versions } = loaded;
    if (await passesSelfTest(backend, versions)) return { fused: true, ...versions };
    console.warn(`The fused kernels compute wrong numbers on ${backend}; the plain ones run instead.`);
  } catch (error) {
    console.warn("The fused kernels cannot be used here; the plain ones run instead.", error);
  }
  loaded?.undo?.();
  await tf.setBackend(backend);
  const plain = { ops: plainOps, applyAdamW: plainAdamW, record: null };
  if (await passesSelfTest(backend, plain)) return { fused: false, ...plain };
  throw new Error(`${backend} computes wrong numbers on this machine`);
}

/** Loaded once, because our kernels replace some of the backend's; loaded again where that failed. */
let wasmVersions: Promise<Versions> | undefined;

async function startWasm(files: EngineFiles): Promise<Engine> {
  const wasm = await import("@tensorflow/tfjs-backend-wasm");
  if (files.wasmPaths && !tf.findBackend("wasm")) wasm.setWasmPaths({ ...files.wasmPaths });
  if (!(await tf.setBackend("wasm"))) throw new Error("WebAssembly could not be started");
  wasmVersions ??= bestVersions("wasm", () => loadWasmKernels(files)).catch((error: unknown) => {
    wasmVersions = undefined;
    throw error;
  });
  const versions = await wasmVersions;
  if (!versions.fused) wasmVersions = undefined;
  return {
    ...versions,
    backend: "wasm",
    hardware: { kind: "simd", threads: wasm.getThreadsCount?.() ?? 1 },
    lost: null,
    activate: activator("wasm"),
  };
}

async function loadWasmKernels(files: EngineFiles): Promise<Loaded> {
  const backend = tf.backend() as BackendWasm;
  requireWasmParts(backend);
  const kernels = await loadKernels(backend, await files.kernels());
  registerFusedGradients();
  const recorder = new KernelRecorder(backend);
  const undo = registerFusedKernels(backend, kernels, recorder);
  return { ops: fusedOps, applyAdamW: fusedAdamW(backend, kernels), record: recorder.record, undo };
}

let gpuKernelsRegistered = false;

async function startWebGpu(): Promise<Engine> {
  const adapter = await webGpuAdapter();
  if (!adapter) throw new Error("WebGPU has no adapter here");
  const { WebGPUBackend } = await import("@tensorflow/tfjs-backend-webgpu");
  // Long command buffers would delay the drawing of the page; forwarding small tensors to the CPU would stall on reads.
  tf.env().set("WEBGPU_DEFERRED_SUBMIT_BATCH_SIZE", 100);
  tf.env().set("WEBGPU_CPU_FORWARD", false);
  if (!(await tf.setBackend("webgpu"))) throw new Error("WebGPU could not be started");
  const backend = tf.backend();
  const versions = await bestVersions("webgpu", async () => {
    if (!(backend instanceof WebGPUBackend)) throw new Error("TensorFlow.js brought another backend");
    requireWebGpuParts(backend);
    const { gpuOps, registerGpuKernels } = await import("./webgpu/gpu-ops");
    const { gpuAdamW } = await import("./webgpu/adamw");
    if (!gpuKernelsRegistered) registerGpuKernels();
    gpuKernelsRegistered = true;
    return { ops: gpuOps, applyAdamW: gpuAdamW(backend), record: null };
  });
  return {
    ...versions,
    backend: "webgpu",
    hardware: { kind: "gpu", name: adapterName(adapter.info) },
    lost:
      backend instanceof WebGPUBackend
        ? backend.device.lost.then((info) => info.message || info.reason)
        : null,
    activate: activator("webgpu"),
  };
}

/** The GPU adapter that the browser offers, or null where there is none. */
export async function webGpuAdapter(): Promise<GPUAdapter | null> {
  try {
    return (await globalThis.navigator?.gpu?.requestAdapter({ powerPreference: "high-performance" })) ?? null;
  } catch {
    return null;
  }
}

/**
 * Whether an adapter computes in software (SwiftShader, llvmpipe, WARP): that is slower than wasm, so it is used on
 * request only.
 */
export function isSoftwareAdapter(adapter: GPUAdapter): boolean {
  return (
    adapter.info?.isFallbackAdapter === true ||
    /swiftshader|llvmpipe|basic render|software/i.test(adapterName(adapter.info))
  );
}

function adapterName(info: GPUAdapterInfo | undefined): string {
  return info?.description || [info?.vendor, info?.architecture].filter(Boolean).join(" ") || "GPU";
}
