import { findBase } from "../bases/index";
import { findTask } from "../tasks/index";
import type { CheckpointSource } from "../training/load-base";
import { loadMaterials, type Materials, type MaterialsWanted, MisfitError } from "../training/materials";
import type { RaceSpec } from "../training/race-spec";

/** What is to be loaded: a base with some weights, a task, and the tasks of lanes. */
export interface Wanted extends Pick<RaceSpec, "base" | "from" | "task">, MaterialsWanted {}

/** Loads what an experiment needs, and keeps what was loaded last: most changes of an experiment leave base and task alone. */
export class MaterialsLoader {
  private last: { key: string; materials: Promise<Materials> } | null = null;

  constructor(private readonly source: CheckpointSource) {}

  /** `progress` gets the share of the checkpoint read. Throws MisfitError, DataError or CheckpointError. */
  load(spec: Wanted, progress: (share: number) => void = () => {}): Promise<Materials> {
    const base = findBase(spec.base);
    const task = findTask(spec.task);
    if (!base || !task) throw new MisfitError(spec.base, spec.task);
    const { taskOptions, lanes = [], others = [] } = spec;
    const own = lanes.flatMap((lane) => (lane.task ? [lane.task] : []));
    const isSeeded = [task, ...own.map(({ id }) => findTask(id))].some((one) => one?.seeded);
    const seed = isSeeded ? spec.seed : undefined;
    const key = JSON.stringify([spec.base, spec.from, spec.task, taskOptions, own, seed, others]);
    if (this.last?.key !== key) {
      const materials = loadMaterials(base, task, spec.from, this.source, progress, {
        taskOptions,
        seed,
        lanes,
        others,
      });
      this.last = { key, materials };
      // A download that failed is not remembered, so that trying again can work.
      materials.catch(() => {
        if (this.last?.materials === materials) this.last = null;
      });
    }
    return this.last.materials;
  }
}
