import { findBase } from "../bases/index";
import { findTask } from "../tasks/index";
import type { CheckpointSource } from "../training/load-base";
import { loadMaterials, type Materials, type MaterialsWanted } from "../training/materials";
import type { BaseWeights } from "../training/race-spec";
import { UsageError } from "./arguments";
import { nodeCheckpoints } from "./node-files";

/** Loads a base and a task by their ids, for the command line. Throws UsageError, which ends with the usage, if there is no such thing. */
export async function materialsFor(
  ids: MaterialsWanted & { readonly base: string; readonly task: string; readonly from: BaseWeights },
  usage: string,
  checkpoints: CheckpointSource = nodeCheckpoints,
): Promise<Materials> {
  const base = findBase(ids.base);
  const task = findTask(ids.task);
  if (!base) throw new UsageError(`there is no base "${ids.base}"\n${usage}`);
  if (!task) throw new UsageError(`there is no task "${ids.task}"\n${usage}`);
  return loadMaterials(base, task, ids.from, checkpoints, () => {}, ids);
}
