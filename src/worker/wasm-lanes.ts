import { type Engine, startEngine } from "../engine/engine";
import { Race } from "../training/race";
import type { MakeLanes } from "./lane-host";
import { MaterialsLoader } from "./materials-loader";
import type { Sources } from "./sources";

/** Makes lanes from files, always on wasm: all workers would share one GPU, so there lanes stay in the trainer. */
export function wasmLanes({ engine: files, checkpoints }: Sources): MakeLanes {
  const loader = new MaterialsLoader(checkpoints);
  let engine: Promise<Engine> | undefined;
  return async (spec) => {
    engine ??= startEngine("wasm", files).catch((error: unknown) => {
      engine = undefined;
      throw error;
    });
    const started = await engine;
    return { race: new Race(started, await loader.load(spec), spec), fused: started.fused };
  };
}
