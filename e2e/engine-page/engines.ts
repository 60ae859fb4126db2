import { setWasmPaths } from "@tensorflow/tfjs-backend-wasm";
import * as tf from "@tensorflow/tfjs-core";
import "@tensorflow/tfjs-core/dist/register_all_gradients";
import { type BackendName, type Engine, startEngine } from "../../src/engine/engine";
import { browserSources } from "../../src/worker/browser-sources";

const engines = new Map<BackendName, Promise<Engine>>();

/** The engine on a backend, started once, and now the current one. */
export async function engineOf(backend: BackendName): Promise<Engine> {
  const started = engines.get(backend) ?? startEngine(backend, browserSources.engine);
  engines.set(backend, started);
  const engine = await started;
  await engine.activate();
  return engine;
}

/** TensorFlow.js's wasm backend as it comes. Our engine puts kernels in its place: a worker can have one of the two. */
export async function startStockWasm(): Promise<void> {
  if (engines.has("wasm")) throw new Error("this worker's wasm backend has kernels of ours");
  if (!tf.findBackend("wasm")) setWasmPaths({ ...browserSources.engine.wasmPaths });
  if (!(await tf.setBackend("wasm"))) throw new Error("WebAssembly could not be started");
}
