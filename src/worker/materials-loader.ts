import { findBase } from "../bases/index";
import type { AnyOptions } from "../lib/options";
import { findTask } from "../tasks/index";
import type { CheckpointSource } from "../training/load-base";
import { loadMaterials, type Materials, MisfitError } from "../training/materials";
import type { RaceSpec } from "../training/race-spec";

/** What is to be loaded: a base with some weights, and a task. */
export interface Wanted extends Pick<RaceSpec, "base" | "from" | "task"> {
  readonly taskOptions?: AnyOptions | undefined;
}

/** Loads what an experiment needs, and keeps what was loaded last: most changes of an experiment leave base and task alone. */
export class MaterialsLoader {
  private last: { key: string; materials: Promise<Materials> } | null = null;

  constructor(private readonly source: CheckpointSource) {}

  /** `progress` gets the share of the checkpoint read. Throws MisfitError, DataError or CheckpointError. */
  load(spec: Wanted, progress: (share: number) => void = () => {}): Promise<Materials> {
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
