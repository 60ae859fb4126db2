import "@tensorflow/tfjs-core/dist/register_all_gradients";
import wasmPlain from "@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url";
import wasmSimd from "@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url";
import wasmThreads from "@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-threaded-simd.wasm?url";
import { type BackendName, type Engine, startEngine } from "../../src/engine/engine";
import kernelsUrl from "../../src/engine/wasm/kernels.wasm?url";

const engines = new Map<BackendName, Promise<Engine>>();

/** The engine on a backend, started once, and now the current one. */
export async function engineOf(backend: BackendName): Promise<Engine> {
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
