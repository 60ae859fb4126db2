import type { Base } from "../bases/base";
import { findBase } from "../bases/index";
import type { BackendName, EngineFiles } from "../engine/engine";
import { findMethod } from "../methods/index";
import { findTask } from "../tasks/index";
import type { CheckpointSource } from "../training/load-base";
import { loadMaterials, type Materials, MisfitError } from "../training/materials";
import { requireMemory } from "../training/memory";
import type { RaceSpec } from "../training/race-spec";
import type { TrainerEvent } from "./api";
import { type ChosenEngine, chooseBackend, type fallBack } from "./choose-backend";
import type { LaneLink } from "./lane-host";

/** Where a worker's files are. */
export interface Sources {
  readonly engine: EngineFiles;
  readonly checkpoints: CheckpointSource;
}

/** What the trainer needs from outside: files, more workers, and (for tests) how a backend is chosen and replaced. */
export interface TrainerSources extends Sources {
  /** Connects to one more worker that can train lanes; none where there is no such thing. */
  readonly connectLanes?: () => LaneLink;
  /** Processors of this machine; 1 unless told. */
  readonly cores?: number;
  readonly choose?: typeof chooseBackend;
  readonly replace?: typeof fallBack;
}

/** Backends already chosen, by what was asked for and the base they were timed on. */
export type EngineCache = Map<string, Promise<ChosenEngine>>;

/** Loads what a race is made of, and keeps what was loaded last: most changes of a race leave base and task alone. */
export class MaterialsLoader {
  private last: { key: string; materials: Promise<Materials> } | null = null;

  constructor(private readonly source: CheckpointSource) {}

  /** Throws what `settle` has words for. */
  load(spec: RaceSpec, progress: (share: number) => void = () => {}): Promise<Materials> {
    const base = findBase(spec.base);
    const task = findTask(spec.task);
    if (!base || !task) throw new MisfitError(spec.base, spec.task);
    const key = JSON.stringify([spec.base, spec.from, spec.task, spec.taskOptions]);
    if (this.last?.key !== key) {
      const materials = loadMaterials(base, task, spec.from, this.source, progress, spec.taskOptions);
      this.last = { key, materials };
      // A download that failed is not remembered, so that trying again can work.
      materials.catch(() => {
        if (this.last?.materials === materials) this.last = null;
      });
    }
    return this.last.materials;
  }
}

/** The backend asked for (null: the fastest), and the part of the lanes that one worker would train on wasm. */
export interface Wishes {
  readonly backend: BackendName | null;
  readonly wasmShare: number;
}

/** Loads what a spec names and picks the backend. Throws what `settle` has words for. */
export async function prepareRace(
  spec: RaceSpec,
  wishes: Wishes,
  sources: TrainerSources,
  engines: EngineCache,
  loader: MaterialsLoader,
  report: (event: TrainerEvent) => void,
): Promise<{ materials: Materials; chosen: ChosenEngine }> {
  const base = findBase(spec.base);
  if (!base) throw new MisfitError(spec.base, spec.task);
  const inFront = Math.max(
    0,
    ...spec.lanes.map(
      ({ method, options }) => findMethod(method)?.positionsInFront?.(base.config, options) ?? 0,
    ),
  );
  requireMemory(base.config, spec.batch, inFront, spec.lanes.length);
  report({ kind: "loading", what: "base", share: 0 });
  const materials = await loader.load(spec, (share) => report({ kind: "loading", what: "base", share }));
  report({ kind: "loading", what: "engine", share: 0 });
  const chosen = await engineFor(base, wishes, sources, engines);
  report({ kind: "loading", what: "engine", share: 1 });
  return { materials, chosen };
}

/** The backend for a base, chosen once. */
export function engineFor(
  base: Base,
  { backend, wasmShare }: Wishes,
  sources: TrainerSources,
  engines: EngineCache,
): Promise<ChosenEngine> {
  const key = `${backend ?? `auto ${wasmShare}`}/${base.id}`;
  const choose = sources.choose ?? chooseBackend;
  const started = engines.get(key) ?? choose(backend, sources.engine, base.config, wasmShare);
  engines.set(key, started);
  // A start that failed is not remembered, so that trying again can work.
  started.catch(() => engines.delete(key));
  return started;
}
