import { findBase } from "../bases/index";
import type { BackendName } from "../engine/engine";
import { raceKind } from "../experiments/race/kind";
import type { Materials } from "../training/materials";
import { requireMemory } from "../training/memory";
import type { RaceInfo, TrainerEvent } from "./api";
import type { ChosenEngine } from "./choose-backend";
import type { Engines } from "./engines";
import type { LanePool } from "./lane-pool";
import type { MaterialsLoader } from "./materials-loader";
import { RaceRunning } from "./race-running";
import type { RaceState } from "./race-state";
import { Runner } from "./runner";

export type RaceRunner = Runner<RaceInfo, RaceState, RaceRunning>;

/** What a worker shares between experiments. */
export interface Workshop {
  readonly engines: Engines;
  readonly loader: MaterialsLoader;
  readonly pool: LanePool;
  readonly send: (event: TrainerEvent) => void;
  /** Runs something when no call of the page is under way, before the next one. */
  readonly inTurn: (work: () => Promise<void>) => Promise<void>;
}

/** A race that is ready to replace the current one. */
export interface PreparedRace {
  readonly materials: Materials;
  readonly chosen: ChosenEngine;
  readonly state: RaceState;
  /** The most workers that may share the lanes; null: one less than there are processors. */
  readonly workers: number | null;
}

/** Loads what a race is made of and chooses its backend; null: the fastest. Throws what `settle` has words for. */
export async function prepareRace(
  { engines, loader, pool, send }: Workshop,
  state: RaceState,
  backend: BackendName | null,
  workers: number | null,
): Promise<PreparedRace> {
  const { spec } = state;
  const { memory } = raceKind.needs(spec);
  const config = findBase(spec.base)?.config;
  if (config) requireMemory(config, memory.steps, memory.trained);
  send({ kind: "loading", what: "base", share: 0 });
  const materials = await loader.load(spec, (share) => send({ kind: "loading", what: "base", share }));
  send({ kind: "loading", what: "engine", share: 0 });
  const lanes = spec.lanes.length;
  const wasmShare = Math.ceil(lanes / (await pool.workersFor(lanes, workers))) / Math.max(1, lanes);
  const chosen = await engines.choose(materials.base, { backend, wasmShare });
  send({ kind: "loading", what: "engine", share: 1 });
  return { materials, chosen, state, workers };
}

/** Makes a race that was prepared. */
export async function openRace(
  { engines, pool, send, inTurn }: Workshop,
  { materials, chosen, state, workers }: PreparedRace,
): Promise<{ readonly kind: "race"; readonly runner: RaceRunner }> {
  let most = workers;
  const make = (engine: ChosenEngine, from: RaceState): Promise<RaceRunning> =>
    RaceRunning.open({ materials, pool, workers: most, send }, engine, from);
  const replace = async (former: ChosenEngine, lost: "device" | "workers"): Promise<ChosenEngine> => {
    if (lost === "device") return engines.replace();
    console.warn("A worker has died; this one trains all lanes from now on.");
    // What killed one, such as a lack of memory, may kill the next: this race starts none again.
    most = 1;
    pool.endAll();
    return former;
  };
  const runner: RaceRunner = await Runner.open({ make, replace, send, inTurn }, chosen, state);
  return { kind: "race", runner };
}
