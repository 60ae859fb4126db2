import * as tf from "@tensorflow/tfjs-core";
import {
  type BackendName,
  type Engine,
  type EngineFiles,
  isSoftwareAdapter,
  startEngine,
  webGpuAdapter,
} from "../engine/engine";
import { createRandom } from "../lib/random";
import { findMethod } from "../methods/index";
import { type ModelConfig, tokensHead } from "../model/config";
import { initialParams } from "../model/init";
import { disposeBatch, stack } from "../training/batch";
import { toModel } from "../training/load-base";
import { TrainingSession } from "../training/session";
import type { BackendChoice } from "./api";

export interface ChosenEngine {
  readonly engine: Engine;
  readonly choice: BackendChoice;
}

type Reason = BackendChoice["reason"];

/** How long the two candidates are timed, each. */
const benchmarkMs = 300;

/**
 * The backend to train on: what was asked for; else a real GPU if it is faster for this model than wasm; else wasm;
 * else plain JavaScript. A backend that fails its self-test is passed over, and the reason given. `wasmShare`: the part
 * of a race's lanes that one worker has to train on wasm; a GPU trains them all.
 */
export async function chooseBackend(
  asked: BackendName | null,
  files: EngineFiles,
  config: ModelConfig,
  wasmShare = 1,
): Promise<ChosenEngine> {
  if (asked) {
    const engine = await tryStart(asked, files);
    if (engine) return chosen(engine, "asked-for");
    return fallBack(files, asked === "webgpu" && !(await webGpuAdapter()) ? "no-webgpu" : "self-test-failed");
  }
  const adapter = await webGpuAdapter();
  if (!adapter) return fallBack(files, "no-webgpu");
  if (isSoftwareAdapter(adapter)) return fallBack(files, "software-adapter");
  const gpu = await tryStart("webgpu", files);
  if (!gpu) return fallBack(files, "self-test-failed");
  const gpuTime = await timeStep(gpu, config).catch(() => Number.POSITIVE_INFINITY);
  const wasm = await tryStart("wasm", files);
  if (wasm && (gpuTime === Number.POSITIVE_INFINITY || (await timeStep(wasm, config)) * wasmShare < gpuTime))
    return chosen(wasm, "wasm-faster");
  await tf.setBackend("webgpu");
  return chosen(gpu, "fastest");
}

/** wasm, or plain JavaScript where even that does not run. */
export async function fallBack(files: EngineFiles, reason: Reason): Promise<ChosenEngine> {
  const wasm = await tryStart("wasm", files);
  if (wasm) return chosen(wasm, reason);
  return chosen(await startEngine("cpu", files), "self-test-failed");
}

function chosen(engine: Engine, reason: Reason): ChosenEngine {
  const { backend: name, hardware, fused } = engine;
  return { engine, choice: { name, hardware, fused, reason, workers: 1 } };
}

async function tryStart(backend: BackendName, files: EngineFiles): Promise<Engine | null> {
  try {
    return await startEngine(backend, files);
  } catch (error) {
    console.warn(`${backend} cannot be used here.`, error);
    return null;
  }
}

/** Milliseconds of one full fine-tuning step of the model, mean over `benchmarkMs` after a warm-up. */
async function timeStep(engine: Engine, config: ModelConfig): Promise<number> {
  const model = toModel(config, initialParams(config, createRandom("benchmark")));
  const method = findMethod("full")!;
  const session = new TrainingSession(engine, model, { method, options: {}, seed: 0, head: tokensHead });
  const tokens = new Int32Array(config.context).fill(1);
  const example = { tokens, targets: tokens, weights: new Float32Array(config.context).fill(1) };
  const batch = stack(Array.from({ length: 16 }, () => example));
  const step = async (): Promise<void> => {
    const loss = session.step(batch, 0);
    await loss.data();
    loss.dispose();
  };
  for (let i = 0; i < 3; i++) await step();
  const start = performance.now();
  let steps = 0;
  while (performance.now() - start < benchmarkMs) {
    await step();
    steps++;
  }
  const elapsed = performance.now() - start;
  session.dispose();
  disposeBatch(batch);
  tf.dispose(Object.values(model.params));
  return elapsed / steps;
}
