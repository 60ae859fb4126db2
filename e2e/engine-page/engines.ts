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
