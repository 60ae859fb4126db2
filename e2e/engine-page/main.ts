import * as tf from "@tensorflow/tfjs-core";
import "@tensorflow/tfjs-core/dist/register_all_gradients";
import wasmPlain from "@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url";
import wasmSimd from "@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url";
import wasmThreads from "@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-threaded-simd.wasm?url";
import { type BackendName, type Engine, startEngine } from "../../src/engine/engine";
import { opKinds, opResults, worstDifference } from "../../src/engine/op-cases";
import { plainOps } from "../../src/engine/plain-ops";
import kernelsUrl from "../../src/engine/wasm/kernels.wasm?url";

const engines = new Map<BackendName, Promise<Engine>>();

async function engineOf(backend: BackendName): Promise<Engine> {
  const started =
    engines.get(backend) ??
    startEngine(backend, {
      kernels: async () => (await fetch(kernelsUrl)).arrayBuffer(),
      wasmPaths: {
        "tfjs-backend-wasm.wasm": wasmPlain,
        "tfjs-backend-wasm-simd.wasm": wasmSimd,
        "tfjs-backend-wasm-threaded-simd.wasm": wasmThreads,
      },
    });
  engines.set(backend, started);
  const engine = await started;
  await engine.activate();
  return engine;
}

/** What the specs and the benchmark ask of the engine outside the worker. */
const enginePage = {
  /** Worst relative difference between a backend and plain JavaScript, by kind of operation, over so many samples. */
  async differences(
    backend: BackendName,
    samples: number,
  ): Promise<{ fused: boolean; worst: Record<string, number> }> {
    const { fused, ops } = await engineOf(backend);
    await engineOf("cpu");
    const worst: Record<string, number> = {};
    for (const kind of opKinds) {
      for (let sample = 0; sample < samples; sample++) {
        await tf.setBackend("cpu");
        const expected = await opResults(kind, sample, plainOps);
        await tf.setBackend(backend);
        const found = await opResults(kind, sample, ops);
        worst[`${kind} ${sample}`] = worstDifference(expected, found);
      }
    }
    return { fused, worst };
  },
};

export type EnginePage = typeof enginePage;

Object.assign(window, { enginePage });
