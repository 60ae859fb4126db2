import type { TrainingMemory } from "../../counting/training-memory";
import { type Fit, fitOf } from "./fit";
import { architectureOf, type Project } from "./project";
import { memoryOfSetup, type Setup, setups } from "./setups";

export const memoryParts = ["weights", "gradients", "optimizer", "activations"] as const;

/** A setup with what it needs. */
export interface MemoryRowData {
  readonly setup: Setup;
  readonly memory: TrainingMemory;
  readonly fit: Fit;
}

/** Every setup that the model can have. */
export function memoryRows(project: Project): readonly MemoryRowData[] {
  const architecture = architectureOf(project);
  return setups.flatMap((setup) => {
    const memory = memoryOfSetup(architecture, setup, project);
    const fit = fitOf({ project, choice: setup.choice, format: setup.format });
    return memory && fit ? [{ setup, memory, fit }] : [];
  });
}

/** Bytes of the whole width: the largest bar, unless it would leave no room to see what fits. */
export function scaleOf(rows: readonly MemoryRowData[], have: number): number {
  const most = Math.max(...rows.map(({ memory }) => memory.total));
  const least = Math.min(...rows.map(({ memory }) => memory.total));
  return Math.max(1.25 * have, Math.min(most, 4 * Math.max(have, least)), 0.5 * least);
}
